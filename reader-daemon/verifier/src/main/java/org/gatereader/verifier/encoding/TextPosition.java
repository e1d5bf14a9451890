package org.gatereader.verifier.encoding;

/** A place in a text file as editors count it: both from 1, the column in UTF-16 code units. */
public record TextPosition(int line, int column) {
    /** {@code line:column}, ready to stand behind {@code file:}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
