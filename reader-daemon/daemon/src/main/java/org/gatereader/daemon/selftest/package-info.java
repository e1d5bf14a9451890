/** Proves before READY that this very process judges rightly, and warms it up by doing so. */
package org.gatereader.daemon.selftest;
