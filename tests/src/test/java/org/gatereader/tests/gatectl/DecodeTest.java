package org.gatereader.tests.gatectl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.gatereader.demo.wallet.GreyPicture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeTest {
    @TempDir Path directory;
    private Desk desk;

    @BeforeEach
    void clearTheDesk() {
        desk = new Desk(directory);
    }

    @Test
    void printsPathMillisecondsAndTextOfEachImage() {
        var one = desk.picture("one.png", "GR1:ABC");
        var two =
                desk.picture(
                        "two.png", "\"quoted\"\t\u00ff\u0007 and words enough for a larger code");
        var answer = Gatectl.ofTechnician().run("decode", one, two);
        assertEquals(0, answer.exitCode());
        assertLine(one, "\"GR1:ABC\"", answer.lines().get(0));
        assertLine(
                two,
                "\"\\\"quoted\\\"\\tÿ\\u0007 and words enough for a larger code\"",
                answer.lines().get(1));
    }

    @Test
    void printsADashWhereThereIsNoCode() {
        var grey = desk.bytes("grey.png", new GreyPicture(new byte[4096], 64, 64).toPng());
        var answer = Gatectl.ofTechnician().run("decode", grey);
        assertEquals(1, answer.exitCode());
        assertLine(grey, "-", answer.lastLine());
    }

    @Test
    void aBrokenImageStopsNothingAndIsSaidAtTheEnd() {
        var broken = desk.text("broken.png", "no picture");
        var good = desk.picture("good.png", "the picture after the broken one");
        var answer = Gatectl.ofTechnician().run("decode", broken, good);
        assertEquals(3, answer.exitCode());
        assertLine(broken, "-", answer.lines().get(0));
        assertLine(good, "\"the picture after the broken one\"", answer.lines().get(1));
        assertTrue(answer.err().startsWith("gatectl: " + broken + ": is not"), answer.err());
    }

    @Test
    void readsHundredsOfImagesInOneCall() {
        var words = new Object[301];
        words[0] = "decode";
        for (int i = 1; i < words.length; i++) {
            words[i] =
                    desk.picture("image-" + i + ".png", "the text of a code with the number " + i);
        }
        var answer = Gatectl.ofTechnician().run(words);
        assertEquals(0, answer.exitCode());
        assertEquals(300, answer.lines().size());
        assertLine(
                (Path) words[300], "\"the text of a code with the number 300\"", answer.lastLine());
    }

    private static void assertLine(Path image, String text, String line) {
        var columns = line.split("\t", 3);
        assertEquals(image.toString(), columns[0]);
        assertTrue(columns[1].matches("\\d+\\.\\d\\d"), columns[1]);
        assertEquals(text, columns[2]);
    }
}
