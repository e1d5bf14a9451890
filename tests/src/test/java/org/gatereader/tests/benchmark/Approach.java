package org.gatereader.tests.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gatereader.qr.Luma;
import org.gatereader.tests.benchmark.Frame.Size;
import org.gatereader.tests.benchmark.View.Pose;
import org.jspecify.annotations.Nullable;

/**
 * A phone that is brought to the gate: it comes in from one side and from further away, tilted and
 * moving, and settles within a second; fifteen frames a second.
 */
final class Approach {
    static final int FRAMES = 24;
    static final int FRAMES_PER_SECOND = 15;

    private static final double SETTLED_AFTER = 15;
    private static final Size SIZE = Size.P720;

    private final PhoneScreen screen;
    private final double roll;
    private final double tilt;
    private final double tiltAxis;
    private final double fromSide;
    private final long roomSeed;
    private final long noiseSeed;
    private final int firstWhole;
    private final List<@Nullable Luma> frames = new ArrayList<>(Collections.nCopies(FRAMES, null));

    /**
     * @param text what the phone shows
     */
    Approach(long seed, int index, String text) {
        var random = new Random(seed * 3_000_017 + index);
        screen = PhoneScreen.showing(text, random);
        roll = Math.toRadians(random.nextInt(50) - 25);
        tilt = Math.toRadians(20 + random.nextInt(30));
        tiltAxis = random.nextDouble() * 2 * Math.PI;
        roomSeed = random.nextLong();
        fromSide = (random.nextBoolean() ? 1 : -1) * (0.5 + random.nextDouble() * 0.3);
        noiseSeed = random.nextLong();
        int whole = 0;
        while (!isWhole(view(away(whole)))) {
            whole++;
        }
        firstWhole = whole;
    }

    /** Frame {@code i} after the first that shows the whole code; drawn when asked for. */
    Luma frame(int i) {
        var frame = frames.get(i);
        if (frame == null) {
            double away = away(firstWhole + i);
            frame = draw(view(away), away, new Random(noiseSeed + i));
            frames.set(i, frame);
        }
        return frame;
    }

    private static double away(int frame) {
        return Math.max(0, 1 - frame / SETTLED_AFTER);
    }

    private View view(double away) {
        double near = 0.68 * SIZE.height / screen.sideModules();
        double scale = near * (1 - 0.55 * away);
        double x = SIZE.width * (0.5 + fromSide * away * away);
        double y = SIZE.height * (0.5 + 0.2 * away);
        double held = Math.toRadians(4);
        var pose = new Pose(roll * (0.3 + 0.7 * away), held + tilt * away, tiltAxis, x, y);
        return new View(0.8 * SIZE.width, scale, pose);
    }

    private boolean isWhole(View view) {
        double half = screen.sideModules() / 2;
        boolean isInside = true;
        for (int corner = 0; corner < 4; corner++) {
            double u = corner % 2 == 0 ? -half : half;
            double v = corner < 2 ? -half : half;
            double x = view.pictureX(u, v);
            double y = view.pictureY(u, v);
            isInside &= x >= 0 && y >= 0 && x < SIZE.width && y < SIZE.height;
        }
        return isInside;
    }

    private Luma draw(View view, double away, Random random) {
        var canvas = new Canvas(SIZE.width, SIZE.height);
        canvas.paintRoom(new Random(roomSeed));
        Shot.draw(screen, view, canvas);
        canvas.smear((float) (9 * away * away), Math.PI / 2 * random.nextDouble());
        canvas.blur((float) (0.6 + 1.6 * away));
        return canvas.expose(random, 3);
    }
}
