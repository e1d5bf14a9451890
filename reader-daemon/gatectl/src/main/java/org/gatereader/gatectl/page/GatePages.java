package org.gatereader.gatectl.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.gatereader.daemon.control.wire.AnswerWriter;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.gatereader.daemon.page.LoopbackSite;
import org.gatereader.daemon.page.Reply;
import org.gatereader.daemon.page.Request;
import org.gatereader.daemon.page.SharedFiles;

/**
 * The technician's page and the admin's. Files are anybody's; what the gate says, and every button,
 * is for the browser that the {@link Doorkeeper} let in.
 */
public final class GatePages implements LoopbackSite.Pages {
    private static final int TOKEN_CHARS_MAX = 64;

    /** The pages' own files, by path: a fixed list, so that no path can lead anywhere else. */
    private static final Map<String, String> FILES =
            Map.of(
                    "/", "enter.html",
                    "/enter.js", "enter.js",
                    "/technician", "technician.html",
                    "/technician.js", "technician.js",
                    "/admin", "admin.html",
                    "/admin.js", "admin.js",
                    "/gate.css", "gate.css",
                    "/gate.js", "gate.js");

    private static final Map<String, ControlVerb> BUTTONS =
            Map.of(
                    "/maintenance/on", ControlVerb.MAINTENANCE_ON,
                    "/maintenance/off", ControlVerb.MAINTENANCE_OFF,
                    "/self-test", ControlVerb.SELF_TEST,
                    "/self-test/attended", ControlVerb.SELF_TEST_ATTENDED);

    private final Gate gate;
    private final GateWatch watch;
    private final Doorkeeper doorkeeper;
    private final Upload upload;
    private final LongSupplier nanos;

    /**
     * The pages of one gate.
     *
     * @param directory where a file that is brought lies while it is looked at
     * @param nanos the monotonic clock
     */
    public GatePages(GateWatch watch, Doorkeeper doorkeeper, Path directory, LongSupplier nanos) {
        this.gate = watch.gate();
        this.watch = watch;
        this.doorkeeper = doorkeeper;
        this.upload = new Upload(directory);
        this.nanos = nanos;
    }

    @Override
    public Reply answer(Request request) throws IOException {
        String path = request.path();
        if (request.isGet() && FILES.containsKey(path)) {
            return file(FILES.get(path));
        }
        if (path.equals("/session")) {
            return enter(request);
        }
        if (doorkeeper.knows(request.session())) {
            return request.isGet() ? show(path) : press(request);
        }
        Reply shared = request.isGet() ? SharedFiles.answer(path) : Reply.NOT_FOUND;
        return shared == Reply.NOT_FOUND
                ? Reply.text(403, "open the address that gatectl page printed\n")
                : shared;
    }

    private Reply enter(Request request) throws IOException {
        String claimed = new String(request.body().readNBytes(TOKEN_CHARS_MAX), UTF_8);
        return doorkeeper
                .enter(claimed, nanos.getAsLong())
                .<Reply>map(Reply.Session::new)
                .orElseGet(() -> Reply.text(403, "this address was used already, or is old\n"));
    }

    private Reply show(String path) throws IOException {
        return switch (path) {
            case "/events" -> new Reply.Events(watch.events());
            case "/camera" -> json(gate.ask(ControlVerb.CAMERA));
            case "/self-test.html" -> report(gate.ask(ControlVerb.SELF_TEST_REPORT));
            default -> SharedFiles.answer(path);
        };
    }

    private Reply press(Request request) throws IOException {
        if (request.path().equals("/import")) {
            return json(upload.bring(request.body(), gate));
        }
        ControlVerb verb = BUTTONS.get(request.path());
        return verb == null ? Reply.NOT_FOUND : json(gate.ask(verb));
    }

    private Reply report(ControlAnswer answer) {
        return answer instanceof ControlAnswer.Tested tested
                ? new Reply.Document(gate.printable(tested).getBytes(UTF_8))
                : Reply.text(404, "no self-test was begun yet\n");
    }

    private static Reply json(ControlAnswer answer) {
        return Reply.json(new String(AnswerWriter.write(answer), UTF_8));
    }

    private static Reply file(String name) throws IOException {
        try (var file = Objects.requireNonNull(GatePages.class.getResourceAsStream(name), name)) {
            return Reply.file(name, file.readAllBytes());
        }
    }
}
