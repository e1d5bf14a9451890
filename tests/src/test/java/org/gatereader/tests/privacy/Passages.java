package org.gatereader.tests.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gatereader.daemon.log.Logging;
import org.gatereader.demo.LiveGate;
import org.gatereader.demo.cases.DemoCase;
import org.gatereader.demo.cases.DemoCases;
import org.gatereader.demo.cases.Forge;
import org.gatereader.demo.cases.Recipes;
import org.gatereader.demo.cases.Scene;
import org.gatereader.demo.cases.ShownCode;
import org.gatereader.demo.wallet.GateChallenge;
import org.gatereader.hal.nfc.SimulatedCard;
import org.gatereader.tests.endtoend.SteppedGate;

/**
 * A process of its own in which every case of the demo passes a real daemon that logs all it can,
 * and every button of the demo's page is pressed: {@code main DIRECTORY PRESENTATIONS}. What it
 * leaves behind is what {@link NothingLeaksTest} searches; what was presented is written beside it.
 */
final class Passages {
    /** With nobody at the barrier it waits for no one. */
    private static final Duration SELF_TEST_MAX = Duration.ofSeconds(10);

    /** What lasts until the same button is pressed again. */
    private static final Set<String> STAYS = Set.of("fire-alarm", "camera-unplugged");

    /** The journal is told after its bucket has ended: some of it is waited for. */
    private static final int JOURNAL_LINES = 3;

    private static final int SELECT = 0xa4;

    /** SW1 of 9000. */
    private static final byte DONE = (byte) 0x90;

    private final Path directory;
    private final List<String> presentations = new CopyOnWriteArrayList<>();
    private final Random random = new Random(4711);

    private Passages(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws Exception {
        Logging.start("trace").ifPresent(Passages::fail);
        var passages = new Passages(Path.of(arguments[0]));
        for (Scene scene : Scene.values()) {
            passages.walk(scene);
        }
        passages.watchThePage();
        Files.write(Path.of(arguments[1]), passages.presentations);
    }

    private static void fail(String objection) {
        throw new IllegalStateException(objection);
    }

    private void walk(Scene scene) throws IOException, InterruptedException {
        Path site = Files.createDirectories(directory.resolve(scene.label()));
        try (var gate = new SteppedGate(site, scene).opened()) {
            for (DemoCase demoCase : DemoCases.of(scene)) {
                present(demoCase, gate);
            }
            for (String socket : List.of("status.sock", "control.sock")) {
                for (String verb : List.of("status", "self-test")) {
                    ask(site, socket, verb, gate);
                }
            }
            gate.pass(SELF_TEST_MAX);
            ask(site, "control.sock", "self-test report", gate);
        }
    }

    private void present(DemoCase demoCase, SteppedGate gate) throws InterruptedException {
        ShownCode code = make(demoCase, gate.now(), gate.shownChallenge());
        if (code.card().isPresent()) {
            gate.tap(code.card().get());
        } else {
            gate.show(code.text());
        }
        gate.takeAway();
    }

    /** Called by one thread at a time: the stepped gates' own, then the page's player. */
    private ShownCode make(DemoCase demoCase, Instant now, Optional<GateChallenge> challenge) {
        ShownCode code = Recipes.of(demoCase).make(new Forge(now, random, challenge));
        if (code.card().isPresent()) {
            return ShownCode.tapped(overheard(code.card().get()));
        }
        code.presentation().map(HexFormat.of()::formatHex).ifPresent(presentations::add);
        if (code.text().startsWith("eyJ")) {
            byte[] text = code.text().getBytes(StandardCharsets.US_ASCII);
            presentations.add(HexFormat.of().formatHex(text));
        }
        return code;
    }

    /** A phone whose whole answers are kept: what the responses after a greeting add up to. */
    private SimulatedCard overheard(SimulatedCard phone) {
        var said = new ByteArrayOutputStream();
        return command -> {
            Optional<byte[]> response = phone.answer(command);
            response.ifPresent(
                    bytes -> {
                        boolean isGreeting = (command[1] & 0xff) == SELECT;
                        said.write(bytes, 0, isGreeting ? 0 : bytes.length - 2);
                        if (bytes[bytes.length - 2] == DONE && said.size() > 0) {
                            presentations.add(HexFormat.of().formatHex(said.toByteArray()));
                        }
                    });
            return response;
        };
    }

    /** Presses every button of the demo's page, and keeps what its stream told. */
    private void watchThePage() throws IOException, InterruptedException {
        Path site = Files.createDirectories(directory.resolve("page"));
        try (var gate = LiveGate.openHurried(site, this::make);
                var stream = PageStream.of(gate.address())) {
            for (DemoCase demoCase : DemoCases.of(Scene.DAY)) {
                stream.press(demoCase);
                stream.await("decision", 1);
                if (STAYS.contains(demoCase.name())) {
                    stream.press(demoCase);
                }
            }
            stream.await("journal", JOURNAL_LINES);
            Files.writeString(site.resolve("page.events"), stream.heard());
        }
    }

    /** Asks and keeps the answer with the other outputs. */
    private static void ask(Path site, String socket, String verb, SteppedGate gate)
            throws IOException, InterruptedException {
        Path path = site.resolve("run").resolve(socket);
        var answer = ByteBuffer.allocate(1 << 17);
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            channel.write(ByteBuffer.wrap((verb + "\n").getBytes(UTF_8)));
            channel.configureBlocking(false);
            while (channel.read(answer) >= 0) {
                gate.pass(Duration.ofMillis(10));
            }
        }
        byte[] bytes = new byte[answer.flip().remaining()];
        answer.get(bytes);
        Files.write(site.resolve(socket + "." + verb + ".answer"), bytes);
    }
}
