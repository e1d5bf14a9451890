package org.gatereader.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.gatereader.daemon.control.wire.CameraSight;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.gatereader.daemon.control.wire.GreyPicture;
import org.gatereader.qr.Luma;
import org.gatereader.qr.QrReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The technician's look through the camera, over the socket of the whole daemon. */
class CameraWindowTest {
    private @TempDir Path directory;
    private SteppedGate gate;

    @BeforeEach
    void openTheGate() throws Exception {
        gate = new SteppedGate(directory).opened();
    }

    @AfterEach
    void closeTheGate() {
        gate.close();
    }

    @Test
    void isShutWhilePeopleAreAdmitted() throws Exception {
        gate.show(gate.present(gate.credential()));
        assertInstanceOf(ControlAnswer.Refused.class, gate.ask(ControlVerb.CAMERA));
    }

    @Test
    void showsACodeAsItsOutlineAndWhatTheDecoderSees() throws Exception {
        gate.ask(ControlVerb.MAINTENANCE_ON);
        gate.show(gate.present(gate.credential()));
        CameraSight sight = look();
        assertTrue(sight.figures().finders() >= 3, sight::toString);
        assertTrue(sight.figures().modulePixels() >= 3, sight::toString);
        assertEquals(1, sight.outlines().size());
        assertEquals(Optional.empty(), read(sight.picture().orElseThrow()));
    }

    @Test
    void showsAnEmptyHallWithoutAnOutline() throws Exception {
        gate.ask(ControlVerb.MAINTENANCE_ON);
        gate.takeAway();
        CameraSight sight = look();
        assertEquals(0, sight.figures().finders());
        assertEquals(0, sight.outlines().size());
        assertTrue(sight.picture().isPresent());
    }

    @Test
    void forgetsWhatItSawOnceThePeopleComeBack() throws Exception {
        gate.ask(ControlVerb.MAINTENANCE_ON);
        look();
        gate.ask(ControlVerb.MAINTENANCE_OFF);
        gate.pass(Duration.ofSeconds(1));
        assertInstanceOf(ControlAnswer.Refused.class, gate.ask(ControlVerb.CAMERA));
        gate.ask(ControlVerb.MAINTENANCE_ON);
        // The first answer can only be of a frame that was asked for.
        assertInstanceOf(ControlAnswer.Refused.class, gate.ask(ControlVerb.CAMERA));
    }

    @Test
    void looksAtNoFrameThatNobodyHasAskedFor() throws Exception {
        gate.ask(ControlVerb.MAINTENANCE_ON);
        look();
        gate.pass(Duration.ofSeconds(4));
        assertInstanceOf(ControlAnswer.Refused.class, gate.ask(ControlVerb.CAMERA));
    }

    /** The first question asks for frames to be looked at, the second has one. */
    private CameraSight look() throws Exception {
        gate.ask(ControlVerb.CAMERA);
        gate.pass(Duration.ofMillis(500));
        var camera = assertInstanceOf(ControlAnswer.Camera.class, gate.ask(ControlVerb.CAMERA));
        return camera.sight();
    }

    private static Optional<?> read(GreyPicture grey) {
        var luma = new Luma(grey.pixels(), grey.width(), grey.height(), grey.width());
        return new QrReader(() -> 0).readStill(luma, 1);
    }
}
