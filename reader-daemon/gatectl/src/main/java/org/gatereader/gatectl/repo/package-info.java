/**
 * Makes and signs what gates believe: a repository of The Update Framework 1.0 as static files, and
 * the status lists in it. It signs with the JDK and imports nothing of ours but {@code pki}: signer
 * and judge share no code.
 */
package org.gatereader.gatectl.repo;
