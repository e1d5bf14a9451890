package org.gatereader.demo;

import java.util.Arrays;
import java.util.Random;
import org.gatereader.demo.wallet.GreyPicture;

/** What stands before the gate's camera: a dim lobby, and at times a phone in the middle of it. */
final class CameraView {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    /** Case and glass around the code, in pixels. */
    private static final int BEZEL = 16;

    private static final int SCREEN_MARGIN = 30;
    private static final int CORNER = 54;
    private static final int PHONE_TOP = 18;
    private static final int CASE_GREY = 22;
    private static final int SCREEN_GREY = 244;
    private static final int TITLE_GREY = 110;
    private static final int NOISE = 7;

    private final byte[] lobby = new byte[WIDTH * HEIGHT];

    /** Draws the lobby once; it does not move. */
    CameraView() {
        // The seed is of no account: sensor noise that does not change from run to run.
        var noise = new Random(25);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                lobby[y * WIDTH + x] = (byte) (lobbyGrey(x, y) + noise.nextInt(NOISE));
            }
        }
    }

    /** Nobody is there. */
    GreyPicture empty() {
        return new GreyPicture(lobby.clone(), WIDTH, HEIGHT);
    }

    /** A phone that shows this code, held from below. */
    GreyPicture with(GreyPicture code) {
        byte[] frame = lobby.clone();
        int left = (WIDTH - code.width()) / 2;
        int top = Math.min(HEIGHT - code.height(), (HEIGHT - code.height()) / 2 + 50);
        var screen =
                new Area(
                        left - SCREEN_MARGIN,
                        PHONE_TOP + BEZEL,
                        code.width() + 2 * SCREEN_MARGIN,
                        HEIGHT);
        fillRounded(frame, screen.grown(BEZEL), CASE_GREY);
        fillRounded(frame, screen, SCREEN_GREY);
        int middle = WIDTH / 2;
        fill(frame, new Area(middle - 90, top - 62, 180, 16), TITLE_GREY);
        fill(frame, new Area(middle - 60, top - 34, 120, 10), TITLE_GREY);
        for (int y = 0; y < code.height(); y++) {
            int row = (top + y) * WIDTH + left;
            System.arraycopy(code.luma(), y * code.width(), frame, row, code.width());
        }
        return new GreyPicture(frame, WIDTH, HEIGHT);
    }

    private record Area(int left, int top, int width, int height) {
        Area grown(int by) {
            return new Area(left - by, top - by, width + 2 * by, height + 2 * by);
        }
    }

    /** An area whose upper corners are round; the lower ones are outside of the frame. */
    private static void fillRounded(byte[] frame, Area area, int grey) {
        for (int down = 0; down < area.height(); down++) {
            double rest = Math.max(0, CORNER - down);
            int inset = CORNER - (int) Math.sqrt((double) CORNER * CORNER - rest * rest);
            int width = area.width() - 2 * inset;
            fill(frame, new Area(area.left() + inset, area.top() + down, width, 1), grey);
        }
    }

    private static void fill(byte[] frame, Area area, int grey) {
        int bottom = Math.min(HEIGHT, area.top() + area.height());
        for (int y = Math.max(0, area.top()); y < bottom; y++) {
            int row = y * WIDTH + area.left();
            Arrays.fill(frame, row, row + area.width(), (byte) grey);
        }
    }

    /** Light from above, a floor, pillars: soft shapes without a finder pattern among them. */
    private static int lobbyGrey(int x, int y) {
        int light = 150 - y / 7;
        boolean isPillar = x % 540 > 120 && x % 540 < 190;
        boolean isFloor = y > 560;
        return Math.max(20, light - (isPillar ? 38 : 0) - (isFloor ? 26 : 0));
    }
}
