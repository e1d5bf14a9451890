/**
 * A phone, its issuer and their status lists, for tests and for the demo: makes every valid and
 * every broken P1 presentation.
 *
 * <p>Signs with the JDK and writes its own CBOR: the signer and the judge share no code, so that
 * one mistake can not be made twice and agree with itself.
 */
@NullMarked
package org.gatereader.demo.wallet;

import org.jspecify.annotations.NullMarked;
