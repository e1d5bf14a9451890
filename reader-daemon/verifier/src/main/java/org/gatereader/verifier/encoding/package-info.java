/**
 * Bytes and text become values, or are refused: the strict readers for CBOR, JSON, Base45 and
 * base64url. The only package that names Jackson.
 */
package org.gatereader.verifier.encoding;
