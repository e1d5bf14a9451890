/**
 * What the JDK can not write of public-key infrastructure without a provider of its own:
 * self-signed certificates, without which a PKCS#12 file holds no key, and certificate requests.
 */
package org.gatereader.gatectl.pki;
