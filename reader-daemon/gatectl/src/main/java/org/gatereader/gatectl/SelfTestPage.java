package org.gatereader.gatectl;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.gatereader.daemon.control.wire.GreyPicture;
import org.gatereader.daemon.control.wire.SelfTestReport;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.State;
import org.gatereader.daemon.control.wire.StatusReport;
import org.gatereader.qr.Luma;
import org.gatereader.qr.QrReader;

/**
 * A self-test as one page to print and to keep: in both languages, with no script and nothing that
 * would have to be fetched.
 */
final class SelfTestPage {
    private static final double MILLIS_PER_SECOND = 1e3;

    /** As the pages write a time. */
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final SelfTestReport report;
    private final Optional<StatusReport.Reader> reader;
    private final Instant at;

    /**
     * @param reader the gate, if it says which it is
     * @param at when the page is made, by this machine's clock, where the gate does not say
     */
    SelfTestPage(SelfTestReport report, Optional<StatusReport.Reader> reader, Instant at) {
        this.report = report;
        this.reader = reader;
        this.at = at;
    }

    /** The whole document. */
    String html() {
        return template()
                .replace("{{gate}}", escaped(reader.map(it -> it.gateId()).orElse("-")))
                .replace("{{version}}", escaped(reader.map(it -> it.version()).orElse("-")))
                .replace("{{at}}", AT.format(reader.map(it -> it.clock().now()).orElse(at)))
                .replace("{{took}}", seconds())
                .replace("{{sums}}", sums())
                .replace(
                        "{{rows}}",
                        report.findings().stream()
                                .map(SelfTestPage::row)
                                .collect(Collectors.joining()))
                .replace("{{picture}}", picture());
    }

    private String seconds() {
        return String.format(
                Locale.ROOT, "%.1f", report.progress().took().toMillis() / MILLIS_PER_SECOND);
    }

    private String sums() {
        StringBuilder sums = new StringBuilder();
        for (State state : State.values()) {
            sums.append(
                    "<li class=\"%s\"><b>%d</b> %s</li>%n"
                            .formatted(state, report.of(state).count(), label(state)));
        }
        return sums.toString();
    }

    private static String row(Finding finding) {
        return """
        <tr class="%1$s"><td><span class="state">%2$s</span></td><th scope="row">%3$s</th>\
        <td>%4$s<p lang="ko">%5$s</p><p lang="en">%6$s</p></td></tr>
        """
                .formatted(
                        finding.state(),
                        label(finding.state()),
                        escaped(finding.part().name()),
                        escaped(finding.measured()),
                        escaped(finding.advice().korean()),
                        escaped(finding.advice().english()))
                .replace("<p lang=\"ko\"></p><p lang=\"en\"></p>", "");
    }

    private static String label(State state) {
        return switch (state) {
            case PASS -> "정상 PASS";
            case WARN -> "주의 WARN";
            case FAIL -> "고장 FAIL";
            case SKIP -> "건너뜀 SKIP";
        };
    }

    /** Looked at once more: what is in a file is out of our hands. */
    private String picture() {
        Optional<GreyPicture> shown = report.picture().filter(SelfTestPage::isWithoutCode);
        return shown.isEmpty()
                ? "<p lang=\"ko\">사진 없음: 코드가 있을 수 있어 뺐습니다.</p>"
                        + "<p lang=\"en\">No picture: a code might have been in it, or the camera"
                        + " delivered none.</p>"
                : "<img alt=\"\" width=\"%d\" height=\"%d\" src=\"data:image/png;base64,%s\">"
                        .formatted(
                                shown.get().width() * 3,
                                shown.get().height() * 3,
                                Base64.getEncoder().encodeToString(png(shown.get())));
    }

    private static boolean isWithoutCode(GreyPicture grey) {
        var luma = new Luma(grey.pixels(), grey.width(), grey.height(), grey.width());
        return new QrReader(() -> 0).readStill(luma, 1).isEmpty();
    }

    private static byte[] png(GreyPicture grey) {
        var image = new BufferedImage(grey.width(), grey.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, grey.width(), grey.height(), grey.pixels());
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return png.toByteArray();
    }

    private static String escaped(String text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("{{", "{&#123;");
    }

    private static String template() {
        try (InputStream in =
                Objects.requireNonNull(SelfTestPage.class.getResourceAsStream("self-test.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("self-test.html can not be read", e);
        }
    }
}
