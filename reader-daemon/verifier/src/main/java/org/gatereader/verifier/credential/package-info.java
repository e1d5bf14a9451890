/** Genuine, then current: the checks 7 to 17 of PROFILE-P1. */
package org.gatereader.verifier.credential;
