/**
 * Brings somebody's files into the inbox of the gate: bounded, without links, the timestamp last.
 * Nothing of it is believed here; the daemon does that.
 */
package org.gatereader.gatectl.inbox;
