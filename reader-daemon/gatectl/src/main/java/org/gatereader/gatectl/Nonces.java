package org.gatereader.gatectl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.gatereader.verifier.encoding.Base64Url;
import org.gatereader.verifier.verdict.Verdict;

/** Gate challenges as a person writes them down: each stands for all that it could mean. */
final class Nonces {
    private Nonces() {}

    /** The bytes of each as hex, as base64url and as plain text, wherever it can be read so. */
    static List<byte[]> readings(List<String> written) {
        List<byte[]> readings = new ArrayList<>();
        for (String nonce : written) {
            readings.add(nonce.getBytes(UTF_8));
            if (nonce.length() % 2 == 0 && nonce.chars().allMatch(HexFormat::isHexDigit)) {
                readings.add(HexFormat.of().parseHex(nonce));
            }
            if (Base64Url.decode(nonce) instanceof Verdict.Passed<byte[]>(byte[] bytes)) {
                readings.add(bytes);
            }
        }
        return readings;
    }
}
