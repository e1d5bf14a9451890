package org.gatereader.gatectl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoncesTest {
    @Test
    void readsEachNonceInEveryWayInWhichItCanBeRead() {
        assertEquals(List.of(hexOf("00ff00ff"), "00ff00ff", "d347dfd347df"), readings("00ff00ff"));
        assertEquals(List.of(hexOf("lobby 17")), readings("lobby 17"));
        assertEquals(List.of(hexOf("_w"), "ff"), readings("_w"));
    }

    private static List<String> readings(String nonce) {
        return Nonces.readings(List.of(nonce)).stream().map(HexFormat.of()::formatHex).toList();
    }

    private static String hexOf(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
