package org.gatereader.tests.conformance;

import static org.gatereader.verifier.verdict.Check.CBOR;
import static org.gatereader.verifier.verdict.Check.CLAIMS;
import static org.gatereader.verifier.verdict.Check.SHAPE;
import static org.gatereader.verifier.verdict.DenyReason.CLAIMS_INVALID;
import static org.gatereader.verifier.verdict.DenyReason.HEADER_REFUSED;
import static org.gatereader.verifier.verdict.DenyReason.MALFORMED;
import static org.gatereader.verifier.verdict.DenyReason.WRONG_SHAPE;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Check 4 of PROFILE-P1: each of the five documents is deterministic CBOR within its limits, and
 * all of them are read before the shape of one is judged.
 */
class P1DocumentsTest {
    /** A label that no document of P1 knows. */
    private static final long STRANGE = 99;

    private static final int DEPTH_MAX = 8;
    private static final int ITEMS_MAX = 64;

    private static final Cbor ZERO = Cbor.integer(0);

    /** The five documents: how deep a strange entry lies in each, and how many items beside it. */
    private enum Document {
        // Tag, array, map; the array and its four elements.
        TOKEN(3, 5),
        // alg, typ, and the credential with its array and its four elements.
        TOKEN_HEADER(1, 11),
        TOKEN_CLAIMS(1, 7),
        CREDENTIAL_HEADER(1, 7),
        // Nine claims; cnf has two maps and four members, status two maps and two members.
        CREDENTIAL_CLAIMS(1, 35);

        private final int depth;
        private final int items;

        Document(int depth, int items) {
            this.depth = depth;
            this.items = items;
        }

        /** A presentation that has this value under a strange label of this document. */
        Presentation with(World world, Cbor value) {
            return switch (this) {
                case TOKEN ->
                        world.token().unprotected(Cbor.map(new CborMap().put(STRANGE, value)));
                case TOKEN_HEADER -> world.token().header(STRANGE, value);
                case TOKEN_CLAIMS -> world.token().claim(STRANGE, value);
                case CREDENTIAL_HEADER -> world.present(world.credential().header(STRANGE, value));
                case CREDENTIAL_CLAIMS -> world.present(world.credential().claim(STRANGE, value));
            };
        }

        /** A presentation of which this document was changed before it was signed. */
        Presentation changed(World world, UnaryOperator<byte[]> change) {
            return switch (this) {
                case TOKEN -> world.token().tagging(array -> tagged(array, change));
                case TOKEN_HEADER -> world.token().headerBytes(change);
                case TOKEN_CLAIMS -> world.token().claimBytes(change);
                case CREDENTIAL_HEADER -> world.present(world.credential().headerBytes(change));
                case CREDENTIAL_CLAIMS -> world.present(world.credential().claimBytes(change));
            };
        }

        private static Cbor tagged(Cbor array, UnaryOperator<byte[]> change) {
            return Cbor.raw(change.apply(Cbor.tag(18, array).toBytes()));
        }
    }

    @TestFactory
    Stream<DynamicTest> eightLevelsAreReadAndNineAreNot() {
        var cases = Cases.of(CBOR, MALFORMED);
        for (Document document : Document.values()) {
            int free = DEPTH_MAX - document.depth;
            within(cases, document, "8 levels in " + document, nested(free));
            cases.then(CBOR, MALFORMED)
                    .refuses(
                            "9 levels in " + document,
                            w -> w.decide(document.with(w, nested(free + 1))))
                    .refuses(
                            "9 levels, the last a tag, in " + document,
                            w -> w.decide(document.with(w, nested(free, Cbor.tag(99, ZERO)))));
        }
        return cases.tests();
    }

    @TestFactory
    Stream<DynamicTest> sixtyFourItemsAreReadAndSixtyFiveAreNot() {
        var cases = Cases.of(CBOR, MALFORMED);
        for (Document document : Document.values()) {
            // The strange label and the array itself count, too.
            int free = ITEMS_MAX - document.items - 2;
            within(cases, document, "64 items in " + document, zeros(free));
            within(cases, document, "64 items, all tagged, in " + document, taggedZeros(free));
            cases.then(CBOR, MALFORMED)
                    .refuses(
                            "65 items in " + document,
                            w -> w.decide(document.with(w, zeros(free + 1))));
        }
        return cases.tests();
    }

    @TestFactory
    Stream<DynamicTest> eachDocumentIsWrittenInTheOneWay() {
        var cases = Cases.of(CBOR, MALFORMED);
        for (Document document : Document.values()) {
            cases.refuses("a byte behind " + document, w -> changed(w, document, resizedBy(1)))
                    .refuses(document + " cut short", w -> changed(w, document, resizedBy(-1)))
                    .refuses(document + " empty", w -> changed(w, document, _ -> new byte[0]))
                    .refuses(
                            "a head too wide on " + document,
                            w -> changed(w, document, P1DocumentsTest::widened))
                    .refuses(
                            "an indefinite length in " + document,
                            w -> changed(w, document, P1DocumentsTest::indefinite));
        }
        return cases.tests();
    }

    @TestFactory
    Stream<DynamicTest> noValueIsWrittenInAnotherWayOrIsAFloatOrBignum() {
        byte[] one = {1};
        return Cases.of(CBOR, MALFORMED)
                .refuses("an integer too wide", w -> claimed(w, Cbor.widened(Cbor.integer(23), 1)))
                .refuses("a length too wide", w -> claimed(w, Cbor.widened(Cbor.bytes(one), 2)))
                .refuses("a tag too wide", w -> claimed(w, Cbor.widened(Cbor.tag(4, ZERO), 1)))
                .refuses("a simple value too wide", w -> claimed(w, Cbor.wideHead(7, 31, 1)))
                .refuses("a half float", w -> claimed(w, Cbor.float16(0x3c00)))
                .refuses("a float", w -> claimed(w, Cbor.float32(1.5f)))
                .refuses("a double", w -> claimed(w, Cbor.float64(1.5)))
                .refuses("a positive bignum", w -> claimed(w, Cbor.tag(2, Cbor.bytes(one))))
                .refuses("a negative bignum", w -> claimed(w, Cbor.tag(3, Cbor.bytes(one))))
                .refuses("bytes in chunks", w -> claimed(w, Cbor.indefiniteBytes(List.of())))
                .refuses("text in chunks", w -> claimed(w, Cbor.indefiniteText(List.of())))
                .refuses("an array without end", w -> claimed(w, Cbor.indefiniteArray(List.of())))
                .refuses("a break alone", w -> claimed(w, octet(0xff)))
                .refuses("a reserved width", w -> claimed(w, octet(0x1c)))
                .refuses("text that is not UTF-8", w -> claimed(w, Cbor.text(new byte[] {-61, 40})))
                .refuses("a length that lies", w -> claimed(w, Cbor.wideHead(2, 0xffff_ffffL, 4)))
                .refuses("a count that lies", w -> claimed(w, Cbor.wideHead(4, -1, 8)))
                .refuses("a key twice", w -> claimed(w, map(1, 1)))
                .refuses("keys in descending order", w -> claimed(w, map(2, 1)))
                .refuses("shorter keys first, as RFC 7049 had it", w -> claimed(w, map(-1, 300)))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrittenInTheOneWayAndNotKnownIsIgnored() {
        var greatest = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
        return Cases.of(CBOR, MALFORMED)
                .grants("an integer of one byte", w -> claimed(w, Cbor.integer(24)))
                .grants("the greatest integer", w -> claimed(w, Cbor.integer(greatest)))
                .grants("the least integer", w -> claimed(w, Cbor.integer(greatest.not())))
                .grants("a tag", w -> claimed(w, Cbor.tag(4, ZERO)))
                .grants("null", w -> claimed(w, Cbor.simple(22)))
                .grants("undefined", w -> claimed(w, Cbor.simple(23)))
                .grants("a simple value", w -> claimed(w, Cbor.simple(32)))
                .grants("no bytes", w -> claimed(w, Cbor.bytes(new byte[0])))
                .grants("text in UTF-8", w -> claimed(w, Cbor.text("홍길동")))
                .grants("an empty map", w -> claimed(w, Cbor.map(new CborMap())))
                .grants("keys in ascending order", w -> claimed(w, map(1, 2)))
                .grants("keys ordered by their bytes", w -> claimed(w, map(300, -1)))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> allDocumentsAreReadBeforeAShapeIsJudged() {
        return Cases.of(CBOR, MALFORMED)
                .refuses(
                        "bad claims under a header that is not allowed",
                        w -> w.decide(withBadClaims(w).header(STRANGE, ZERO)))
                .refuses(
                        "bad claims beside a signature of 63 bytes",
                        w -> w.decide(withBadClaims(w).signature(s -> Arrays.copyOf(s, 63))))
                .then(SHAPE, WRONG_SHAPE)
                .refuses(
                        "bad claims that a missing tag hides",
                        w -> w.decide(withBadClaims(w).tagging(array -> array)))
                .tests();
    }

    /** What is within the limits is judged by the check after this one, and ignored as a claim. */
    private static void within(Cases cases, Document document, String sentence, Cbor value) {
        Cases.Row row = w -> w.decide(document.with(w, value));
        switch (document) {
            case TOKEN -> cases.then(SHAPE, WRONG_SHAPE).refuses(sentence, row);
            case TOKEN_HEADER, CREDENTIAL_HEADER ->
                    cases.then(SHAPE, HEADER_REFUSED).refuses(sentence, row);
            case TOKEN_CLAIMS -> cases.then(CLAIMS, CLAIMS_INVALID).refuses(sentence, row);
            case CREDENTIAL_CLAIMS -> cases.grants(sentence, row);
        }
    }

    private static AccessDecision<Realm.Production> changed(
            World world, Document document, UnaryOperator<byte[]> change) {
        return world.decide(document.changed(world, change));
    }

    private static AccessDecision<Realm.Production> claimed(World world, Cbor value) {
        return world.decide(Document.CREDENTIAL_CLAIMS.with(world, value));
    }

    private static Presentation withBadClaims(World world) {
        return world.present(world.credential().claimBytes(resizedBy(1)));
    }

    private static UnaryOperator<byte[]> resizedBy(int bytes) {
        return document -> Arrays.copyOf(document, document.length + bytes);
    }

    private static byte[] widened(byte[] document) {
        return Cbor.widened(Cbor.raw(document), 4).toBytes();
    }

    /** The same map, or the same array behind its tag, with a break in place of a count. */
    private static byte[] indefinite(byte[] document) {
        byte[] changed = Arrays.copyOf(document, document.length + 1);
        int head = (document[0] & 0xe0) == 0xc0 ? 1 : 0;
        changed[head] |= 0x1f;
        changed[document.length] = (byte) 0xff;
        return changed;
    }

    private static Cbor nested(int arrays) {
        return nested(arrays, ZERO);
    }

    private static Cbor nested(int arrays, Cbor innermost) {
        var nested = innermost;
        for (int i = 0; i < arrays; i++) {
            nested = Cbor.array(nested);
        }
        return nested;
    }

    private static Cbor zeros(int count) {
        return Cbor.array(Collections.nCopies(count, ZERO));
    }

    private static Cbor taggedZeros(int count) {
        return Cbor.array(Collections.nCopies(count, Cbor.tag(99, ZERO)));
    }

    private static Cbor map(long first, long second) {
        var entries = new CborMap();
        entries.add(Cbor.integer(first), ZERO).add(Cbor.integer(second), ZERO);
        return Cbor.mapAsGiven(entries);
    }

    private static Cbor octet(int value) {
        return Cbor.raw(new byte[] {(byte) value});
    }
}
