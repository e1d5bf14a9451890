package org.gatereader.gatectl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void escapesWhatATerminalMightActOnAndNothingElse() {
        assertEquals(
                "\"서울 👮 \\\" \\u001B \\u007F \\u009B \\u202E\"",
                Json.string("서울 👮 \" \u001b \u007f \u009b \u202e"));
    }
}
