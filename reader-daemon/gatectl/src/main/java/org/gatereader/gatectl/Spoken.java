package org.gatereader.gatectl;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that chooses a language, for verbs that say whole sentences. */
final class Spoken {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec verb;

    @Option(
            names = "--lang",
            paramLabel = "ko|en",
            description = "The language of whole sentences. Default: by LANG.")
    private @Nullable String language;

    /** The one that was asked for, else that of the caller's locale. */
    Language language(Surroundings.Caller caller) {
        return switch (language) {
            case null -> Language.ofLocale(caller.locale());
            case "ko" -> Language.KO;
            case "en" -> Language.EN;
            default ->
                    throw Usage.error(
                            verb, "--lang: expected ko or en, got '%s'".formatted(language));
        };
    }
}
