/** The two local sockets, for people who stand at the gate's machine. Knows no credential. */
package org.gatereader.daemon.control;
