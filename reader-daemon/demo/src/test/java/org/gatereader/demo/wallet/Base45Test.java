package org.gatereader.demo.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Base45Test {
    /** RFC 9285, section 4.3. */
    @Test
    void writesTheExamplesOfTheStandard() {
        assertEquals("BB8", encode("AB"));
        assertEquals("%69 VD92EX0", encode("Hello!!"));
        assertEquals("UJCLQE7W581", encode("base-45"));
        assertEquals("QED8WEX0", encode("ietf!"));
    }

    @Test
    void writesTheLargestPairAndTheLargestLastByte() {
        assertEquals("FGWU5", Base45.encode(new byte[] {-1, -1, -1}));
    }

    private static String encode(String text) {
        return Base45.encode(text.getBytes(StandardCharsets.US_ASCII));
    }
}
