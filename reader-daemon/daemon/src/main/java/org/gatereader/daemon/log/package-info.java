/** How this process logs, fixed in code. */
package org.gatereader.daemon.log;
