package org.gatereader.tests.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import java.util.Optional;
import java.util.Random;
import org.gatereader.verifier.encoding.CborReader;
import org.gatereader.verifier.encoding.CborValue;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Our reader against com.upokecenter:cbor, which nobody here wrote: what ours accepts, the other
 * accepts with the same value. The other takes more (indefinite lengths, longer forms, floats).
 */
class CborDifferentialTest {
    private static final int CASES = 5_000;

    @Test
    void acceptsNothingThatTheOtherReaderReadsOtherwise() {
        var random = new Random(8949);
        int accepted = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] document = RandomCbor.document(random);
            if (random.nextInt(4) > 0) {
                RandomCbor.damage(document, random);
            }
            accepted += judgeAlike(document) ? 1 : 0;
        }
        // A generator that made only rubbish, or nothing else, would prove nothing.
        assertTrue(accepted > CASES / 5 && accepted < CASES * 4 / 5, accepted + " accepted");
    }

    @Test
    void acceptsEveryDocumentThatIsWrittenAsTheStandardSays() {
        var random = new Random(4949);
        for (int i = 0; i < CASES; i++) {
            assertTrue(judgeAlike(RandomCbor.document(random)));
        }
    }

    /** Says whether our reader accepted; if so, the other one read the same. */
    private static boolean judgeAlike(byte[] document) {
        return switch (CborReader.read(document)) {
            case Verdict.Passed<CborValue>(CborValue value) -> {
                assertEquals(Optional.of(CborNotation.of(value)), otherReading(document));
                yield true;
            }
            case Verdict.Refused<CborValue>(DenyReason reason) -> {
                assertEquals(DenyReason.MALFORMED, reason);
                yield false;
            }
        };
    }

    private static Optional<String> otherReading(byte[] document) {
        try {
            return Optional.of(CborNotation.of(CBORObject.DecodeFromBytes(document)));
        } catch (CBORException _) {
            return Optional.empty();
        }
    }
}
