package org.gatereader.verifier.encoding;

/**
 * Why a document is not the JSON that was asked for.
 *
 * @param at where reading stopped
 * @param expected what should have stood there; one of the reader's own sentences, never a piece of
 *     the document
 */
public record JsonFault(TextPosition at, String expected) implements JsonReading {}
