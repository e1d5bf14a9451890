/** Genuine, then current: the checks 7 to 17 of PROFILE-P1, 7 to 21 of PROFILE-P2. */
package org.gatereader.verifier.credential;
