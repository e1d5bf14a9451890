package org.gatereader.tests.endtoend;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.gatereader.daemon.Devices;
import org.gatereader.daemon.GateReader;
import org.gatereader.daemon.StartedCheck;
import org.gatereader.daemon.Surroundings;
import org.gatereader.daemon.config.Configuration;
import org.gatereader.daemon.control.wire.AnswerReader;
import org.gatereader.daemon.control.wire.AnswerWriter;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlClient;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.gatereader.daemon.display.Display;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.gate.GateDevices;
import org.gatereader.daemon.gate.GateDevices.Contacts;
import org.gatereader.demo.cases.DemoTrust;
import org.gatereader.demo.cases.Scene;
import org.gatereader.demo.wallet.Credential;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.GateCertificate;
import org.gatereader.demo.wallet.GateChallenge;
import org.gatereader.demo.wallet.GreyPicture;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.JwtIssuer;
import org.gatereader.demo.wallet.Phone;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.demo.wallet.QrCode;
import org.gatereader.demo.wallet.SdJwt;
import org.gatereader.demo.wallet.SdJwtPresentation;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.TrustDirectory;
import org.gatereader.hal.camera.LiveScene;
import org.gatereader.hal.camera.Picture;
import org.gatereader.hal.camera.SimulatedCamera;
import org.gatereader.hal.gpio.SimulatedContact;
import org.gatereader.hal.gpio.SimulatedIndicator;
import org.gatereader.hal.gpio.SimulatedRelay;
import org.gatereader.hal.nfc.SimulatedCard;
import org.gatereader.hal.nfc.SimulatedNfcReader;
import org.gatereader.tests.Configurations;

/**
 * The real daemon on simulated devices, a phone before its camera, and time that passes when a test
 * says so: nothing in it sleeps.
 */
public final class SteppedGate implements AutoCloseable {
    static final Duration TURN = Duration.ofMillis(10);
    static final Instant MORNING = Instant.parse("2030-01-01T00:00:00Z");
    private static final String PLAIN_TRUST = "source = \"plain\"\ndirectory = \"trust\"";
    private static final String SIGNED_TRUST =
            """
            source = "signed"
            site = "%s"
            state = "trust-state"
            inbox = "inbox"
            """
                    .formatted(DemoSite.SITE);

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int WALL_GREY = 0x60;
    private static final int MODULE_PIXELS = 4;
    private static final int QUIET_MODULES = 4;

    final HandClock clock;
    final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    final Issuer issuer = Issuer.demo(random);
    final JwtIssuer jwtIssuer = JwtIssuer.demo(random);
    final List<JsonMap> moreIssuers = new ArrayList<>();
    final Phone phone = Phone.demo(random);
    final StatusArray statuses = new StatusArray(DemoSite.STATUS_ENTRIES, 2);
    final LiveScene scene = new LiveScene(wall());
    final SimulatedCamera camera;
    final SimulatedRelay relay;
    final SimulatedIndicator indicator;
    final SimulatedNfcReader nfc = new SimulatedNfcReader("nfc");
    final SimulatedContact fire = SimulatedContact.normallyClosed("fire");
    final SimulatedContact tamper = SimulatedContact.normallyClosed("tamper");
    final SimulatedContact exit = SimulatedContact.normallyOpen("rex");
    final SimulatedContact passage = SimulatedContact.normallyOpen("passage");
    final Path trust;
    final Path journal;
    private final Path sockets;
    final GateReader reader;
    private Sign.Words hint = Sign.Words.NONE;
    private String challenge = "";

    /** A gate with one issuer and one list, on a New Year's morning. */
    SteppedGate(Path directory) throws IOException {
        this(directory, new HandClock(MORNING));
        writeTrust();
    }

    /** A gate of the demo, in the circumstances of a scene. */
    public SteppedGate(Path directory, Scene scene) throws IOException {
        this(directory, new HandClock(scene.beginsAt()));
        clock.trust(scene != Scene.CLOCK_LOST);
        DemoTrust.of(scene, scene.beginsAt()).writeTo(trust);
    }

    private SteppedGate(Path directory, HandClock clock) throws IOException {
        this(directory, clock, PLAIN_TRUST);
    }

    /** One that believes signed updates, once somebody has enrolled it. */
    static SteppedGate ofSignedTrust(Path directory) throws IOException {
        return new SteppedGate(directory, new HandClock(MORNING), SIGNED_TRUST);
    }

    private SteppedGate(Path directory, HandClock clock, String source) throws IOException {
        this.clock = clock;
        camera = new SimulatedCamera("camera", scene, 20, clock::nanos);
        relay = new SimulatedRelay("relay", clock::nanos);
        indicator = new SimulatedIndicator("indicator", clock::nanos);
        sockets = directory.resolve("run");
        trust = directory.resolve("trust");
        journal = directory.resolve("journal");
        var contacts =
                new Contacts(
                        Optional.of(fire),
                        Optional.of(tamper),
                        Optional.of(exit),
                        Optional.of(passage));
        var devices =
                new Devices(camera, new GateDevices(relay, contacts), indicator, Optional.of(nfc));
        GateCertificate.writeDemoFiles(directory, clock.time().now());
        reader =
                new GateReader(
                        configuration(directory, source),
                        devices,
                        new Surroundings(clock, List.of(new Hints())));
    }

    /** Through the self-check and past the floor: ready for the first person. */
    public SteppedGate opened() throws InterruptedException {
        reader.begin(StartedCheck.begun());
        pass(Duration.ofSeconds(6));
        return this;
    }

    void writeTrust(String... lanes) throws IOException {
        var lists = StatusListIssuer.demo();
        var issuedAt = clock.time().now().minusSeconds(60);
        var policy = DemoSite.policy();
        if (lanes.length > 0) {
            policy.put("lanes", List.of(lanes));
        }
        trusted(new TrustDirectory())
                .policy(policy)
                .statusList(
                        DemoSite.STATUS_URI,
                        lists.token(DemoSite.STATUS_URI, statuses, issuedAt).toBytes())
                .statusList(
                        DemoSite.JWT_STATUS_URI,
                        lists.jwt(DemoSite.JWT_STATUS_URI, statuses, issuedAt).toText())
                .writeTo(trust);
    }

    private TrustDirectory trusted(TrustDirectory directory) {
        var lists = StatusListIssuer.demo();
        directory.issuer(issuer.trustEntry(lists)).issuer(jwtIssuer.trustEntry(lists));
        moreIssuers.forEach(directory::issuer);
        return directory;
    }

    Credential credential() {
        return issuer.credential(phone, MORNING.minusSeconds(3600));
    }

    Presentation present(Credential credential) {
        return phone.present(credential, clock.time().now());
    }

    SdJwt sdJwt() {
        return jwtIssuer.credential(phone, MORNING.minusSeconds(3600));
    }

    SdJwtPresentation present(SdJwt credential) {
        return phone.present(credential, clock.time().now());
    }

    /** Holds a code before the camera and lets a moment pass. */
    void show(Presentation presentation) throws InterruptedException {
        show(presentation.toText());
    }

    public void show(String text) throws InterruptedException {
        var code = QrCode.of(text);
        int modulePixels = Math.min(MODULE_PIXELS, HEIGHT / (code.modules() + 2 * QUIET_MODULES));
        scene.push(picture(code.picture(modulePixels, QUIET_MODULES)));
        pass(Duration.ofMillis(100));
    }

    /** Holds a phone or card to the reader and lets a moment pass. */
    public void tap(SimulatedCard card) throws InterruptedException {
        nfc.put(card);
        pass(Duration.ofMillis(100));
    }

    /** Holds a code so low that the camera's picture ends in it. */
    void showCutOff(String text) throws InterruptedException {
        GreyPicture whole =
                QrCode.of(text).picture(MODULE_PIXELS, 4).centredOn(WIDTH, HEIGHT, WALL_GREY);
        byte[] luma = whole.luma().clone();
        Arrays.fill(luma, WIDTH * HEIGHT / 2, luma.length, (byte) WALL_GREY);
        scene.push(new Picture(luma, WIDTH, HEIGHT, WIDTH));
        pass(Duration.ofSeconds(2));
    }

    /** Takes the phone away for long enough to count as gone. */
    public void takeAway() throws InterruptedException {
        scene.push(wall());
        nfc.takeAway();
        pass(Duration.ofSeconds(2));
    }

    /** Lets time pass, in turns of ten milliseconds. */
    public void pass(Duration time) throws InterruptedException {
        for (long passed = 0; passed < time.toNanos(); passed += TURN.toNanos()) {
            clock.pass(TURN);
            reader.runOnce();
        }
    }

    /** Turn by turn until the gate says this, for ten seconds at most. */
    void passUntil(Sign sign) throws InterruptedException {
        for (int turn = 0; turn < 1000 && sign() != sign; turn++) {
            pass(TURN);
        }
    }

    /** What the gate says the time is. */
    public Instant now() {
        return clock.time().now();
    }

    Sign sign() {
        return reader.gateStatus().alarms().sign();
    }

    /** What stands below the sign. */
    Sign.Words hint() {
        return hint;
    }

    /** What the code on the gate's display says; empty while there is none. */
    String challenge() {
        return challenge;
    }

    /** The same as a phone reads it. */
    public Optional<GateChallenge> shownChallenge() {
        return Optional.of(challenge).filter(text -> !text.isEmpty()).map(GateChallenge::parse);
    }

    /** Asks over the control socket, and turns until there is an answer. */
    ControlAnswer ask(ControlVerb verb) throws IOException, InterruptedException {
        Path socket = sockets.resolve(ControlClient.CONTROL_SOCKET);
        var part = ByteBuffer.allocate(AnswerWriter.BYTES_MAX);
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(
                    ByteBuffer.wrap((verb.line() + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
            for (int turn = 0; turn < 100 && channel.read(part) >= 0; turn++) {
                pass(TURN);
            }
        }
        return AnswerReader.read(Arrays.copyOf(part.array(), part.position()));
    }

    /** How often the relay was engaged. */
    long pulses() {
        return relay.edges().stream().filter(SimulatedRelay.Edge::isEngaged).count();
    }

    @Override
    public void close() {
        reader.close();
    }

    static Configuration configuration(Path directory) {
        return configuration(directory, PLAIN_TRUST);
    }

    private static Configuration configuration(Path directory, String source) {
        String toml =
                """
                [gate]
                id = "%s"
                [trust]
                %s
                [clock]
                source = "simulated"
                [camera]
                driver = "simulated"
                source = "live"
                [nfc]
                driver = "simulated"
                gate_certificate = "gate.cert"
                gate_key = "gate.key"
                [relay]
                driver = "simulated"
                [turnstile]
                passage_sensor = "simulated"
                [inputs]
                fire = "simulated"
                [display]
                driver = "simulated"
                [journal]
                directory = "journal"
                bucket_s = 1
                records = 256
                [control]
                directory = "run"
                """
                        .formatted(DemoSite.GATE, source);
        return Configurations.sound(directory, toml);
    }

    private static Picture wall() {
        byte[] luma = new byte[WIDTH * HEIGHT];
        Arrays.fill(luma, (byte) WALL_GREY);
        return new Picture(luma, WIDTH, HEIGHT, WIDTH);
    }

    private static Picture picture(GreyPicture code) {
        GreyPicture frame = code.centredOn(WIDTH, HEIGHT, WALL_GREY);
        return new Picture(frame.luma(), WIDTH, HEIGHT, WIDTH);
    }

    /** The display that remembers what stands below the sign, and the challenge beside it. */
    private final class Hints implements Display {
        @Override
        public void show(Sign sign, long nanos) {}

        @Override
        public void hint(Sign.Words words) {
            hint = words;
        }

        @Override
        public void challenge(String text) {
            challenge = text;
        }
    }
}
