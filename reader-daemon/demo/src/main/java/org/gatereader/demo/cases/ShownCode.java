package org.gatereader.demo.cases;

import java.util.Optional;
import org.gatereader.demo.wallet.GreyPicture;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.demo.wallet.QrCode;
import org.gatereader.hal.nfc.SimulatedCard;

/**
 * What a phone presents: a text, drawn as a QR code, or itself, to be tapped. A class without
 * {@code toString}.
 */
public final class ShownCode {
    /** 4 and more read reliably (PERFORMANCE). */
    private static final int MODULE_PIXELS_MIN = 5;

    /** A phone draws every code about as wide as its screen; this much of it is in the frame. */
    private static final int SIDE_PIXELS = 430;

    private static final int QUIET_MODULES = 4;

    private final String text;
    private final Optional<byte[]> presentation;
    private final boolean isInverted;
    private final Optional<SimulatedCard> card;

    private ShownCode(String text, Optional<byte[]> presentation, boolean isInverted) {
        this.text = text;
        this.presentation = presentation;
        this.isInverted = isInverted;
        this.card = Optional.empty();
    }

    private ShownCode(SimulatedCard card) {
        this.text = "";
        this.presentation = Optional.empty();
        this.isInverted = false;
        this.card = Optional.of(card);
    }

    /** A phone that is tapped, with nothing of it on the screen. */
    public static ShownCode tapped(SimulatedCard card) {
        return new ShownCode(card);
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

    /** What answers in the field, where it is tapped and not shown. */
    public Optional<SimulatedCard> card() {
        return card;
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

    /**
     * The code at the level that the profile asks for, as the screen shows it; a dark screen where
     * the phone is tapped.
     */
    public GreyPicture picture() {
        if (card.isPresent()) {
            return new GreyPicture(new byte[SIDE_PIXELS * SIDE_PIXELS], SIDE_PIXELS, SIDE_PIXELS);
        }
        var code = QrCode.of(text);
        int modules = code.modules() + 2 * QUIET_MODULES;
        int modulePixels = Math.max(MODULE_PIXELS_MIN, SIDE_PIXELS / modules);
        var picture = code.picture(modulePixels, QUIET_MODULES);
        return isInverted ? picture.inverted() : picture;
    }
}
