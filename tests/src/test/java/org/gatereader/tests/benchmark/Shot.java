package org.gatereader.tests.benchmark;

import java.util.Random;
import org.gatereader.qr.Luma;
import org.gatereader.tests.benchmark.Frame.Size;
import org.gatereader.tests.benchmark.View.Pose;

/**
 * Takes one picture of a phone: chooses where it is held, draws it over a room, and spoils the
 * picture as the scene says. The degrees of each were set by the peers: ZXing is to read some two
 * frames in five, a present-day zxing-cpp most (docs/qr-benchmark.md).
 */
final class Shot {
    // Two by two samples a pixel: a sensor's pixel sees an area, not a point.
    private static final int SAMPLES = 2;
    private static final double PIXELS_PER_MODULE_MIN = 1.9;

    private final Size size;
    private final Scene scene;
    private final Random random;

    Shot(Size size, Scene scene, Random random) {
        this.size = size;
        this.scene = scene;
        this.random = random;
    }

    Luma of(PhoneScreen screen) {
        var canvas = new Canvas(size.width, size.height);
        canvas.paintRoom(random);
        prepare(screen);
        double focal = between(0.65, 0.95) * size.width;
        var pose = pose();
        double scale = scale(screen);
        while (isCutOff(screen, new View(focal, scale, pose))) {
            scale *= 0.96;
        }
        draw(screen, new View(focal, scale, pose), canvas);
        spoil(canvas, scale, screen.sideModules());
        return canvas.expose(random, noise());
    }

    private void prepare(PhoneScreen screen) {
        switch (scene) {
            case DARK_MODE -> screen.darkMode();
            case FINGER -> screen.finger(random, between(0.05, 0.16));
            case SCRATCH -> screen.scratch(random);
            default -> {}
        }
    }

    /** Pixels per module: the code takes about two thirds of the picture's height. */
    private double scale(PhoneScreen screen) {
        double whole = size.height / screen.sideModules();
        return switch (scene) {
            case SMALL -> Math.min(between(1.5, 2.4), 0.85 * whole);
            case PERSPECTIVE -> Math.max(PIXELS_PER_MODULE_MIN, between(0.6, 0.75) * whole);
            default -> Math.max(PIXELS_PER_MODULE_MIN, between(0.5, 0.8) * whole);
        };
    }

    /**
     * A code that the picture's edge cuts can be read by nobody: it would only blur the figures.
     */
    private boolean isCutOff(PhoneScreen screen, View view) {
        double half = screen.sideModules() / 2 + 1;
        boolean isInside = true;
        for (int corner = 0; corner < 4; corner++) {
            double u = corner % 2 == 0 ? -half : half;
            double v = corner / 2 == 0 ? -half : half;
            double x = view.pictureX(u, v);
            double y = view.pictureY(u, v);
            isInside &= x >= 0 && y >= 0 && x < size.width && y < size.height;
        }
        return !isInside;
    }

    private Pose pose() {
        double slight = Math.toRadians(between(-5, 5));
        double tilt =
                Math.toRadians(
                        switch (scene) {
                            case PERSPECTIVE -> between(30, 50);
                            case COMBINED -> between(12, 28);
                            default -> between(0, 6);
                        });
        double roll =
                switch (scene) {
                    case ROTATED -> random.nextDouble() * 2 * Math.PI;
                    case PERSPECTIVE, COMBINED -> Math.toRadians(between(-20, 20));
                    default -> slight;
                };
        double off = size.height * 0.06;
        return new Pose(
                roll,
                tilt,
                random.nextDouble() * 2 * Math.PI,
                size.width / 2.0 + between(-off, off) * 2,
                size.height / 2.0 + between(-off, off));
    }

    static void draw(PhoneScreen screen, View view, Canvas canvas) {
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                double u = view.screenU(x, y);
                double v = view.screenV(x, y);
                if (screen.covers(u, v)) {
                    canvas.grey[y * canvas.width + x] = sample(screen, view, x, y);
                }
            }
        }
    }

    private static float sample(PhoneScreen screen, View view, int x, int y) {
        float sum = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            int row = i / SAMPLES;
            double px = x + (i % SAMPLES + 0.5) / SAMPLES - 0.5;
            double py = y + (row + 0.5) / SAMPLES - 0.5;
            sum += screen.shade(view.screenU(px, py), view.screenV(px, py));
        }
        return sum / (SAMPLES * SAMPLES);
    }

    private void spoil(Canvas canvas, double scale, double side) {
        double across = scale * side;
        switch (scene) {
            case GLARE ->
                    canvas.glare(
                            size.width / 2.0 + between(-0.4, 0.4) * across,
                            size.height / 2.0 + between(-0.4, 0.4) * across,
                            between(0.12, 0.28) * across,
                            (float) between(90, 200));
            case MOIRE ->
                    canvas.moire(
                            between(1.5, 9) * scale,
                            random.nextDouble() * 3,
                            (float) between(0.08, 0.2));
            case LOW_CONTRAST ->
                    canvas.flatten((float) between(50, 200), (float) between(0.1, 0.25));
            case COMBINED -> {
                canvas.flatten(120, (float) between(0.4, 0.7));
                canvas.glare(
                        size.width / 2.0 + between(-0.4, 0.4) * across,
                        size.height / 2.0 + between(-0.4, 0.4) * across,
                        between(0.1, 0.2) * across,
                        (float) between(30, 70));
            }
            default -> {}
        }
        smearAndBlur(canvas, scale);
    }

    private void smearAndBlur(Canvas canvas, double scale) {
        if (scene == Scene.MOTION) {
            canvas.smear((float) (between(0.7, 1.5) * scale), random.nextDouble() * Math.PI);
        }
        double lens = between(0.4, 0.7);
        canvas.blur(
                (float)
                        switch (scene) {
                            case DEFOCUS -> Math.hypot(lens, between(0.35, 0.65) * scale);
                            case COMBINED -> Math.hypot(lens, between(0.15, 0.4) * scale);
                            default -> lens;
                        });
    }

    private float noise() {
        return (float)
                switch (scene) {
                    case NOISE -> between(14, 32);
                    case COMBINED -> between(4, 9);
                    default -> between(1, 3);
                };
    }

    private double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }
}
