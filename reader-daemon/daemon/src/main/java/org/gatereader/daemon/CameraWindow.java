package org.gatereader.daemon;

import org.gatereader.daemon.control.wire.CameraSight;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.GreyPicture;
import org.gatereader.daemon.intake.LiveView;
import org.gatereader.qr.MaskedPicture;

/** The technician's look through the camera: open only while the gate admits nobody. */
final class CameraWindow {
    private final LiveView view;

    CameraWindow(LiveView view) {
        this.view = view;
    }

    /**
     * What is seen.
     *
     * @param isServing whether people are admitted: then it is they whom the camera sees
     */
    ControlAnswer look(boolean isServing, long nanos) {
        if (isServing) {
            view.close();
            return new ControlAnswer.Refused(
                    "the camera is shown only while nobody is admitted: maintenance on first");
        }
        return view.see(nanos)
                .<ControlAnswer>map(seen -> new ControlAnswer.Camera(sight(seen)))
                .orElseGet(() -> new ControlAnswer.Refused("no frame has come yet; ask again"));
    }

    private static CameraSight sight(LiveView.Seen seen) {
        var light = new CameraSight.Light(seen.light().brightness(), seen.light().sharpness());
        var sight = seen.look().sight();
        var picture = seen.look().picture();
        return new CameraSight(
                new CameraSight.Figures(
                        sight.finders(), sight.modulePixels(), light, seen.hint().name()),
                picture.map(it -> new GreyPicture(it.width(), it.height(), it.grey())),
                picture.stream()
                        .flatMap(it -> it.outlines().stream())
                        .map(CameraWindow::outline)
                        .toList());
    }

    private static CameraSight.Outline outline(MaskedPicture.Outline of) {
        return new CameraSight.Outline(of.left(), of.top(), of.width(), of.height());
    }
}
