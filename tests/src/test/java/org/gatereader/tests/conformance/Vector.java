package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.decision.AccessDecider;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.decision.ReplayGuard;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.CapturedPayload.Capture;
import org.gatereader.verifier.presentation.PresentationParser;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.CheckTrace;
import org.gatereader.verifier.verdict.Realm;

/**
 * One conformance vector: a text file of header lines, a blank line and the payload, that anyone
 * can run ({@code tests/vectors/README.md}).
 *
 * @param comment what it is about, one sentence
 * @param fields the header lines, in their order
 * @param payload text as a code carries it; bytes over NFC in hex; empty until a recipe fills it
 */
record Vector(String comment, Map<String, String> fields, String payload) {
    /** As every vector has them. */
    static final List<String> REQUIRED = List.of("expect", "at", "trust", "source");

    Vector {
        fields = new LinkedHashMap<>(fields);
    }

    static Vector parse(String content) {
        int blank = content.indexOf("\n\n");
        List<String> comment = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : content.substring(0, blank).lines().toList()) {
            if (line.startsWith("# ")) {
                comment.add(line.substring(2));
            } else {
                String[] field = line.split(": ", 2);
                fields.put(field[0], field[1]);
            }
        }
        String payload = content.substring(blank + 2).replaceFirst("\n$", "");
        return new Vector(String.join(" ", comment), fields, payload);
    }

    /** The same with a payload, as a file. */
    String content(String shown) {
        var content = new StringBuilder("# ").append(comment).append('\n');
        fields.forEach((name, value) -> content.append(name + ": " + value + "\n"));
        return content.append('\n').append(shown).append('\n').toString();
    }

    String expected() {
        return field("expect", "");
    }

    String trust() {
        return field("trust", "");
    }

    Instant at() {
        return Instant.parse(field("at", ""));
    }

    /** Judges it as the header says, by a gate that has seen nothing else. */
    String judge(TrustSnapshot<Realm.Production> trust) {
        var guard = ReplayGuard.withoutFloor(World.CRYPTO);
        if (fields.containsKey("floor")) {
            guard = World.guardWithFloor(Instant.parse(field("floor", "")));
        }
        var time =
                field("clock", "trusted").equals("trusted")
                        ? new TrustedTime(at(), TrustedTime.UNCERTAINTY_MIN, true)
                        : TrustedTime.untrusted(at());
        var decider =
                new AccessDecider<Realm.Production>(
                        World.CRYPTO, field("gate", DemoSite.GATE), guard);
        var instants = new AccessDecider.Instants(time, 0);
        if (fields.containsKey("seen")) {
            decider.decide(captured(), trust, instants, CheckTrace.NONE);
        }
        List<Check> held = new ArrayList<>();
        return switch (decider.decide(captured(), trust, instants, held::add).decision()) {
            case AccessDecision.Granted<?>(long passClass) -> "granted " + passClass;
            case AccessDecision.Denied<?>(var reason) -> {
                requireInOrder(held);
                yield "denied " + reason.code();
            }
        };
    }

    /** Where the header says which check refuses, all before it held, in the table's order. */
    private void requireInOrder(List<Check> held) {
        if (fields.containsKey("check")) {
            int number = Integer.parseInt(field("check", ""));
            var profile = PresentationParser.profileOf(captured());
            assertEquals(profile.checks().subList(0, number - 1), held);
        }
    }

    private CapturedPayload captured() {
        List<byte[]> challenges =
                fields.containsKey("nonce")
                        ? List.of(HexFormat.of().parseHex(field("nonce", "")))
                        : List.of();
        var capture = new Capture(0, challenges);
        return isOverNfc()
                ? CapturedPayload.ofBytes(Channel.NFC, HexFormat.of().parseHex(payload), capture)
                : CapturedPayload.ofText(Channel.QR, payload, capture);
    }

    private boolean isOverNfc() {
        return field("channel", "qr").equals("nfc");
    }

    private String field(String name, String otherwise) {
        return fields.getOrDefault(name, otherwise);
    }
}
