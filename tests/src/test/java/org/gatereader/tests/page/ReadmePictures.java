package org.gatereader.tests.page;

import static org.gatereader.tests.page.Chromium.says;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.page.DisplayPage;
import org.gatereader.daemon.page.LoopbackSite;
import org.gatereader.tests.Checkout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the README's pictures of the pages anew, from the pages themselves ({@code ./gate mvn test
 * -Dtest=ReadmePictures -Dsurefire.failIfNoSpecifiedTests=false}): whoever changes a page looks at
 * what came of it. It proves nothing, so it is none of the tests.
 */
class ReadmePictures {
    private static final Path DOCS = Checkout.root().resolve("reader-daemon/docs");

    /** So high that no page needs a scroll bar, which would take of its width. */
    private static final Rectangle PAGE = new Rectangle(0, 0, 1280, 3000);

    private static final Rectangle DEMO = new Rectangle(0, 0, 1440, 960);
    private static final Rectangle SCREEN = new Rectangle(0, 0, 1024, 600);
    private static final Rectangle TILE = new Rectangle(0, 0, 410, 240);
    private static final int GAP = 10;
    private static final Color BETWEEN = new Color(0xE6EAF0);

    private static @TempDir Path gateFiles;

    /** Its processes may still write while they end: the system clears it away, not the test. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path profile;

    private static Chromium browser;

    /** A sign, and what stands below it. */
    private record Shown(Sign sign, Sign.Words below) {
        Shown(Sign sign) {
            this(sign, Sign.Words.NONE);
        }
    }

    @BeforeAll
    static void startTheBrowser() throws IOException {
        browser = Chromium.start(profile);
        browser.theme("light");
    }

    @AfterAll
    static void endTheBrowser() {
        browser.close();
    }

    @Test
    void theScreenAtTheBarrierInItsSixStates() throws IOException {
        var six =
                List.of(
                        new Shown(Sign.READY),
                        new Shown(Sign.PASS),
                        new Shown(Sign.TRY_AGAIN),
                        new Shown(Sign.SEE_STAFF),
                        new Shown(Sign.OUT_OF_SERVICE),
                        new Shown(Sign.READY, Sign.NARROWED));
        var sheet =
                new BufferedImage(
                        3 * TILE.width + 4 * GAP,
                        2 * TILE.height + 3 * GAP,
                        BufferedImage.TYPE_INT_RGB);
        var pen = sheet.createGraphics();
        pen.setColor(BETWEEN);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        var page = new DisplayPage();
        try (var site = LoopbackSite.start(0, page::answer)) {
            browser.resize(SCREEN.width, SCREEN.height);
            browser.prefer("prefers-reduced-motion", "reduce");
            browser.open(site.address().resolve("/display"));
            for (int at = 0; at < six.size(); at++) {
                pen.drawImage(
                        screen(page, six.get(at)),
                        GAP + at % 3 * (TILE.width + GAP),
                        GAP + at / 3 * (TILE.height + GAP),
                        null);
            }
        }
        ImageIO.write(sheet, "png", DOCS.resolve("display.png").toFile());
    }

    private static Image screen(DisplayPage page, Shown shown) throws IOException {
        page.show(shown.sign(), 0);
        page.hint(shown.below());
        browser.await(
                "document.getElementById('sign').dataset.sign === '%s'".formatted(shown.sign()));
        browser.await(
                "document.getElementById('hint-korean').textContent === '%s'"
                        .formatted(shown.below().korean()));
        return ImageIO.read(new ByteArrayInputStream(browser.picture(SCREEN)))
                .getScaledInstance(TILE.width, TILE.height, Image.SCALE_SMOOTH);
    }

    @Test
    void theDemoWhileSomebodyIsLetIn() throws IOException, InterruptedException {
        try (var pages = PagesOfAGate.open(Files.createDirectory(gateFiles.resolve("demo")))) {
            browser.resize(DEMO.width, DEMO.height);
            browser.open(pages.demo());
            browser.await(says("#sign", "대 주세요"));
            for (String demoCase : List.of("revoked", "garbage", "valid")) {
                present(pages, demoCase);
            }
            browser.await(says("#sign", "통과하세요"));
            browser.await(says("#outcome", "GRANTED 2"));
            Files.write(DOCS.resolve("demo.png"), browser.picture(DEMO));
        }
    }

    @Test
    void theTechniciansPageAndTheAdmins() throws IOException, InterruptedException {
        try (var pages = PagesOfAGate.open(Files.createDirectory(gateFiles.resolve("pages")))) {
            browser.resize(PAGE.width, PAGE.height);
            browser.theme("light");
            browser.open(pages.address());
            browser.await("location.pathname === '/technician'");
            browser.await(says("#state", "Locked"));
            press("test");
            browser.await("!document.getElementById('report').hidden");
            // Played one after the other; with the last the gate is closed, and opens again.
            for (String demoCase : List.of("valid", "revoked", "garbage", "maintenance")) {
                present(pages, demoCase);
            }
            browser.await(says("#journal", "Maintenance ended"));
            take("technician-records.png", "#h-test", "#h-journal");
            browser.open(pages.address().resolve("/admin"));
            browser.await(says("#state", "Locked"));
            take("admin.png", ".bar", "#h-targets");
            browser.open(pages.address().resolve("/technician"));
            browser.await(says("#state", "Locked"));
            press("maintenance-on");
            browser.await(says("#camera-facts", "Finder patterns"));
            present(pages, "garbage");
            browser.await("document.querySelector('#outlines rect') !== null");
            take("technician.png", ".bar", "#h-devices");
        }
    }

    private static void present(PagesOfAGate pages, String demoCase) throws IOException {
        URI button = pages.demo().resolve("/case/" + demoCase);
        var pressed = (HttpURLConnection) button.toURL().openConnection();
        pressed.setRequestMethod("POST");
        assertTrue(pressed.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST);
    }

    private static void press(String id) throws IOException {
        browser.evaluate("document.getElementById('%s').click()".formatted(id));
    }

    /** From the top of the panel of one element to the end of another's. */
    private static void take(String name, String first, String last) throws IOException {
        String edge =
                "Math.round((document.querySelector('%s').closest('.panel, .bar')"
                        + ".getBoundingClientRect()).%s + scrollY)";
        int top = Integer.parseInt(browser.evaluate(edge.formatted(first, "top")));
        int bottom = Integer.parseInt(browser.evaluate(edge.formatted(last, "bottom")));
        int from = Math.max(0, top - GAP);
        var part = new Rectangle(0, from, PAGE.width, bottom + GAP - from);
        Files.write(DOCS.resolve(name), browser.picture(part));
    }
}
