package org.gatereader.tests.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gatereader.qr.Luma;
import org.gatereader.tests.benchmark.Frame.Size;
import org.gatereader.tests.benchmark.View.Pose;

/**
 * A phone that is brought to the gate: it comes in from one side and from further away, tilted and
 * moving, and settles within a second; fifteen frames a second.
 */
final class Approach {
    static final int FRAMES = 24;
    static final int FRAMES_PER_SECOND = 15;

    private static final int CHARACTERS = 573;
    private static final double SETTLED_AFTER = 15;
    private static final Size SIZE = Size.P720;

    private final Random random;
    private final PhoneScreen screen;
    private final String text;
    private final double roll;
    private final double tilt;
    private final double tiltAxis;
    private final double fromSide;
    private final long roomSeed;

    Approach(long seed, int index) {
        random = new Random(seed * 3_000_017 + index);
        text = FrameCorpus.ticket(CHARACTERS, random);
        screen = PhoneScreen.showing(text, random);
        roll = Math.toRadians(random.nextInt(50) - 25);
        tilt = Math.toRadians(20 + random.nextInt(30));
        tiltAxis = random.nextDouble() * 2 * Math.PI;
        roomSeed = random.nextLong();
        fromSide = (random.nextBoolean() ? 1 : -1) * (0.5 + random.nextDouble() * 0.3);
    }

    String text() {
        return text;
    }

    /** All frames, from the first that shows the whole code. */
    List<Luma> frames() {
        var frames = new ArrayList<Luma>();
        for (int i = 0; i < FRAMES; i++) {
            double away = Math.max(0, 1 - i / SETTLED_AFTER);
            var view = view(away);
            if (!frames.isEmpty() || isWhole(view)) {
                frames.add(frame(view, away));
            }
        }
        return frames;
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

    private Luma frame(View view, double away) {
        var canvas = new Canvas(SIZE.width, SIZE.height);
        canvas.paintRoom(new Random(roomSeed));
        Shot.draw(screen, view, canvas);
        canvas.smear((float) (9 * away * away), Math.PI / 2 * random.nextDouble());
        canvas.blur((float) (0.6 + 1.6 * away));
        return canvas.expose(random, 3);
    }
}
