package org.gatereader.tests.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.page.DisplayPage;
import org.gatereader.daemon.page.LoopbackSite;
import org.gatereader.tests.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page that the kiosk opens: a file, for it has to be there when the gate is not. */
class KioskInABrowserTest {
    private static final String STYLE =
            "reader-daemon/daemon/src/main/resources/org/gatereader/daemon/page/display.css";

    /** Where shape and words stand. */
    private static final String PLACES =
            "[...document.querySelectorAll('.shape, h1 span')].map(part =>"
                    + " JSON.stringify(part.getBoundingClientRect())).join()";

    /** The browser's processes may still write while they end. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path directory;

    @Test
    void aScreenWithoutAGateSaysOutOfServiceAndGoesToTheGateOnceItAnswers() throws IOException {
        assumeTrue(Chromium.isHere(), "this machine has no Chromium");
        for (String file : new String[] {"systemd/kiosk.html", STYLE}) {
            Path source = Checkout.root().resolve(file);
            Files.copy(source, directory.resolve(source.getFileName()));
        }
        var page = new DisplayPage();
        int port = freePort();
        try (Chromium browser = Chromium.start(directory.resolve("profile"))) {
            browser.open(URI.create("file://" + directory.resolve("kiosk.html") + "#" + port));
            var sign = Sign.OUT_OF_SERVICE;
            assertEquals(sign.words().korean(), browser.evaluate(text("korean")));
            assertEquals(sign.words().english(), browser.evaluate(text("english")));
            assertEquals(
                    rgb(sign.look().background()), browser.evaluate(style("background-color")));
            assertEquals(rgb(sign.look().ink()), browser.evaluate(style("color")));
            browser.resize(800, 480);
            assertEquals("", browser.evaluate(DisplayInABrowserTest.script("cut-off.js")));

            String withoutAGate = browser.evaluate(PLACES);

            try (LoopbackSite site = LoopbackSite.start(port, page::answer)) {
                browser.await("location.href === '%sdisplay'".formatted(site.address()));
                page.show(sign, 0);
                browser.await(
                        "document.getElementById('sign').dataset.sign === '%s'".formatted(sign));
                assertEquals(withoutAGate, browser.evaluate(PLACES), "drawn as the gate draws it");
            }
        }
    }

    /** One that nobody listens at, for the moment. */
    private static int freePort() throws IOException {
        try (LoopbackSite site = LoopbackSite.start(0, new DisplayPage()::answer)) {
            return site.address().getPort();
        }
    }

    private static String text(String id) {
        return "document.getElementById('%s').textContent".formatted(id);
    }

    private static String style(String property) {
        return "getComputedStyle(document.getElementById('sign')).getPropertyValue('%s')"
                .formatted(property);
    }

    /** A colour as a browser writes it. */
    private static String rgb(int colour) {
        return String.format(
                Locale.ROOT,
                "rgb(%d, %d, %d)",
                colour >> 16 & 0xFF,
                colour >> 8 & 0xFF,
                colour & 0xFF);
    }
}
