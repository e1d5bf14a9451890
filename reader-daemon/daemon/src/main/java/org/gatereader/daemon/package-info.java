/**
 * The process: {@link org.gatereader.daemon.GateReader} is its wiring, Main its beginning and end.
 */
package org.gatereader.daemon;
