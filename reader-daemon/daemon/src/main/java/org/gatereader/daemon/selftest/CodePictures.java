package org.gatereader.daemon.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatereader.qr.Luma;
import org.gatereader.qr.QrReader;

/** What a camera would see of the first vector's code, and the reader that must read it. */
public final class CodePictures {
    /** After so many the reader is at rest. */
    private static final int EMPTY_FRAMES = 16;

    private static final int CODE_FRAMES = 2;

    /** How hands hold it: degrees, and pixels of the frame for one of the picture. */
    private static final double[][] HANDS = {{0, 2.8}, {-7, 2.3}, {12, 2}, {33, 1.7}};

    private final Bitmap picture;
    private final QrReader reader = new QrReader(() -> 0);
    private final List<Luma> seen = new ArrayList<>();
    private int step;

    /** Reads the picture; fails if it is not in this build. */
    public CodePictures() {
        picture = new Bitmap(VectorJudge.resource("granted.bits"));
    }

    /** The text of the code; empty where none is read, or one in an empty hall. */
    public Optional<String> read() {
        // As small as the code is still good in: a start reads it before anything is compiled.
        Luma frame = Bitmap.emptyFrame(400, 300);
        return reader.read(frame, 1).isPresent()
                ? Optional.empty()
                : reader.read(picture.into(frame, 0, 1), 1);
    }

    /**
     * Reads the next frame of what a gate sees: nobody, then the code as different hands hold it.
     */
    void rehearse() {
        int turn = step++ % (EMPTY_FRAMES + HANDS.length * CODE_FRAMES);
        int hand = Math.max(0, turn - EMPTY_FRAMES + CODE_FRAMES) / CODE_FRAMES;
        reader.read(seen(hand), 1);
    }

    /**
     * A common camera's frame of the empty hall, then of the code in each hand, made when it is
     * first seen: what is quick after these is quick at the gate.
     */
    private Luma seen(int hand) {
        if (hand == seen.size()) {
            Luma frame = Bitmap.emptyFrame(1280, 720);
            seen.add(
                    hand == 0
                            ? frame
                            : picture.into(frame, HANDS[hand - 1][0], HANDS[hand - 1][1]));
        }
        return seen.get(hand);
    }
}
