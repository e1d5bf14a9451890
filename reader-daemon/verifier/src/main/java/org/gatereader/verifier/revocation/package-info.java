/** Status lists: who may sign one, what it may say, and what it says of an index. */
package org.gatereader.verifier.revocation;
