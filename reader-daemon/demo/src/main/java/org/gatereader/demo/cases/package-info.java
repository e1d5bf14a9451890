/**
 * The demo's cases: what is shown to a gate, how it is made, and what the gate must answer.
 *
 * <p>Expectations stand in {@code demo-cases.txt}, apart from the recipes and from the code under
 * test.
 */
@NullMarked
package org.gatereader.demo.cases;

import org.jspecify.annotations.NullMarked;
