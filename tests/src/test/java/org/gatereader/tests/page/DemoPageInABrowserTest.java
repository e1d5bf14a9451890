package org.gatereader.tests.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gatereader.tests.page.Chromium.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.gatereader.demo.LiveGate;
import org.gatereader.demo.cases.CodeMaker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The demo's page as a person has it before them, in a real browser with the real daemon. */
class DemoPageInABrowserTest {
    private static @TempDir Path gateFiles;

    /** Its processes may still write while they end: the system clears it away, not the test. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path profile;

    private static LiveGate gate;
    private static Chromium browser;

    @BeforeAll
    static void openThePage() throws IOException, InterruptedException {
        assumeTrue(Chromium.isHere(), "this machine has no Chromium");
        browser = Chromium.start(profile);
        gate = LiveGate.open(gateFiles, 0, CodeMaker.with(new Random(1)));
        browser.open(gate.address());
    }

    @AfterAll
    static void closeThePage() {
        if (browser != null) {
            browser.close();
            gate.close();
        }
    }

    @BeforeEach
    void waitUntilTheGateServes() throws IOException {
        browser.resize(1440, 900);
        browser.await(sign("READY"));
        // A sign stands for a moment only: what was shown is kept for a test that comes later.
        browser.evaluate(
                "(window.shown = [], new MutationObserver(() => shown.push(['sign', 'sign-korean',"
                        + " 'barrier'].map(id => document.getElementById(id)).map(each =>"
                        + " each.dataset.sign + each.textContent + each.classList).join()))"
                        + ".observe(document.body, {subtree: true, attributes: true}))");
    }

    @Test
    void aPersonWithAValidPassIsLetThroughAtThePressOfAButton() throws IOException {
        press("Valid");
        browser.await(says("#outcome", "GRANTED 2"));
        browser.await(shown("PASS"));
        browser.await(shown("open"));
        browser.await(says("#expected", "granted 2"));
        browser.await(says("#journal", "Granted"));
    }

    @Test
    void aRevokedPassIsSentToStaffWithoutSayingWhyToThePerson() throws IOException {
        press("Revoked");
        browser.await(says("#outcome", "DENIED 408"));
        browser.await(shown("SEE_STAFF"));
        browser.await(shown("직원에게 문의해 주세요"));
    }

    @Test
    void aPhoneThatIsReportedLostIsRefusedUntilItIsFound() throws IOException {
        press("Valid");
        browser.await(says("#outcome", "GRANTED 2"));
        browser.await(sign("READY"));
        browser.evaluate("document.getElementById('lost').click()");
        browser.await(lost("true"));
        press("Valid");
        browser.await(says("#outcome", "DENIED 409"));
        browser.await(shown("SEE_STAFF"));
        browser.await(sign("READY"));
        browser.evaluate("document.getElementById('lost').click()");
        browser.await(lost("false"));
        press("Valid");
        browser.await(says("#outcome", "GRANTED 2"));
    }

    @Test
    void everyTextStandsOutFromItsGroundInBothThemes() throws IOException {
        String contrast = script("contrast.js");
        for (String theme : List.of("light", "dark")) {
            browser.theme(theme);
            assertEquals("", browser.evaluate(contrast), theme);
        }
        browser.theme("light");
    }

    @Test
    void noWindowHasToBeScrolledSideways() throws IOException {
        for (int width : List.of(1920, 1440, 1100, 820, 390)) {
            browser.resize(width, 900);
            String overhang =
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth";
            assertEquals("0", browser.evaluate(overhang), width + " pixels");
        }
    }

    @Test
    void whoeverHearsThePageIsToldWhatIsOnIt() throws IOException {
        assertEquals("ko", browser.evaluate("document.documentElement.lang"));
        assertEquals(
                "polite",
                browser.evaluate("document.getElementById('sign').getAttribute('aria-live')"));
        String nameless =
                "[...document.querySelectorAll('button, select, img')].filter(each =>"
                        + " !(each.alt ?? each.labels?.length ?? 1)"
                        + " && !each.textContent.trim()).length";
        assertEquals("0", browser.evaluate(nameless));
        assertEquals("12", browser.evaluate("document.querySelectorAll('.buttons button').length"));
    }

    @Test
    void nothingIsFetchedFromElsewhereAndNothingFails() throws IOException {
        String strangers =
                "performance.getEntriesByType('resource')"
                        + ".filter(each => !each.name.startsWith(location.origin)).length";
        assertEquals("0", browser.evaluate(strangers));
        assertEquals(List.of(), browser.complaints());
    }

    private static void press(String english) throws IOException {
        String button = button(english);
        assertTrue(
                browser.evaluate("(%s) !== undefined".formatted(button)).equals("true"), english);
        browser.evaluate("(%s).click()".formatted(button));
    }

    private static String button(String english) {
        return "[...document.querySelectorAll('#buttons > button')]"
                + ".find(each => each.lastChild.textContent === '%s')".formatted(english);
    }

    private static String sign(String sign) {
        return "document.getElementById('sign').dataset.sign === '%s'".formatted(sign);
    }

    private static String lost(String pressed) {
        return "document.getElementById('lost').getAttribute('aria-pressed') === '%s'"
                .formatted(pressed);
    }

    private static String shown(String part) {
        return "shown.some(each => each.includes('%s'))".formatted(part);
    }

    private static String script(String name) throws IOException {
        var file = DemoPageInABrowserTest.class.getResourceAsStream(name);
        try (file) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8).strip();
        }
    }
}
