/**
 * The Update Framework's client, pure: what a repository signed becomes trusted, step by step, as
 * section 5 of its specification (version 1.0) demands. {@code TrustedMetadata} holds every rule;
 * somebody else fetches and stores.
 */
package org.gatereader.verifier.trust.tuf;
