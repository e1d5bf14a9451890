/** What goes over the local sockets, for both ends: verbs, answers and the status report. */
package org.gatereader.daemon.control.wire;
