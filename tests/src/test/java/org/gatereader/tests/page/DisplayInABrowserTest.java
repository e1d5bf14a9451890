package org.gatereader.tests.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.page.DisplayPage;
import org.gatereader.daemon.page.LoopbackSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The screen at the barrier as a person sees it, in a real browser. */
class DisplayInABrowserTest {
    private static final Sign.Words HINT =
            new Sign.Words("화면을 더 밝게 해 주세요", "Please brighten the screen");

    private static final String CHALLENGE = "gr-challenge:seoul-main-03:AAECAwQFBgcICQoLDA0ODw";

    private static final String CODE_IS_DRAWN =
            "document.querySelector('#code path').getAttribute('d') !== ''";

    /** Makes the page keep each tone that it sounds. */
    private static final String LISTEN =
            "(window.tones = [], AudioContext.prototype.createOscillator = new Proxy("
                    + "AudioContext.prototype.createOscillator, {apply: (make, context, given) =>"
                    + " tones[tones.push(Reflect.apply(make, context, given)) - 1]}))";

    private static final String GROUND =
            "getComputedStyle(document.getElementById('sign')).backgroundColor";

    /** The two screens that are sold for this, in pixels. */
    private static final List<int[]> SCREENS = List.of(new int[] {1024, 600}, new int[] {800, 480});

    /** Its processes may still write while they end: the system clears it away, not the test. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path profile;

    private static DisplayPage page;
    private static LoopbackSite site;
    private static Chromium browser;
    private static long aliveAtNanos;

    @BeforeAll
    static void openTheScreen() throws IOException {
        assumeTrue(Chromium.isHere(), "this machine has no Chromium");
        page = new DisplayPage();
        site = LoopbackSite.start(0, page::answer);
        browser = Chromium.start(profile);
        browser.open(site.address().resolve("/display"));
        browser.evaluate(LISTEN);
    }

    @AfterAll
    static void closeTheScreen() {
        if (browser != null) {
            browser.close();
            site.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSignFillsEitherScreenAndACodeStandsOnlyWhereAPhoneIsAskedFor(Sign sign)
            throws IOException {
        page.show(sign, 0);
        page.hint(HINT);
        page.challenge(CHALLENGE);
        browser.await(shows(sign));
        browser.await(CODE_IS_DRAWN);
        assertEquals(!sign.asksForAPhone(), isCodeHidden());
        for (int[] screen : SCREENS) {
            browser.resize(screen[0], screen[1]);
            assertEquals("", browser.evaluate(script("cut-off.js")), sign + " " + screen[0]);
            assertEquals("", browser.evaluate(script("contrast.js")), sign + " " + screen[0]);
        }
        page.hint(Sign.Words.NONE);
        page.challenge("");
        browser.await("!(%s)".formatted(CODE_IS_DRAWN));
    }

    @Test
    void theCodeIsBackBesideTheNextSignThatAsksForAPhone() throws IOException {
        page.challenge(CHALLENGE);
        browser.await(CODE_IS_DRAWN);
        for (Sign sign : List.of(Sign.PASS, Sign.TRY_AGAIN, Sign.OUT_OF_SERVICE, Sign.READY)) {
            page.show(sign, 0);
            browser.await(shows(sign));
            assertEquals(!sign.asksForAPhone(), isCodeHidden(), sign.name());
        }
        page.challenge("");
        browser.await("!(%s)".formatted(CODE_IS_DRAWN));
        assertTrue(isCodeHidden());
    }

    @Test
    void aGateThatServesOnlySomeShowsAnotherShapeOnAnotherGroundAndSaysSo() throws IOException {
        page.show(Sign.READY, 0);
        page.hint(Sign.NARROWED);
        browser.await("document.querySelector('main.narrowed #hint').checkVisibility()");
        String ready = "document.getElementById('shape').getAttribute('href') === '#phone'";
        browser.await("!(%s)".formatted(ready));
        String ground = browser.evaluate(GROUND);
        for (int[] screen : SCREENS) {
            browser.resize(screen[0], screen[1]);
            assertEquals("", browser.evaluate(script("cut-off.js")));
            assertEquals("", browser.evaluate(script("contrast.js")));
        }
        page.hint(HINT);
        browser.await(ready);
        assertNotEquals(ground, browser.evaluate(GROUND));
        page.hint(Sign.Words.NONE);
    }

    @Test
    void nothingMovesForWhoeverPrefersThat() throws IOException {
        page.show(Sign.READY, 0);
        browser.await(shows(Sign.READY));
        String moves = "getComputedStyle(document.querySelector('.shape')).animationName";
        assertEquals("nod", browser.evaluate(moves));
        browser.prefer("prefers-reduced-motion", "reduce");
        assertEquals("none", browser.evaluate(moves));
        browser.prefer("prefers-reduced-motion", "no-preference");
    }

    @ParameterizedTest
    @EnumSource
    void aSignSoundsAsManyTonesAsHighAsItsChime(Sign sign) throws IOException {
        page.runOnce(aliveAtNanos += 2_000_000_000L);
        page.show(Sign.STARTING, 0);
        browser.await(shows(Sign.STARTING));
        browser.evaluate("tones.length = 0");
        page.show(sign, 0);
        browser.await(shows(sign));
        browser.await("tones.length === %d".formatted(sign.chime().count()));
        String pitch = "tones.every(tone => tone.frequency.value === %d)";
        assertEquals("true", browser.evaluate(pitch.formatted(sign.chime().hertz())));
    }

    @Test
    void whoeverHearsTheScreenIsToldItsSignAtOnce() throws IOException {
        assertEquals("ko", browser.evaluate("document.documentElement.lang"));
        assertEquals(
                "assertive",
                browser.evaluate("document.getElementById('sign').getAttribute('aria-live')"));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void aGateThatSaysNothingMoreIsOutOfServiceUntilItSpeaksAgain() throws IOException {
        page.show(Sign.READY, 0);
        page.runOnce(aliveAtNanos += 2_000_000_000L);
        browser.await(shows(Sign.READY));
        browser.await(shows(Sign.OUT_OF_SERVICE));
        page.runOnce(aliveAtNanos += 2_000_000_000L);
        browser.await(shows(Sign.READY));
    }

    /** Measured and not judged: a time is no pass mark. A person does not see 100 ms. */
    @Test
    void everySignIsPaintedAndHowSoonIsPrinted() throws IOException {
        InstantSource wall = InstantSource.system();
        List<Double> millis = new ArrayList<>();
        for (int turn = 0; turn < 40; turn++) {
            Sign sign = turn % 2 == 0 ? Sign.PASS : Sign.READY;
            browser.evaluate("delete document.getElementById('sign').dataset.paintedAt");
            long shownAt = wall.millis();
            page.show(sign, 0);
            browser.await("document.getElementById('sign').dataset.paintedAt !== undefined");
            String paintedAt =
                    browser.evaluate("document.getElementById('sign').dataset.paintedAt");
            millis.add(Double.parseDouble(paintedAt) - shownAt);
        }
        millis.sort(null);
        System.out.printf(
                "counted: display: decision to pixels in headless Chromium, 40 signs: p50 %.0f ms,"
                        + " p95 %.0f ms, worst %.0f ms%n",
                millis.get(20), millis.get(37), millis.get(39));
    }

    private static String shows(Sign sign) {
        return "document.getElementById('sign').dataset.sign === '%s'".formatted(sign);
    }

    private static boolean isCodeHidden() throws IOException {
        return browser.evaluate("document.getElementById('challenge').hidden").equals("true");
    }

    static String script(String name) throws IOException {
        var file = DisplayInABrowserTest.class.getResourceAsStream(name);
        try (file) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8).strip();
        }
    }
}
