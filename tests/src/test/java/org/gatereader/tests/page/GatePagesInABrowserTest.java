package org.gatereader.tests.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gatereader.tests.page.Chromium.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.gatereader.tests.Checkout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code gatectl page} serves of a real gate, as an admin and a technician have it. */
class GatePagesInABrowserTest {
    private static @TempDir Path gateFiles;

    /** Its processes may still write while they end: the system clears it away, not the test. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path profile;

    private static PagesOfAGate pages;
    private static Chromium browser;

    @BeforeAll
    static void letTheBrowserIn() throws IOException, InterruptedException {
        assumeTrue(Chromium.isHere(), "this machine has no Chromium");
        pages = PagesOfAGate.open(gateFiles);
        browser = Chromium.start(profile);
        browser.open(pages.address());
        browser.await("location.pathname === '/technician'");
    }

    @AfterAll
    static void closeBoth() {
        if (browser != null) {
            browser.close();
            pages.close();
        }
    }

    @Test
    void theTechnicianSeesDevicesTimesAndTheJournal() throws IOException {
        open("/technician");
        browser.await(says("#devices", "relay"));
        browser.await(says("#ages", "fresh"));
        browser.await(says("#journal", "Ready"));
        browser.await("document.querySelector('#plot svg') !== null");
    }

    @Test
    void theTechnicianTakesTheGateOutOfServiceAndLooksThroughItsCamera() throws IOException {
        open("/technician");
        browser.await(says("#camera-said", "only while nobody is admitted"));
        press("maintenance-on");
        browser.await(says("#state", "Out of service"));
        browser.await(says("#camera-facts", "Finder patterns"));
        press("maintenance-off");
        browser.await(says("#state", "Locked"));
        browser.await(says("#camera-said", "only while nobody is admitted"));
    }

    @Test
    void theTechnicianRunsTheSelfTestAndHasItsReport() throws IOException {
        open("/technician");
        browser.await(says("#state", "Locked"));
        press("test");
        browser.await("!document.getElementById('report').hidden");
        browser.await(says("#findings", "vectors"));
        browser.open(pages.address().resolve("/self-test.html"));
        browser.await("document.body.textContent.includes('vectors')");
        browser.await("getComputedStyle(document.querySelector('.state')).fontWeight === '700'");
        browser.await("document.querySelector('img').naturalWidth > 0");
        assertEquals("", browser.evaluate(script("contrast.js")));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void theAdminSeesVersionsAndDeadlinesAndIsToldWhyAFileIsRefused() throws IOException {
        open("/admin");
        browser.await(says("#roles", "timestamp"));
        browser.await(says("#lists", "read back"));
        browser.await(says("#targets", "issuers"));
        browser.evaluate(
                "(() => { const brought = new DataTransfer(); brought.items.add(new File(['no"
                        + " archive'], 'x.tar')); const file = document.getElementById('file');"
                        + " file.files = brought.files; file.dispatchEvent(new Event('change'));"
                        + " })()");
        browser.await(says("#outcome", "Refused: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/technician", "/admin"})
    void nothingIsSaidInEnglishAlone(String path) throws IOException {
        open("/technician");
        browser.await(says("#state", "Locked"));
        press("test");
        browser.await("!document.getElementById('report').hidden");
        open(path);
        browser.await(says("#state", "Locked"));
        browser.await("document.querySelector('#findings p, #targets td') !== null");
        assertEquals("", browser.evaluate(script("korean.js")));
    }

    @Test
    void theAddressThatWasPrintedWorksOnce() throws IOException {
        String token = Objects.requireNonNull(pages.address().getFragment());
        URI door = pages.address().resolve("/session");
        var again = assertInstanceOf(HttpURLConnection.class, door.toURL().openConnection());
        again.setRequestMethod("POST");
        again.setDoOutput(true);
        again.getOutputStream().write(token.getBytes(UTF_8));
        assertEquals(HttpURLConnection.HTTP_FORBIDDEN, again.getResponseCode());
    }

    @ParameterizedTest
    @CsvSource({"/technician, light", "/technician, dark", "/admin, light", "/admin, dark"})
    void everybodyCanReadIt(String path, String theme) throws IOException {
        browser.resize(1280, 900);
        browser.theme(theme);
        open(path);
        browser.await(says("#state", "Locked"));
        assertEquals("", browser.evaluate(script("contrast.js")));
        assertEquals("", Axe.findings(browser));
        assertEquals(List.of(), browser.complaints());
    }

    private static void open(String path) throws IOException {
        browser.open(URI.create(pages.address().resolve(path).toString()));
        browser.await("document.getElementById('state') !== null");
    }

    private static void press(String id) throws IOException {
        browser.await("!document.getElementById('%s').disabled".formatted(id));
        browser.evaluate("document.getElementById('%s').click()".formatted(id));
    }

    private static String script(String name) throws IOException {
        try (var file = GatePagesInABrowserTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8).strip();
        }
    }

    /** The accessibility rules of others; {@code ./gate test} fetches them. */
    private static final class Axe {
        static String findings(Chromium browser) throws IOException {
            Path rules =
                    Checkout.root().resolve("tests/peers/axe/node_modules/axe-core/axe.min.js");
            browser.evaluate("(() => {" + Files.readString(rules) + "})()");
            return browser.evaluate(
                    "axe.run().then(found => found.violations.flatMap(rule => rule.nodes.map(node"
                            + " => rule.id + ': ' + node.target.join(' '))).join('\\n'))");
        }
    }
}
