package org.gatereader.tests.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.Base64URL;
import com.upokecenter.cbor.CBORObject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.tests.conformance.TrustVectors;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.encoding.KeyName;
import org.gatereader.verifier.revocation.ListReading;
import org.gatereader.verifier.revocation.RevocationList;
import org.gatereader.verifier.revocation.RevocationState;
import org.gatereader.verifier.revocation.StatusListSource;
import org.gatereader.verifier.revocation.StatusListSource.Format;
import org.junit.jupiter.api.Test;

/**
 * Our readers of status lists against {@link StatusListPeer}: both accept, with the same entries,
 * or both refuse, or a rule with a name says why ours refuses.
 */
class StatusListDifferentialTest {
    static final int ENTRIES_MAX = 4096;

    private static final int DAMAGED_OF_EACH = 7;

    /** FDICT, of the second byte of a stream (RFC 1950, section 2.2). */
    private static final int DICTIONARY_FLAG = 0x20;

    private static final String KEY_ID = "73743031";

    /** What ours refuses and the peer's libraries let pass. */
    private enum Rule {
        /** See {@link CborRule}; keys may stand in any order here. */
        STRICT_CBOR,
        /** RULES: canonical base64url. */
        LOOSE_BASE64URL,
        /** RULES: one zlib stream, no byte after it. */
        BYTES_AFTER_THE_STREAM,
        /** RULES: no dictionary; the JDK's stream ends where one is wanted, and says nothing. */
        WANTS_A_DICTIONARY
    }

    private final Random random = new Random(9600);
    private final RandomStatusList lists = new RandomStatusList(random);
    private final Tally tally = new Tally("status lists against a second decoder");
    private final StatusListPeer peer =
            new StatusListPeer(
                    StatusListIssuer.demo().key().jwk().toJson(),
                    KEY_ID,
                    DemoSite.STATUS_URI_PREFIX,
                    TrustVectors.NOON.getEpochSecond());

    @Test
    void bothReadTheSameEntriesOrARuleNamesTheDifference() {
        Set<Rule> met = EnumSet.noneOf(Rule.class);
        for (int i = 0; i < Tally.CASES_WITH_SIGNATURES; i += 2 * (1 + DAMAGED_OF_EACH)) {
            byte[] cwt = lists.cwt();
            String jwt = lists.jwt();
            judgeCwt(cwt).ifPresent(met::add);
            judgeJwt(jwt).ifPresent(met::add);
            for (int j = 0; j < DAMAGED_OF_EACH; j++) {
                judgeCwt(RandomCbor.damaged(cwt, random)).ifPresent(met::add);
                judgeJwt(lists.damaged(jwt)).ifPresent(met::add);
            }
        }
        assertEquals(EnumSet.allOf(Rule.class), met, "rules that no case has met");
        tally.print();
    }

    private Optional<Rule> judgeCwt(byte[] token) {
        var ours = source(Format.CWT).read(token, TrustVectors.NOON);
        var other = peer.ofCwt(token);
        String shown = HexFormat.of().formatHex(token);
        return judge(ours, other, shown, () -> brokenByCwt(token));
    }

    private Optional<Rule> judgeJwt(String token) {
        var ours = source(Format.JWT).read(token.getBytes(ISO_8859_1), TrustVectors.NOON);
        return judge(ours, peer.ofJwt(token), token, () -> brokenByJwt(token));
    }

    private interface Broken {
        Optional<Rule> rule();
    }

    private Optional<Rule> judge(
            ListReading ours, Optional<StatusListPeer.Entries> other, String token, Broken broken) {
        if (ours instanceof ListReading.Accepted(RevocationList list)) {
            assertTrue(other.isPresent(), () -> "only ours accepts " + token);
            assertSame(list, other.get(), token);
            tally.accepted();
            return Optional.empty();
        }
        if (other.isEmpty()) {
            tally.refused();
            return Optional.empty();
        }
        var rule = broken.rule();
        assertTrue(rule.isPresent(), () -> ours + ": only the peer accepts " + token);
        tally.explained();
        return rule;
    }

    private static void assertSame(
            RevocationList ours, StatusListPeer.Entries other, String token) {
        assertEquals(other.size(), ours.size(), token);
        for (int index = 0; index < other.size(); index++) {
            assertEquals(state(other.at(index)), ours.stateAt(index), token);
        }
        assertEquals(RevocationState.NOT_COVERED, ours.stateAt(other.size()), token);
    }

    private static RevocationState state(int value) {
        return switch (value) {
            case 0 -> RevocationState.VALID;
            case 1 -> RevocationState.REVOKED;
            case 2 -> RevocationState.SUSPENDED;
            default -> RevocationState.UNKNOWN_VALUE;
        };
    }

    /** Of a token that the peer accepted. */
    private static Optional<Rule> brokenByCwt(byte[] token) {
        var parts = CBORObject.DecodeFromBytes(token);
        byte[] payload = parts.get(2).GetByteString();
        for (byte[] document : new byte[][] {token, parts.get(0).GetByteString(), payload}) {
            var rules = EnumSet.copyOf(CborRule.OURS);
            rules.removeAll(Set.of(CborRule.UNSORTED_KEYS, CborRule.TOO_LARGE));
            rules.retainAll(CborRule.brokenBy(document));
            if (!rules.isEmpty()) {
                return Optional.of(Rule.STRICT_CBOR);
            }
        }
        var list = CBORObject.DecodeFromBytes(payload).get(CBORObject.FromObject(65_533));
        return brokenByStream(list.get("lst").GetByteString());
    }

    private static Optional<Rule> brokenByJwt(String token) {
        for (String part : token.split("\\.", -1)) {
            if (isLoose(part)) {
                return Optional.of(Rule.LOOSE_BASE64URL);
            }
        }
        String json = new Base64URL(token.split("\\.", -1)[1]).decodeToString();
        var list = CBORObject.FromJSONString(json).get("status_list");

        String lst = list.get("lst").AsString();
        return isLoose(lst)
                ? Optional.of(Rule.LOOSE_BASE64URL)
                : brokenByStream(new Base64URL(lst).decode());
    }

    private static boolean isLoose(String part) {
        return !Base64URL.encode(new Base64URL(part).decode()).toString().equals(part);
    }

    /** A stream is whole at the latest with its last byte: without that one it ends as well. */
    private static Optional<Rule> brokenByStream(byte[] zlib) {
        if ((zlib[1] & DICTIONARY_FLAG) != 0) {
            return Optional.of(Rule.WANTS_A_DICTIONARY);
        }
        try (var inflater = new Inflater()) {
            inflater.setInput(Arrays.copyOf(zlib, zlib.length - 1));
            inflater.inflate(new byte[ENTRIES_MAX + 1]);
            return inflater.finished()
                    ? Optional.of(Rule.BYTES_AFTER_THE_STREAM)
                    : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    private static StatusListSource source(Format format) {
        var key = StatusListIssuer.demo().key();
        var signer =
                new StatusListSource.Signer(
                        KeyName.of(KEY_ID),
                        new BouncyCastle().p256Key(key.x(), key.y()).orElseThrow());
        return new StatusListSource(DemoSite.STATUS_URI_PREFIX, format, signer, ENTRIES_MAX);
    }
}
