/** The two clocks of the process, and how long its stages take. */
package org.gatereader.daemon.time;
