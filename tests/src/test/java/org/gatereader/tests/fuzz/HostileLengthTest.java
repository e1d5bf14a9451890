package org.gatereader.tests.fuzz;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import org.gatereader.verifier.encoding.CborReader;
import org.gatereader.verifier.verdict.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document can claim any length: what is allocated follows from the bytes that are there. */
class HostileLengthTest {
    private static final long ALLOCATED_BYTES_MAX = 4096;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5a7fffffff", "5a3fffffff", "5bffffffffffffffff", "5b000000007fffffff",
                "7a7fffffff", "7a3fffffff", "7bffffffffffffffff", "7b000000007fffffff",
                "9a7fffffff", "9a00ffffff", "9bffffffffffffffff", "9b0000000100000000",
                "ba7fffffff", "ba00ffffff", "bbffffffffffffffff", "bb0000000100000000",
                "d29a00ffffff", "81ba00ffffff", "a1005a3fffffff", "828183983f00"
            })
    void allocatesNothingByALengthThatIsOnlyClaimed(String hex) {
        byte[] document = HexFormat.of().parseHex(hex);
        assertRefusedWithin(document);
        assertRefusedWithin(Arrays.copyOf(document, 64));
    }

    private static void assertRefusedWithin(byte[] document) {
        // Once before: loading a class is no allocation of the document's making.
        CborReader.read(document);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        var verdict = CborReader.read(document);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertInstanceOf(Verdict.Refused.class, verdict);
        assertTrue(allocated <= ALLOCATED_BYTES_MAX, () -> allocated + " bytes allocated");
    }
}
