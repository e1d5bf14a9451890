/**
 * The gate's half of a conversation over NFC: pure, message in and message out (PROFILE-P1, Tap).
 */
package org.gatereader.verifier.presentation.tap;
