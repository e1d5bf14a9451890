package org.gatereader.verifier.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatereader.verifier.crypto.BouncyCastle;

/** Two good files of a trust directory, of which a test changes one place. */
final class TrustFiles {
    private static final String ISSUERS =
            """
            [{"realm": "test",
              "iss": "mpm.go.kr",
              "kid": "6d706d31",
              "alg": "ESP256",
              "jwk": {"kty": "EC", "crv": "P-256",
                "x": "rhdWWShtCEi0F2p2CJvtSNZqvqssRnIOURRgxKY5KsI",
                "y": "YqlUpssapX35rZZPKV-FKL-liwbyo36oCGTuJnz_Jpc"},
              "vct": ["mobileid.go.kr/officer"],
              "validFrom": "2020-01-01T00:00:00Z",
              "validUntil": "2050-01-01T00:00:00Z",
              "status": [{"uriPrefix": "https://st.mobileid.go.kr/",
                "format": "cwt",
                "kid": "73743031",
                "maxEntries": 65536,
                "jwk": {"kty": "EC", "crv": "P-256",
                  "x": "b756SJaSmFFdBGk-OcYA3rCLSOeDNvin-dkhrKMf88A",
                  "y": "vaH6NoBsBLI19eFH8dR2ehJj2nHu0lOmGMxYrLTHFcQ"}}]}]
            """;

    private static final String POLICY =
            """
            {"site": "seoul",
             "gateGroups": {"seoul-main": ["seoul-main-03"]},
             "zone": "Asia/Seoul",
             "lanes": ["p1-qr"],
             "types": ["mobileid.go.kr/officer"],
             "issuers": ["mpm.go.kr"],
             "classes": [1, 2],
             "hours": [{"days": ["mon"], "from": "07:00", "until": "22:00"}],
             "requiredClaims": {"agency": ["MOIS"]},
             "statusExempt": []}
            """;

    private final Map<String, byte[]> files = new TreeMap<>();

    TrustFiles() {
        put(TrustDirectory.ISSUERS, ISSUERS);
        put(TrustDirectory.POLICY, POLICY);
    }

    TrustFiles put(String file, String content) {
        files.put(file, content.getBytes(UTF_8));
        return this;
    }

    TrustFiles without(String file) {
        files.remove(file);
        return this;
    }

    /** Replaces the one place where {@code found} stands. */
    TrustFiles replace(String file, String found, String replacement) {
        String content = content(file);
        assertTrue(content.indexOf(found) >= 0, "nowhere: " + found);
        int at = content.indexOf(found);
        return put(
                file,
                content.substring(0, at) + replacement + content.substring(at + found.length()));
    }

    /** Adds a second entry to {@code issuers.json}, which differs in one place from the first. */
    TrustFiles secondEntry(String found, String replacement) {
        var second = new TrustFiles().replace(TrustDirectory.ISSUERS, found, replacement);
        String first = content(TrustDirectory.ISSUERS).strip();
        return put(
                TrustDirectory.ISSUERS,
                first.substring(0, first.length() - 1)
                        + ",\n"
                        + second.content(TrustDirectory.ISSUERS).strip().substring(1));
    }

    TrustReading read() {
        var now = Instant.parse("2030-01-01T03:00:00Z");
        return new TrustDirectory(new BouncyCastle(), now, Optional.empty()).read(files);
    }

    TrustContent content() {
        return switch (read()) {
            case TrustReading.Whole(TrustContent content, var _) -> content;
            case TrustReading.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    /** The faults as an admin reads them; none if the directory is whole. */
    List<String> faults() {
        var faults =
                switch (read()) {
                    case TrustReading.Whole(var _, var listFaults) -> listFaults;
                    case TrustReading.Faulty(var all) -> all;
                };
        return faults.stream().map(TrustFault::toString).toList();
    }

    private String content(String file) {
        return new String(files.getOrDefault(file, new byte[0]), UTF_8);
    }
}
