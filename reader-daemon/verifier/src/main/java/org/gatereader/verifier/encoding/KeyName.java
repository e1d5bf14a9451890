package org.gatereader.verifier.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.gatereader.verifier.verdict.Verdict;

/**
 * A key's name ({@code kid}) as a person writes it into a JSON file. COSE has bytes where JSON has
 * text, and issuers print such bytes as hex or base64url: the name stands for its own UTF-8 and for
 * whatever those two decodings make of it. It selects a key and proves nothing; two names of one
 * issuer that could stand for the same bytes are refused when the file is read.
 */
public final class KeyName {
    private final String text;
    private final List<byte[]> readings;

    private KeyName(String text, List<byte[]> readings) {
        this.text = text;
        this.readings = List.copyOf(readings);
    }

    public static KeyName of(String text) {
        List<byte[]> readings = new ArrayList<>();
        readings.add(text.getBytes(UTF_8));
        if (text.length() % 2 == 0 && text.chars().allMatch(HexFormat::isHexDigit)) {
            readings.add(HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT)));
        }
        if (Base64Url.decode(text) instanceof Verdict.Passed<byte[]>(byte[] bytes)) {
            readings.add(bytes);
        }
        return new KeyName(text, readings);
    }

    /** The name as it was written. */
    public String text() {
        return text;
    }

    /** Whether the name stands for these bytes. */
    public boolean standsFor(byte[] keyId) {
        return readings.stream().anyMatch(reading -> Arrays.equals(reading, keyId));
    }

    /** Whether some bytes exist that both names stand for. */
    public boolean overlaps(KeyName other) {
        return readings.stream().anyMatch(other::standsFor);
    }
}
