package org.gatereader.tests.gatectl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.GreyPicture;
import org.gatereader.tests.gatectl.Gatectl.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckBadInputTest {
    @TempDir Path directory;
    private Desk desk;

    @BeforeEach
    void clearTheDesk() {
        desk = new Desk(directory);
    }

    @Test
    void saysWhyAFileCanNotBeRead() {
        assertUnreadable("no such file", directory.resolve("nothing.png"));
        assertUnreadable("expected a file, got a directory", directory);
        assertUnreadable("got 0 B", desk.bytes("empty", new byte[0]));
        assertUnreadable("got HEIC or AVIF", desk.text("photo.heic", "\0\0\0 ftypheic"));
        assertUnreadable(
                "expected a picture, or at most 1048576 bytes, got more",
                desk.text("long.txt", "x".repeat((1 << 20) + 1)));
    }

    @Test
    void aPictureWithoutACodeIsUnreadable() {
        byte[] grey = new byte[64 * 64];
        Arrays.fill(grey, (byte) 0x80);
        var file = desk.bytes("grey.png", new GreyPicture(grey, 64, 64).toPng());
        assertUnreadable("no QR code was found in this picture", file);
    }

    @Test
    void aDamagedPictureIsUnreadable() throws IOException {
        var whole = Files.readAllBytes(desk.picture("x.png", "x"));
        for (int length = 8; length < whole.length; length += whole.length / 7) {
            assertUnreadable(
                    "is not a whole PNG or JPEG picture",
                    desk.bytes("cut.png", Arrays.copyOf(whole, length)));
        }
    }

    @Test
    void looksAtAPicturesSizeBeforeItsPixels() {
        assertUnreadable(
                "at most 4096 px a side, got 4097 x 1", desk.bytes("wide.png", pngHead(4097, 1)));
        assertUnreadable(
                "got 2147483647 x 2147483647",
                desk.bytes("bomb.png", pngHead(Integer.MAX_VALUE, Integer.MAX_VALUE)));
    }

    @Test
    void everyDamagedFileIsJudgedOrSaidToBeUnreadable() throws IOException {
        var random = new Random(20300107);
        var text = desk.presentation().toText();
        var originals =
                List.of(
                        Files.readAllBytes(desk.picture("whole.png", text)),
                        jpeg(desk.picture("whole.png", text)),
                        text.getBytes(StandardCharsets.UTF_8),
                        desk.presentation().toBytes());
        var damaged = new ArrayList<Path>();
        for (int i = 0; i < 200; i++) {
            var content = originals.get(i % originals.size()).clone();
            for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
                content[random.nextInt(content.length)] = (byte) random.nextInt(256);
            }
            damaged.add(desk.bytes("damaged-" + i, content));
        }
        var answer = desk.check(damaged.toArray());
        var decision = Pattern.compile("(GRANTED|DENIED) \\d.*");
        long judged = answer.lines().stream().filter(decision.asMatchPredicate()).count();
        assertFalse(answer.out().contains("stopped by"), answer.out());
        assertEquals(damaged.size(), judged + answer.err().lines().count(), answer.err());
        assertTrue(answer.err().lines().allMatch(line -> line.startsWith("gatectl: " + directory)));
    }

    private static byte[] jpeg(Path picture) throws IOException {
        var content = new ByteArrayOutputStream();
        ImageIO.write(ImageIO.read(picture.toFile()), "jpeg", content);
        return content.toByteArray();
    }

    @Test
    void whatIsNeitherPictureNorTextIsJudgedAsAPresentation() {
        var answer = desk.check(desk.bytes("noise.bin", new byte[] {(byte) 0xff, 1, 2, 3}));
        assertEquals("DENIED 105 MALFORMED", answer.lastLine());
        assertEquals(1, answer.exitCode());
    }

    @Test
    void aFaultyTrustDirectoryNamesEveryPlaceAndNothingIsJudged() {
        desk.trust(
                entry -> entry.put("alg", "RS256").put("realm", "moon"),
                DemoSite.policy().put("site", 5));
        var answer = desk.check(desk.text("x.txt", "x"));
        assertEquals(3, answer.exitCode());
        assertEquals("", answer.out());
        var faults = answer.err().lines().toList();
        assertEquals(3, faults.size(), answer.err());
        var place = "\\Q" + desk.trust() + "\\E/(issuers|policy)\\.json:\\d+:\\d+: .*expected.*";
        faults.forEach(fault -> assertTrue(fault.matches(place), fault));
    }

    @Test
    void aFaultyStatusListIsAWarningAndItsCredentialsAreRefused() throws IOException {
        Path list;
        try (var files = Files.list(desk.trust().resolve("status"))) {
            list = files.findFirst().orElseThrow();
        }
        Files.writeString(list, "no list");
        var answer = desk.check(desk.text("valid.txt", desk.presentation().toText()));
        assertEquals("DENIED 405 STATUS_LIST_ABSENT", answer.lastLine());
        assertTrue(answer.err().startsWith("warning: " + list + ": expected"), answer.err());
    }

    @Test
    void aMissingTrustDirectoryIsSaid() {
        var answer = Gatectl.ofTechnician().run("check", "--trust", "/nowhere", "x");
        assertEquals(3, answer.exitCode());
        assertTrue(answer.err().contains("/nowhere: expected a trust directory"), answer.err());
    }

    @Test
    void aWrongCommandLineIsSaidInOneLineAndWhereToReadMore() {
        for (List<String> words :
                List.of(
                        List.of("check"),
                        List.of("check", "--at", "yesterday", "x"),
                        List.of("check", "--channel", "smoke", "x"),
                        List.of("check", "--lang", "la", "x"),
                        List.of("check", "--nonsense", "x"),
                        List.of("chekc"),
                        List.<String>of())) {
            var answer = Gatectl.ofTechnician().run(words.toArray());
            assertEquals(2, answer.exitCode(), words.toString());
            assertEquals("", answer.out());
            assertTrue(answer.err().contains("See gatectl"), answer.err());
        }
    }

    private void assertUnreadable(String why, Path file) {
        Answer answer = desk.check(file);
        assertEquals(3, answer.exitCode(), answer.toString());
        assertEquals("", answer.out());
        assertTrue(answer.err().startsWith("gatectl: " + file + ": "), answer.err());
        assertTrue(answer.err().strip().endsWith(why), answer.err());
        assertEquals(1, answer.err().lines().count());
    }

    /** A PNG that promises a picture of this size and holds nothing of it. */
    private static byte[] pngHead(int width, int height) {
        var header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        header.putInt(width).putInt(height).put(new byte[] {8, 0, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array());
        var png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        png.writeBytes(ByteBuffer.allocate(4).putInt(13).array());
        png.writeBytes(header.array());
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        return png.toByteArray();
    }
}
