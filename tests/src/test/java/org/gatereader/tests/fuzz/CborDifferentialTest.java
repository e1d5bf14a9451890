package org.gatereader.tests.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.gatereader.verifier.encoding.CborReader;
import org.gatereader.verifier.encoding.CborValue;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Our reader against com.upokecenter:cbor, which nobody here wrote. Both accept, with the same
 * value; or both refuse; or {@link CborRule} names why not.
 */
class CborDifferentialTest {
    private final Tally tally = new Tally("CBOR against com.upokecenter:cbor");

    @Test
    void bothReadersAgreeOrARuleNamesTheDifference() {
        var random = new Random(8949);
        Set<CborRule> met = EnumSet.noneOf(CborRule.class);
        for (int i = 0; i < Tally.CASES; i++) {
            byte[] document =
                    random.nextBoolean()
                            ? RandomCbor.document(random)
                            : RandomCbor.looseDocument(random);
            if (random.nextBoolean()) {
                document = RandomCbor.damaged(document, random);
            }
            met.addAll(judge(document));
        }
        assertEquals(EnumSet.allOf(CborRule.class), met, "rules that no case has met");
        tally.print();
    }

    @Test
    void acceptsEveryDocumentThatIsWrittenAsTheStandardSays() {
        var random = new Random(4949);
        for (int i = 0; i < Tally.CASES / 10; i++) {
            byte[] document = RandomCbor.document(random);
            assertEquals(Optional.of(true), ours(document).map(it -> true));
            assertEquals(Set.of(), judge(document));
        }
    }

    /** Fails unless both agree or a rule says why not; the rules that the document breaks. */
    private Set<CborRule> judge(byte[] document) {
        Optional<String> ours = ours(document);
        Optional<String> other = other(document);
        Set<CborRule> broken =
                ours.isEmpty() && other.isEmpty() ? Set.of() : CborRule.brokenBy(document);
        boolean isRefusedByRule = broken.stream().anyMatch(CborRule.OURS::contains);
        if (ours.isPresent() && other.isPresent()) {
            assertEquals(other, ours, () -> hex(document));
            assertTrue(!isRefusedByRule, () -> broken + " accepted: " + hex(document));
            tally.accepted();
        } else if (ours.isPresent()) {
            assertTrue(
                    broken.contains(CborRule.TAG_THAT_THE_OTHER_JUDGES),
                    () -> "only ours accepts " + hex(document));
            tally.explained();
        } else if (other.isPresent()) {
            assertTrue(isRefusedByRule, () -> "only the other accepts " + hex(document));
            tally.explained();
        } else {
            tally.refused();
        }
        return broken;
    }

    private static Optional<String> ours(byte[] document) {
        return switch (CborReader.read(document)) {
            case Verdict.Passed<CborValue>(CborValue value) -> Optional.of(CborNotation.of(value));
            case Verdict.Refused<CborValue>(DenyReason reason) -> {
                boolean isLarge = document.length > CborReader.DOCUMENT_BYTES_MAX;
                assertEquals(isLarge ? DenyReason.TOO_LARGE : DenyReason.MALFORMED, reason);
                yield Optional.empty();
            }
        };
    }

    private static Optional<String> other(byte[] document) {
        try {
            return Optional.of(CborNotation.of(CBORObject.DecodeFromBytes(document)));
        } catch (CBORException _) {
            return Optional.empty();
        }
    }

    private static String hex(byte[] document) {
        return HexFormat.of().formatHex(document);
    }
}
