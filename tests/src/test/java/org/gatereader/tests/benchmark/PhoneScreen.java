package org.gatereader.tests.benchmark;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What a phone shows, in modules from the code's middle: code, text around it, bezel. */
final class PhoneScreen {
    private static final double QUIET_MODULES = 4;

    private final @Nullable ByteMatrix modules;
    private final double half;
    private final double screenHalf;
    private final int textSeed;
    private boolean isDarkMode;
    private double fingerU = Double.NaN;
    private double fingerV;
    private double fingerRadius;
    private double scratchAngle = Double.NaN;
    private double scratchOffset;

    private PhoneScreen(@Nullable ByteMatrix modules, int side, Random random) {
        this.modules = modules;
        this.half = side / 2.0;
        this.screenHalf = half + QUIET_MODULES + random.nextDouble() * half * 0.1;
        this.textSeed = random.nextInt();
    }

    static PhoneScreen showing(String text, Random random) {
        try {
            var level = text.length() > 600 ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.M;
            var hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
            var modules = Encoder.encode(text, level, hints).getMatrix();
            return new PhoneScreen(modules, modules.getWidth(), random);
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The wallet is open, but on a page of text and pictures. */
    static PhoneScreen withoutCode(Random random) {
        return new PhoneScreen(null, 41 + 4 * random.nextInt(20), random);
    }

    double sideModules() {
        return 2 * half;
    }

    void darkMode() {
        isDarkMode = true;
    }

    /** A fingertip that reaches in from one edge; {@code reach} is a part of the code's side. */
    void finger(Random random, double reach) {
        double along = (random.nextDouble() * 1.6 - 0.8) * half;
        fingerRadius = half * 0.35;
        double in = half + fingerRadius - reach * 2 * half;
        boolean isFromTheSide = random.nextBoolean();
        double side = random.nextBoolean() ? in : -in;
        fingerU = isFromTheSide ? side : along;
        fingerV = isFromTheSide ? along : side;
    }

    void scratch(Random random) {
        scratchAngle = random.nextDouble() * Math.PI;
        scratchOffset = (random.nextDouble() - 0.5) * half;
    }

    /** True where there is phone and not room. */
    boolean covers(double u, double v) {
        return Math.abs(u) < screenHalf * 1.06 && Math.abs(v) < screenHalf * 1.9;
    }

    /** Grey of the phone's front at one point. */
    float shade(double u, double v) {
        if (isUnderFinger(u, v)) {
            return 95;
        }
        if (isOnScratch(u, v)) {
            return 140;
        }
        if (Math.abs(u) > screenHalf || Math.abs(v) > screenHalf * 1.8) {
            return 18;
        }
        boolean isInk = isInk(u, v);
        return isInk == isDarkMode ? 225 : 25;
    }

    private boolean isInk(double u, double v) {
        int column = (int) Math.floor(u + half);
        int row = (int) Math.floor(v + half);
        int side = (int) (2 * half);
        if (modules != null && column >= 0 && row >= 0 && column < side && row < side) {
            return modules.get(column, row) == 1;
        }
        boolean isPage = modules == null || Math.abs(v) > half + QUIET_MODULES;
        return isPage && isLetter(u, v);
    }

    /** Lines of something like letters, and one picture block, from the screen's own seed. */
    private boolean isLetter(double u, double v) {
        double lineHeight = half / 6;
        int line = (int) Math.floor(v / lineHeight);
        double inLine = v / lineHeight - line;
        int word = (int) Math.floor(u / (lineHeight * 0.45));
        double inWord = u / (lineHeight * 0.45) - word;
        int hash = hash(line, word);
        boolean isLetterBox = inLine > 0.3 && inLine < 0.8 && inWord > 0.15 && inWord < 0.85;
        if (!isLetterBox || hash % 5 == 0 || Math.abs(u) > screenHalf * 0.85) {
            return false;
        }
        int strokeColumn = (int) (inWord * 4);
        int strokeRow = (int) ((inLine - 0.3) * 8);
        return (hash >> (strokeColumn + 4 * strokeRow) & 1) == 1;
    }

    private int hash(int a, int b) {
        int h = textSeed ^ a * 0x9E3779B1 ^ b * 0x85EBCA77;
        h = (h ^ h >>> 15) * 0x2C1B3C6D;
        return (h ^ h >>> 13) & 0x7FFFFFFF;
    }

    private boolean isUnderFinger(double u, double v) {
        return !Double.isNaN(fingerU) && Math.hypot(u - fingerU, v - fingerV) < fingerRadius;
    }

    private boolean isOnScratch(double u, double v) {
        if (Double.isNaN(scratchAngle)) {
            return false;
        }
        double across = u * Math.sin(scratchAngle) - v * Math.cos(scratchAngle);
        return Math.abs(across - scratchOffset) < half * 0.02;
    }
}
