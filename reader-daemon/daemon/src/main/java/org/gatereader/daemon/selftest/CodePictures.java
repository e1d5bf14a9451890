package org.gatereader.daemon.selftest;

import java.util.List;
import java.util.Optional;
import org.gatereader.qr.Luma;
import org.gatereader.qr.QrReader;

/** What a camera would see of the first vector's code, and the reader that must read it. */
public final class CodePictures {
    /** After so many the reader is at rest. */
    private static final int EMPTY_FRAMES = 16;

    private static final int CODE_FRAMES = 2;

    private final Bitmap picture;
    private final QrReader reader = new QrReader(() -> 0);
    private List<Luma> hands = List.of();

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

    /** As at a gate: nobody for a while, then the code as different hands hold it. */
    void rehearse() {
        if (hands.isEmpty()) {
            hands = List.of(held(0, 2.8), held(-7, 2.3), held(12, 2), held(33, 1.7));
        }
        Luma hall = hall();
        for (int frame = 0; frame < EMPTY_FRAMES; frame++) {
            reader.read(hall, 1);
        }
        for (Luma hand : hands) {
            for (int frame = 0; frame < CODE_FRAMES; frame++) {
                reader.read(hand, 1);
            }
        }
    }

    private Luma held(double degrees, double scale) {
        return picture.into(hall(), degrees, scale);
    }

    /** A common camera's frame: what is quick after these is quick at the gate. */
    private static Luma hall() {
        return Bitmap.emptyFrame(1280, 720);
    }
}
