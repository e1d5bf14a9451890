package org.gatereader.tests.gatectl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.gatereader.demo.wallet.Presentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bit changed anywhere in a valid presentation, and one of the checks 1 to 11 refuses it. */
class BitFlipTest {
    /** A later check would mean that somebody's signature held over bytes he never signed. */
    private static final int LAST_CHECK = 11;

    private static final Pattern FAILED = Pattern.compile("^ +(\\d+)  FAILED ", Pattern.MULTILINE);

    @TempDir Path directory;

    @Test
    void noSingleBitOfAPresentationCanBeFlipped() {
        var desk = new Desk(directory);
        byte[] valid = desk.presentation().toBytes();
        var whole = desk.picture("valid.png", Presentation.textOf(valid));
        assertEquals("GRANTED 2", desk.check(whole).lastLine());
        var flipped = new ArrayList<Path>();
        for (int bit = 0; bit < 8 * valid.length; bit++) {
            byte[] bytes = valid.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            flipped.add(desk.bytes(bit + ".bin", bytes));
        }
        // One call: each file is judged by a guard of its own all the same.
        var answer = desk.check(flipped.toArray());
        long denied = answer.lines().stream().filter(line -> line.startsWith("DENIED ")).count();
        assertEquals(8L * valid.length, denied);
        assertFalse(answer.lines().stream().anyMatch(line -> line.startsWith("GRANTED ")));
        var failed = FAILED.matcher(answer.out()).results().toList();
        assertEquals(denied, failed.size());
        failed.forEach(check -> assertTrue(Integer.parseInt(check.group(1)) <= LAST_CHECK));
        System.out.println("bit flips refused by checks 1 to 11: " + denied);
    }
}
