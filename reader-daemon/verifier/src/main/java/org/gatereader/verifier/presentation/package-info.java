/** Untrusted content in, a well-formed presentation out: the checks 1 to 6 of PROFILE-P1. */
package org.gatereader.verifier.presentation;
