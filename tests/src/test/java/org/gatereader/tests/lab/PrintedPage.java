package org.gatereader.tests.lab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.gatereader.qr.Luma;
import org.gatereader.qr.QrReader;

/** The page that a self-test writes, before somebody who wants to read a code off it. */
final class PrintedPage {
    private static final Pattern PICTURE =
            Pattern.compile("src=\"data:image/png;base64,([^\"]+)\"");

    private PrintedPage() {}

    /** Whether its picture can be read as a code. */
    static boolean showsACode(Path page) throws IOException, LabFinding {
        var found = PICTURE.matcher(Files.readString(page));
        if (!found.find()) {
            throw new LabFinding("no picture in the self-test's page");
        }
        byte[] png = Base64.getDecoder().decode(found.group(1));
        var raster = ImageIO.read(new ByteArrayInputStream(png)).getRaster();
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] grey = (byte[]) raster.getDataElements(0, 0, width, height, null);
        return new QrReader(() -> 0).readStill(new Luma(grey, width, height, width), 1).isPresent();
    }
}
