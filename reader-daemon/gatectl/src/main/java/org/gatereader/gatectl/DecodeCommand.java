package org.gatereader.gatectl;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.gatereader.qr.Luma;
import org.gatereader.qr.ReadCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gatectl decode}: what the gate's eye reads in pictures. */
@Command(
        name = "decode",
        header = "Reads the QR codes in pictures, as the gate's camera path does.",
        description =
                "%nOne line an image, tab-separated: the path, the milliseconds that the search took,"
                        + " and the text as a JSON string, or - where none was found.%n",
        exitCodeListHeading = "%nExit codes (the largest that applies):%n",
        exitCodeList = {
            "0:a code was read in every image",
            "1:no code was found in at least one",
            "2:the command line is wrong",
            "3:an image can not be read"
        })
final class DecodeCommand implements Callable<Integer> {
    private static final int IMAGE_BYTES_MAX = 32 << 20;
    private static final double NANOS_PER_MS = 1e6;

    private final PrintWriter out;
    private final PrintWriter err;
    private final LongSupplier nanos;
    private final Pictures pictures;

    @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "PNG or JPEG.")
    private List<Path> images = List.of();

    DecodeCommand(Surroundings surroundings) {
        this.out = surroundings.out();
        this.err = surroundings.err();
        this.nanos = surroundings.clocks().nanos();
        this.pictures = new Pictures(nanos);
    }

    @Override
    public Integer call() {
        int worst = ExitCode.OK;
        for (Path image : images) {
            worst = Math.max(worst, decode(image));
        }
        return worst;
    }

    private int decode(Path image) {
        Luma picture;
        try {
            byte[] content = FileBytes.read(image, IMAGE_BYTES_MAX);
            PictureReader.refuseOtherPictures(content);
            picture = PictureReader.read(content);
        } catch (UnreadableException e) {
            err.println("gatectl: " + Printable.of(image + ": " + e.problem()));
            line(image, 0, Optional.empty());
            return ExitCode.UNREADABLE;
        }
        long begin = nanos.getAsLong();
        Optional<String> text = pictures.codeIn(picture).map(ReadCode::text);
        line(image, nanos.getAsLong() - begin, text);
        return text.isPresent() ? ExitCode.OK : ExitCode.NO_CODE;
    }

    private void line(Path image, long tookNanos, Optional<String> text) {
        out.println(
                Printable.of(image.toString())
                        + String.format(Locale.ROOT, "\t%.2f\t", tookNanos / NANOS_PER_MS)
                        + text.map(Json::string).orElse("-"));
        out.flush();
    }
}
