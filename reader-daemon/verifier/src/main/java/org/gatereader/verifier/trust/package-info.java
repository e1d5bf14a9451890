/** Whom the gate trusts for what: the trust directory, read whole or not at all. */
package org.gatereader.verifier.trust;
