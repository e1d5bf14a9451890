package org.gatereader.daemon.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import org.gatereader.daemon.intake.CameraIntake.IntakeSettings;
import org.gatereader.hal.DeviceHealth.State;
import org.gatereader.hal.Supervision.News;
import org.gatereader.hal.camera.Camera.Light;
import org.gatereader.hal.camera.LiveScene;
import org.gatereader.hal.camera.Picture;
import org.gatereader.hal.camera.SimulatedCamera;
import org.gatereader.hal.camera.SimulatedCamera.Fault;
import org.gatereader.qr.QrHint;
import org.junit.jupiter.api.Test;

class CameraIntakeTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final LiveScene scene = new LiveScene(wall(0x80));
    private final SimulatedCamera camera = new SimulatedCamera("camera", scene, 15, this::nanos);
    private final List<QrHint> hints = new ArrayList<>();
    private final List<News> news = new ArrayList<>();
    private final CameraIntake intake =
            new CameraIntake(
                    camera,
                    new IntakeSettings(Duration.ofSeconds(1), SILENCE),
                    new CameraIntake.Wires(
                            new ArrayBlockingQueue<>(4), this::hear, news::add, List::of),
                    this::nanos);
    private long nanos;
    private boolean isHeard = true;

    @Test
    void findsNothingWrongWithACameraThatSeesAWall() {
        frames(20);
        assertEquals(Optional.empty(), intake.problem());
    }

    @Test
    void tellsTheTechnicianOfACoveredLensAndStopsWhenItIsFree() {
        camera.suffer(Fault.DARK);
        frames(20);
        assertEquals(
                Optional.of("camera: too dark: lens covered, or the hall unlit"), intake.problem());
        camera.mend();
        frames(20);
        assertEquals(Optional.empty(), intake.problem());
    }

    @Test
    void tellsTheTechnicianOfSunInTheLens() {
        scene.push(wall(0xFF));
        frames(20);
        assertEquals(
                Optional.of("camera: too bright: sun or a lamp in the lens"), intake.problem());
    }

    @Test
    void aCameraThatIsGoneIsTheGreaterProblem() {
        camera.suffer(Fault.DARK);
        frames(20);
        camera.suffer(Fault.UNPLUGGED);
        frames(1);
        assertEquals(Optional.of("camera: is unplugged"), intake.problem());
    }

    @Test
    void saysAHintOnceAndAgainOnlyIfItWasNotHeard() {
        scene.push(twoFinderPatterns());
        isHeard = false;
        frames(20);
        int unheard = hints.size();
        isHeard = true;
        frames(20);
        assertEquals(unheard + 1, hints.size());
        assertEquals(QrHint.CUT_OFF, hints.getLast());
    }

    @Test
    void givesASensorFiveSecondsToItsFirstFrameAndThenTheSilenceOfTheConfiguration() {
        camera.suffer(Fault.SILENT);
        turn(Duration.ZERO);
        turn(Duration.ofSeconds(5));
        assertTrue(turn(Duration.ZERO));
        assertFalse(turn(Duration.ofNanos(1)));
        camera.mend();
        frames(20);
        camera.suffer(Fault.SILENT);
        assertTrue(turn(SILENCE));
        assertFalse(turn(Duration.ofNanos(1)));
        assertEquals(Optional.of("camera: expected a frame, got none for PT2S"), intake.problem());
    }

    @Test
    void aCameraThatOpensAndSendsNothingFailsOnceAndIsBackWithItsFirstFrame() {
        camera.suffer(Fault.SILENT);
        for (int second = 0; second < 120; second++) {
            turn(Duration.ofSeconds(1));
            assertEquals(Optional.empty(), intake.health(nanos).sinceSign());
        }
        assertEquals(1, news.stream().filter(News.FAILED::equals).count());
        assertFalse(news.contains(News.RECOVERED));
        assertEquals(State.FAILED, intake.health(nanos).state());
        camera.mend();
        turn(Duration.ofSeconds(5));
        frames(1);
        assertEquals(1, news.stream().filter(News.RECOVERED::equals).count());
        assertEquals(State.WORKING, intake.health(nanos).state());
    }

    @Test
    void tellsHowLongAgoTheLastFrameCame() {
        frames(1);
        camera.suffer(Fault.SILENT);
        turn(Duration.ofMillis(1500));
        var health = intake.health(nanos);
        assertEquals(Optional.of(Duration.ofMillis(1500)), health.sinceSign());
        assertEquals(State.WORKING, health.state());
        turn(Duration.ofSeconds(1));
        assertEquals(State.FAILED, intake.health(nanos).state());
    }

    @Test
    void asksForMoreLightWhileACodeIsDimAlsoOfACameraThatWasOpenedAgain() {
        scene.push(dim(twoFinderPatterns()));
        frames(20);
        assertEquals(QrHint.TOO_DARK, hints.getLast());
        assertEquals(Light.MORE, camera.light());
        camera.suffer(Fault.UNPLUGGED);
        frames(1);
        camera.mend();
        frames(3);
        assertEquals(Light.MORE, camera.light());
        scene.push(wall(0x80));
        frames(60);
        assertEquals(Light.AS_IT_IS, camera.light());
    }

    private static Picture dim(Picture picture) {
        byte[] luma = picture.luma().clone();
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) (20 + (luma[i] & 0xFF) / 10);
        }
        return new Picture(luma, WIDTH, HEIGHT, WIDTH);
    }

    private boolean turn(Duration later) {
        nanos += later.toNanos();
        return intake.runOnce(Duration.ZERO);
    }

    private void frames(int count) {
        for (int i = 0; i < count; i++) {
            nanos += Duration.ofMillis(67).toNanos();
            intake.runOnce(Duration.ZERO);
        }
    }

    private long nanos() {
        return nanos;
    }

    private boolean hear(QrHint hint) {
        hints.add(hint);
        return isHeard;
    }

    private static Picture wall(int grey) {
        byte[] luma = new byte[WIDTH * HEIGHT];
        Arrays.fill(luma, (byte) grey);
        return new Picture(luma, WIDTH, HEIGHT, WIDTH);
    }

    private static Picture twoFinderPatterns() {
        byte[] luma = wall(0xD0).luma();
        for (int x : new int[] {80, 240}) {
            for (int i = 0; i < luma.length; i++) {
                int ring = Math.max(Math.abs(i % WIDTH - x), Math.abs(i / WIDTH - 120)) / 6;
                boolean isDark = ring < 2 || ring == 3;
                luma[i] = ring < 4 ? (byte) (isDark ? 0x20 : 0xD0) : luma[i];
            }
        }
        return new Picture(luma, WIDTH, HEIGHT, WIDTH);
    }
}
