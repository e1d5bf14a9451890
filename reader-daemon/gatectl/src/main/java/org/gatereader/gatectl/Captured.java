package org.gatereader.gatectl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gatereader.qr.Luma;
import org.gatereader.qr.ReadCode;
import org.gatereader.verifier.encoding.Base45;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.CapturedPayload.Capture;
import org.gatereader.verifier.presentation.PresentationParser;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.Lane.Profile;
import org.gatereader.verifier.verdict.Verdict;

/**
 * What a file holds: the content of a QR code, which stands in a picture or a text, or the bytes of
 * a presentation. Told by the content alone; a file's name says nothing. No {@code toString}: it
 * can hold claims.
 */
final class Captured {
    /** A 4096 × 4096 photograph fits. */
    private static final int PICTURE_BYTES_MAX = 32 << 20;

    /** The fullest QR code has 7089 characters, and an NFC answer 640 bytes. */
    private static final int PAYLOAD_BYTES_MAX = 1 << 20;

    /** Tag 18 of CBOR: how a presentation's bytes begin; as a text it would be Cyrillic. */
    private static final byte SIGN1 = (byte) 0xd2;

    /** What kind of file it was. */
    enum Kind {
        PICTURE,
        TEXT,
        BYTES
    }

    /**
     * What is to say of a picture.
     *
     * @param width in pixels, as {@code height}
     */
    record Picture(int width, int height, int qrVersion) {}

    private final int fileBytes;
    private final Optional<Picture> picture;
    private final Optional<String> text;
    private final byte[] presentation;

    private Captured(byte[] content, Optional<Picture> picture, Optional<String> text) {
        this.fileBytes = content.length;
        this.picture = picture;
        this.text = text;
        this.presentation = text.map(Captured::inside).orElse(content);
    }

    /**
     * Reads a file.
     *
     * @param nanos the clock by which a picture is searched for no longer than 5 s
     * @throws UnreadableException says why not, without the file's name
     */
    static Captured read(Path file, LongSupplier nanos) throws UnreadableException {
        byte[] content = FileBytes.read(file, PICTURE_BYTES_MAX);
        if (PictureReader.isPicture(content)) {
            return ofPicture(content, nanos);
        }
        PictureReader.refuseOtherPictures(content);
        if (content.length == 0) {
            throw new UnreadableException("expected a picture, a text or a presentation, got 0 B");
        }
        if (content.length > PAYLOAD_BYTES_MAX) {
            throw new UnreadableException(
                    "expected a picture, or at most " + PAYLOAD_BYTES_MAX + " bytes, got more");
        }
        return new Captured(content, Optional.empty(), textOf(content));
    }

    private static Captured ofPicture(byte[] content, LongSupplier nanos)
            throws UnreadableException {
        Luma luma = PictureReader.read(content);
        Optional<ReadCode> code = new Pictures(nanos).codeIn(luma);
        if (code.isEmpty()) {
            throw new UnreadableException("no QR code was found in this picture");
        }
        var picture = new Picture(luma.width(), luma.height(), code.get().version());
        return new Captured(content, Optional.of(picture), code.map(ReadCode::text));
    }

    /** The text, without the one line end that editors add; empty if the content is none. */
    private static Optional<String> textOf(byte[] content) {
        if (content[0] == SIGN1) {
            return Optional.empty();
        }
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return Optional.of(text.replaceFirst("\r?\n\\z", ""));
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /** The presentation that a text carries; nothing where it carries none. */
    private static byte[] inside(String text) {
        if (profileOf(text) == Profile.P2) {
            return text.getBytes(UTF_8);
        }
        return text.startsWith(Base45Text.PREFIX)
                        && Base45.decode(text.substring(Base45Text.PREFIX.length()))
                                instanceof Verdict.Passed<byte[]>(byte[] bytes)
                ? bytes
                : new byte[0];
    }

    private static Profile profileOf(String text) {
        return PresentationParser.profileOf(
                CapturedPayload.ofText(Channel.QR, text, Capture.oneWay(0)));
    }

    /** By whose table of checks it is judged. */
    Profile profile() {
        return text.map(Captured::profileOf).orElse(Profile.P1);
    }

    /** As the channel would have delivered it: a QR code carries text and nothing else. */
    CapturedPayload payload(Channel channel, Capture capture) {
        if (text.isPresent()) {
            return CapturedPayload.ofText(channel, text.get(), capture);
        }
        return channel == Channel.QR
                ? CapturedPayload.ofText(channel, Base45Text.of(presentation), capture)
                : CapturedPayload.ofBytes(channel, presentation, capture);
    }

    Kind kind() {
        if (picture.isPresent()) {
            return Kind.PICTURE;
        }
        return text.isPresent() ? Kind.TEXT : Kind.BYTES;
    }

    int fileBytes() {
        return fileBytes;
    }

    /** Where the file was a picture. */
    Optional<Picture> picture() {
        return picture;
    }

    /** The text of the code, unless the file held bare bytes. */
    Optional<String> text() {
        return text;
    }

    /** The presentation's bytes; none where the text does not carry any. */
    byte[] presentation() {
        return presentation;
    }
}
