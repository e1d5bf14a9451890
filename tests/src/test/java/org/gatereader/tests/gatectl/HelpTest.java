package org.gatereader.tests.gatectl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gatereader.tests.gatectl.Gatectl.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "decode",
                "status",
                "maintenance",
                "clock-reset",
                "self-test",
                "repo",
                "revoke",
                "suspend",
                "restore",
                "trust",
                "import",
                "enroll",
                "retire"
            })
    void everyVerbExplainsItselfAndItsExitCodes(String verb) {
        var help = run("help", verb);
        assertEquals(0, help.exitCode());
        assertTrue(help.out().contains("Usage: gatectl " + verb), help.out());
        assertTrue(help.out().contains("Exit codes"), help.out());
        assertEquals(help, run(verb, "--help"));
        assertTrue(run("--help").out().contains("\n  " + verb + " "), run("--help").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"push", "fleet", "lost"})
    void aVerbThatIsNotBuiltSaysSoInOneLine(String verb) {
        var answer = run(verb, "--option", "and", "words");
        assertEquals(new Answer(69, "", "gatectl " + verb + ": not built yet\n"), answer);
        assertTrue(
                run("--help")
                        .out()
                        .replaceAll("\\s+", " ")
                        .matches(".*built yet: .*" + verb + ".*"));
    }

    @Test
    void aMistypedVerbIsAnsweredWithTheOneThatWasMeant() {
        var answer = run("chekc", "file.png");
        assertEquals(2, answer.exitCode());
        assertTrue(answer.err().contains("Did you mean: gatectl check"), answer.err());
    }

    private static Answer run(Object... words) {
        return Gatectl.ofTechnician().run(words);
    }
}
