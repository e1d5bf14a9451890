package org.gatereader.demo.cases;

import java.util.Optional;
import org.gatereader.demo.wallet.GreyPicture;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.demo.wallet.QrCode;

/** What a phone shows: a text, drawn as a QR code. A class without {@code toString}. */
public final class ShownCode {
    /** 4 and more read reliably (PERFORMANCE). */
    private static final int MODULE_PIXELS_MIN = 5;

    /** A phone draws every code about as wide as its screen; this much of it is in the frame. */
    private static final int SIDE_PIXELS = 430;

    private static final int QUIET_MODULES = 4;

    private final String text;
    private final Optional<byte[]> presentation;
    private final boolean isInverted;

    private ShownCode(String text, Optional<byte[]> presentation, boolean isInverted) {
        this.text = text;
        this.presentation = presentation;
        this.isInverted = isInverted;
    }

    /** Any text. */
    public static ShownCode ofText(String text) {
        return new ShownCode(text, Optional.empty(), false);
    }

    /** The text around the bytes of a presentation, or what calls itself one. */
    public static ShownCode of(byte[] presentation) {
        return new ShownCode(
                Presentation.textOf(presentation), Optional.of(presentation.clone()), false);
    }

    public static ShownCode of(Presentation presentation) {
        return of(presentation.toBytes());
    }

    /** The same code, light on dark. */
    public ShownCode inverted() {
        return new ShownCode(text, presentation, true);
    }

    public String text() {
        return text;
    }

    /** The bytes inside the text, where there are any. */
    public Optional<byte[]> presentation() {
        return presentation.map(byte[]::clone);
    }

    /** The code at the level that the profile asks for, as the screen shows it. */
    public GreyPicture picture() {
        var code = QrCode.of(text);
        int modules = code.modules() + 2 * QUIET_MODULES;
        int modulePixels = Math.max(MODULE_PIXELS_MIN, SIDE_PIXELS / modules);
        var picture = code.picture(modulePixels, QUIET_MODULES);
        return isInverted ? picture.inverted() : picture;
    }
}
