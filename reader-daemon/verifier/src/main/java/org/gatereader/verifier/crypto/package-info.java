/**
 * Cryptography behind an interface of ours, bytes in and answer out, so that a validated module can
 * take BouncyCastle's place. The only package that names it.
 */
package org.gatereader.verifier.crypto;
