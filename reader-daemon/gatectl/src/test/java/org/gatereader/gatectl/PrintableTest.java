package org.gatereader.gatectl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    @Test
    void leavesWordsOfAnyLanguageAsTheyAre() {
        assertEquals("서울 Straße 𝒢 👮", Printable.of("서울 Straße 𝒢 👮"));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, '\n', 0x1b, 0x7f, 0x9b, 0xad, 0x200f, 0x2028, 0x202e, 0x2066, 0xfeff, 0xe000
            })
    void escapesWhatATerminalMightActOn(int character) {
        var escape = String.format("a\\u%04xb", character);
        assertEquals(escape, Printable.of("a" + Character.toString(character) + "b"));
    }

    @Test
    void escapesHalfOfAPairAndAPairThatStandsForNothing() {
        assertEquals("\\ud800", Printable.of("\ud800"));
        assertEquals("\\udb40\\udc01", Printable.of("\udb40\udc01"));
    }

    @Test
    void quotesSoThatTheEndOfATextCanNotBeFaked() {
        assertEquals("\"a\\\" b\\\\\"", Printable.quoted("a\" b\\", 99));
    }

    @Test
    void clipsAtTheLengthAndSaysHowMuchThereWas() {
        assertEquals("four", Printable.clipped("four", 4));
        assertEquals("fiv… (4 characters)", Printable.clipped("five", 3));
    }
}
