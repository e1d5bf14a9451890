/** One list of keys, and the strict reading of a file against it. Knows nothing of ours. */
package org.gatereader.daemon.config;
