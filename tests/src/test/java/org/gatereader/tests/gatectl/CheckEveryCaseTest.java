package org.gatereader.tests.gatectl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.gatereader.demo.cases.DemoCase;
import org.gatereader.demo.cases.DemoCases;
import org.gatereader.demo.cases.DemoTrust;
import org.gatereader.demo.cases.Forge;
import org.gatereader.demo.cases.Recipes;
import org.gatereader.demo.cases.Scene;
import org.gatereader.demo.cases.ShownCode;
import org.gatereader.demo.wallet.DemoSite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of the demo as the files that a technician may get. */
class CheckEveryCaseTest {
    @TempDir static Path directory;

    @BeforeAll
    static void writeTrust() throws IOException {
        for (Scene scene : Scene.values()) {
            DemoTrust.of(scene, scene.beginsAt()).writeTo(directory.resolve(scene.label()));
        }
    }

    static Stream<String> casesThatCanBeJudged() {
        return DemoCases.judged().stream().map(DemoCase::name);
    }

    @ParameterizedTest
    @MethodSource("casesThatCanBeJudged")
    void pictureTextAndBytesAreAnsweredAsTheDataFileExpects(String name) throws IOException {
        var demoCase = DemoCases.named(name);
        var now = demoCase.scene().beginsAt();
        var words = new ArrayList<Object>(List.of("check", "--gate", DemoSite.GATE));
        words.addAll(List.of("--trust", directory.resolve(demoCase.scene().label())));
        Forge.challengeOfFiles(demoCase.scene())
                .ifPresent(challenge -> words.addAll(List.of("--nonce", challenge.nonce())));
        var forge = Forge.forFiles(demoCase.scene(), new Random(1));
        for (Path file : files(Recipes.of(demoCase).make(forge))) {
            var answer = Gatectl.ofTechnician().at(now).run(Desk.with(words.toArray(), file));
            assertEquals(
                    demoCase.checked().toString(), decision(answer.lastLine()), file.toString());
        }
    }

    private static List<Path> files(ShownCode code) throws IOException {
        var files = new ArrayList<Path>();
        files.add(Files.write(directory.resolve("picture.png"), code.picture().toPng()));
        files.add(Files.writeString(directory.resolve("text.txt"), code.text()));
        if (code.presentation().isPresent() && code.presentation().get().length > 0) {
            files.add(
                    Files.write(directory.resolve("presentation.bin"), code.presentation().get()));
        }
        return files;
    }

    /** {@code granted 2} of the last line {@code GRANTED 2}, as the data file writes it. */
    private static String decision(String lastLine) {
        var words = lastLine.toLowerCase(Locale.ROOT).split(" ", 3);
        return words[0] + " " + words[1];
    }
}
