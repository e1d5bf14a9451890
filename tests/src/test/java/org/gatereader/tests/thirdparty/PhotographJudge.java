package org.gatereader.tests.thirdparty;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gatereader.qr.QrReader;
import org.gatereader.qr.ReadCode;
import org.gatereader.tests.Checkout;
import org.gatereader.tests.benchmark.Photographs;

/** ZXing's photographs of codes, each beside the text that it shows. */
final class PhotographJudge implements Judge {
    @Override
    public String outcome(Path file) {
        String name = file.toString();
        if (!name.endsWith(".png")) {
            return Files.exists(Path.of(name.replaceAll("\\.(metadata\\.)?txt$", ".png")))
                    ? "read beside its picture"
                    : "its picture is missing";
        }
        var read = new QrReader(() -> 0).readStill(Photographs.luma(file), 1);
        if (read.isEmpty()) {
            return "not read";
        }
        String stated = Checkout.read(Path.of(name.replace(".png", ".txt")));
        return read.map(ReadCode::text).orElseThrow().equals(stated) ? "read" : "misread";
    }
}
