package org.gatereader.gatectl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageTest {
    @ParameterizedTest
    @EnumSource
    void everyReasonHasASentenceInEachLanguage(DenyReason reason) {
        assertFalse(Language.EN.sentence(reason).isBlank());
        assertNotEquals(Language.EN.sentence(reason), Language.KO.sentence(reason));
    }

    @ParameterizedTest
    @CsvSource({"ko_KR.UTF-8, KO", "ko, KO", "en_GB.UTF-8, EN", "C, EN", "kok_IN, EN", "'', EN"})
    void speaksKoreanInKoreanLocalesAndEnglishElsewhere(String locale, Language expected) {
        assertEquals(expected, Language.ofLocale(locale));
    }
}
