/** Runs the demo: the page, the script without a browser, and the export. */
@NullMarked
package org.gatereader.demo;

import org.jspecify.annotations.NullMarked;
