/** The technician's self-test: a probe for each part, which asks the part's owner. */
package org.gatereader.daemon.probe;
