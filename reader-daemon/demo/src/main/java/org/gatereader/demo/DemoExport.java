package org.gatereader.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gatereader.demo.cases.DemoCase;
import org.gatereader.demo.cases.DemoCases;
import org.gatereader.demo.cases.DemoTrust;
import org.gatereader.demo.cases.Forge;
import org.gatereader.demo.cases.Recipes;
import org.gatereader.demo.cases.Scene;
import org.gatereader.demo.cases.ShownCode;
import org.gatereader.demo.wallet.DemoSite;

/**
 * Writes each case as files, with the trust directory, gate and instant that {@code gatectl check}
 * needs to judge it anywhere.
 */
final class DemoExport {
    private static final String README =
            """
            The cases of gate-reader's demo as files. Every key in here is public: a gate that
            trusts one lets everybody in.

            cases/NAME/picture.png       the code as the phone shows it
            cases/NAME/text.txt          what the code says, without a line end
            cases/NAME/presentation.bin  the bytes inside the text, where there are any
            cases/NAME/gate.txt          the gate's id
            cases/NAME/at.txt            the instant of the presentation
            cases/NAME/nonce.txt         the gate's challenge, where one is demanded
            cases/NAME/expect.txt        granted CLASS, denied NUMBER, or none
            trust/SCENE/                 the trust directory of the case's scene
            cases.tsv                    all of it as a table

            gatectl check --trust trust/day --gate "$(cat cases/valid/gate.txt)" \\
                --at "$(cat cases/valid/at.txt)" cases/valid/picture.png
            """;

    private final RandomGenerator random;

    DemoExport(RandomGenerator random) {
        this.random = random;
    }

    /** Writes everything, over what an earlier export left. */
    void writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("README.txt"), README);
        for (Scene scene : EnumSet.allOf(Scene.class)) {
            DemoTrust.of(scene, scene.beginsAt()).writeTo(directory.resolve(trustPath(scene)));
        }
        var table = new ArrayList<String>();
        table.add("case\texpect\tat\tgate\ttrust\tpicture");
        for (DemoCase demoCase : DemoCases.judged()) {
            table.add(writeCase(directory, demoCase));
        }
        Files.write(directory.resolve("cases.tsv"), table);
    }

    private String writeCase(Path root, DemoCase demoCase) throws IOException {
        String name = "cases/" + demoCase.name();
        Path directory = Files.createDirectories(root.resolve(name));
        var at = demoCase.scene().beginsAt();
        ShownCode code = Recipes.of(demoCase).make(Forge.forFiles(demoCase.scene(), random));
        String expected = demoCase.checked().toString();
        Files.write(directory.resolve("picture.png"), code.picture().toPng());
        write(directory, "text.txt", code.text());
        if (code.presentation().isPresent()) {
            Files.write(directory.resolve("presentation.bin"), code.presentation().get());
        }
        var challenge = Forge.challengeOfFiles(demoCase.scene());
        if (challenge.isPresent()) {
            write(directory, "nonce.txt", challenge.get().nonce() + "\n");
        }
        write(directory, "gate.txt", DemoSite.GATE + "\n");
        write(directory, "at.txt", at + "\n");
        write(directory, "expect.txt", expected + "\n");
        return String.join(
                "\t",
                List.of(
                        demoCase.name(),
                        expected,
                        at.toString(),
                        DemoSite.GATE,
                        trustPath(demoCase.scene()),
                        name + "/picture.png"));
    }

    private static String trustPath(Scene scene) {
        return "trust/" + scene.label();
    }

    private static void write(Path directory, String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text, StandardCharsets.UTF_8);
    }
}
