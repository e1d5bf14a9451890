/** What the gate holds: the trust directory, read from disk and swapped whole. */
package org.gatereader.daemon.store;
