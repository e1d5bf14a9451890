package org.gatereader.daemon.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.gate.GateState;
import org.gatereader.daemon.gate.OutOfService;
import org.gatereader.daemon.time.ClockCondition;
import org.gatereader.verifier.decision.GateEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the pages have to say, they can say in Korean and English. */
class WordsTest {
    private final String words;

    WordsTest() throws IOException {
        try (var file = SharedFiles.class.getResourceAsStream("words.js")) {
            words = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyEventHasItsWords(GateEvent.Kind kind) {
        assertHas(Integer.toString(kind.code()));
    }

    @ParameterizedTest
    @EnumSource
    void everyStateHasItsWords(GateState state) {
        assertHas(state.name());
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsWords(OutOfService reason) {
        assertHas(reason.name());
    }

    @ParameterizedTest
    @EnumSource
    void everySignHasItsWords(Sign sign) {
        assertHas(sign.name());
    }

    @ParameterizedTest
    @EnumSource
    void everyConditionOfTheClockHasItsWords(ClockCondition condition) {
        assertHas(condition.name());
    }

    @Test
    void aNameThatNobodyUsesHasNone() {
        assertTrue(!Pattern.compile(entry("NO_SUCH_REASON")).matcher(words).find());
    }

    private void assertHas(String name) {
        assertTrue(Pattern.compile(entry(name)).matcher(words).find(), name);
    }

    private static String entry(String name) {
        return "(?m)^  " + name + ": \\[\"[^\"]*[가-힣][^\"]*\", \"[^\"]+\"\\]";
    }
}
