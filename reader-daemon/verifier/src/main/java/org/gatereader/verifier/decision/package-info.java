/** From a verified credential to a yes or a no, once. */
package org.gatereader.verifier.decision;
