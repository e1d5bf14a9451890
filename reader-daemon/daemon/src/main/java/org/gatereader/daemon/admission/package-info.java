/** Where payloads become decisions: the one room that sees a credential and talks to the gate. */
package org.gatereader.daemon.admission;
