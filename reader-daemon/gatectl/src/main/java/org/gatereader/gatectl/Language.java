package org.gatereader.gatectl;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.gatereader.daemon.control.wire.SelfTestReport;
import org.gatereader.verifier.verdict.DenyReason;

/** In what language whole sentences stand; everything else is English. */
enum Language {
    EN,
    KO;

    /** The language of a locale as in LANG, {@code ko_KR.UTF-8} say; English for all others. */
    static Language ofLocale(String locale) {
        return locale.matches("ko([_.@-].*)?") ? KO : EN;
    }

    /** The words of this language. */
    String of(SelfTestReport.Words words) {
        return this == KO ? words.korean() : words.english();
    }

    /** What a technician should know about a refusal, in one sentence. */
    String sentence(DenyReason reason) {
        String sentence = sentences().getProperty(String.valueOf(reason.code()));
        return Objects.requireNonNull(sentence, "every reason has a sentence: a test holds it");
    }

    private Properties sentences() {
        String file = "reasons-" + name().toLowerCase(Locale.ROOT) + ".properties";
        var sentences = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(Language.class.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can not be read", e);
        }
        return sentences;
    }
}
