package org.gatereader.daemon.display;

import java.time.Duration;
import org.gatereader.hal.gpio.Chime;
import org.gatereader.hal.gpio.Lamp;
import org.gatereader.hal.gpio.Lamp.Colour;
import org.gatereader.hal.gpio.Lamp.Rhythm;
import org.gatereader.verifier.verdict.Advice;

/**
 * All that the gate ever says to a person. No two share a shape, a lamp rhythm or a text, so that
 * nothing is said by colour alone; none names a person or a reason.
 */
// Its parts are records of numbers, enums and text; the checker believes only its own annotation.
@SuppressWarnings("ImmutableEnumChecker")
public enum Sign {
    /** The gate is not ready yet; shown until the first presentation could be judged. */
    STARTING(
            new Look(Shape.HOURGLASS, 0x3A4352, 0xFFFFFF),
            Lamp.DARK,
            Chime.SILENT,
            new Words("준비 중입니다. 잠시만 기다려 주세요", "Getting ready. One moment, please")),
    /** Nobody is served at the moment, and the next one is welcome. */
    READY(
            new Look(Shape.PHONE, 0xF5F8FC, 0x14213D),
            new Lamp(Colour.WHITE, Rhythm.BREATHING),
            Chime.SILENT,
            new Words("모바일 신분증을 대 주세요", "Please present your mobile ID")),
    /** Walk through. */
    PASS(
            new Look(Shape.ARROW, 0x00703C, 0xFFFFFF),
            new Lamp(Colour.GREEN, Rhythm.STEADY),
            tones(1, 2000),
            new Words("통과하세요", "Please walk through")),
    /** The code was not read whole, too old, or not the right one. */
    TRY_AGAIN(
            new Look(Shape.CIRCLING_ARROW, 0xFFC533, 0x1A1A1A),
            new Lamp(Colour.AMBER, Rhythm.QUICK),
            tones(2, 1200),
            new Words("다시 대 주세요", "Please try again")),
    /** The gate can not help; a person can. Blue and not red: it is no accusation. */
    SEE_STAFF(
            new Look(Shape.PERSON, 0x1D4F91, 0xFFFFFF),
            new Lamp(Colour.BLUE, Rhythm.DOUBLE),
            tones(3, 800),
            new Words("직원에게 문의해 주세요", "Please ask a member of staff")),
    /** This gate serves nobody. */
    OUT_OF_SERVICE(
            new Look(Shape.BAR, 0x8F1D1D, 0xFFFFFF),
            new Lamp(Colour.RED, Rhythm.RARE),
            tones(4, 500),
            new Words("사용할 수 없습니다. 옆 게이트를 이용해 주세요", "Not in service. Please use the next gate")),
    /** Emergency. Silent: the building's alarm and its voice must be heard. */
    WAY_OUT(
            new Look(Shape.RUNNING_PERSON, 0x0F6B43, 0xFFFFFF),
            new Lamp(Colour.GREEN, Rhythm.SLOW),
            Chime.SILENT,
            new Words("비상구로 대피하세요", "Please leave by the exit"));

    /** What is drawn, large enough to be told apart from five metres. */
    public enum Shape {
        HOURGLASS,
        PHONE,
        ARROW,
        CIRCLING_ARROW,
        PERSON,
        BAR,
        RUNNING_PERSON
    }

    /**
     * Shape and colours, as 0xRRGGBB; text and shape in ink on the background have a contrast of at
     * least 4.5:1 (KWCAG 2.2, 5.3.3; WCAG 2.2, 1.4.3).
     */
    public record Look(Shape shape, int background, int ink) {}

    /** The same in both languages; Korean stands first and larger. */
    public record Words(String korean, String english) {
        /** Nothing is said. */
        public static final Words NONE = new Words("", "");
    }

    /** Said below {@link #READY} while the gate's lists or its clock answer only for some. */
    public static final Words NARROWED =
            new Words("지금은 일부 신분증을 확인할 수 없습니다", "Some IDs can not be checked at the moment");

    private final Look look;
    private final Lamp lamp;
    private final Chime chime;
    private final Words words;

    Sign(Look look, Lamp lamp, Chime chime, Words words) {
        this.look = look;
        this.lamp = lamp;
        this.chime = chime;
        this.words = words;
    }

    /** The sign that tells a passer-by this advice. */
    public static Sign of(Advice advice) {
        return switch (advice) {
            case PASS -> PASS;
            case TRY_AGAIN -> TRY_AGAIN;
            case SEE_STAFF -> SEE_STAFF;
            case OUT_OF_SERVICE -> OUT_OF_SERVICE;
            case WAY_OUT -> WAY_OUT;
        };
    }

    /** Whether a person may be holding a phone out, and could do it better. */
    public boolean asksForAPhone() {
        return this == READY || this == TRY_AGAIN;
    }

    public Look look() {
        return look;
    }

    public Lamp lamp() {
        return lamp;
    }

    /** The more tones, the lower: count and pitch say the same twice. */
    public Chime chime() {
        return chime;
    }

    public Words words() {
        return words;
    }

    private static Chime tones(int count, int hertz) {
        return new Chime(count, hertz, Duration.ofMillis(120), Duration.ofMillis(80));
    }
}
