/** Untrusted content in, a well-formed presentation out: the checks 1 to 6 of each profile. */
package org.gatereader.verifier.presentation;
