package org.gatereader.verifier.encoding;

import java.util.Arrays;

/** The characters that a text encoding counts with, each worth its place in the alphabet. */
final class Digits {
    private final byte[] valueOf = new byte[128];

    Digits(String alphabet) {
        Arrays.fill(valueOf, (byte) -1);
        for (int value = 0; value < alphabet.length(); value++) {
            valueOf[alphabet.charAt(value)] = (byte) value;
        }
    }

    /** The worth of a character, or −1 if the alphabet has it not. */
    int valueOf(char character) {
        return character < valueOf.length ? valueOf[character] : -1;
    }
}
