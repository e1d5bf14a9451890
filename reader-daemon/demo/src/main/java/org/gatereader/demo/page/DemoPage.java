package org.gatereader.demo.page;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatereader.daemon.page.Reply;
import org.gatereader.daemon.page.Request;
import org.gatereader.daemon.page.SharedFiles;
import org.gatereader.demo.cases.DemoCase;
import org.gatereader.demo.cases.DemoCases;
import org.gatereader.demo.cases.Scene;

/** The demo's page: a handful of addresses, and buttons that move the simulated world. */
public final class DemoPage {
    private static final String CASE = "/case/";

    /** The page's own files, by path: a fixed list, so that no path can lead anywhere else. */
    private static final Map<String, String> FILES =
            Map.of(
                    "/", "index.html",
                    "/page.css", "page.css",
                    "/gate.css", "gate.css",
                    "/page.js", "page.js");

    private final PageEvents events;
    private final DemoControls controls;

    /** A page that tells these events and has these buttons. */
    public DemoPage(PageEvents events, DemoControls controls) {
        this.events = events;
        this.controls = controls;
    }

    /** Answers a browser; {@link Reply#NOT_FOUND} for what is not of this page. */
    public Reply answer(Request request) throws IOException {
        return request.isGet() ? show(request.path()) : press(request.path());
    }

    private Reply show(String path) throws IOException {
        return switch (path) {
            case "/events" -> new Reply.Events(events.streams());
            case "/model" -> Reply.json(PageModel.whole().toLine());
            case "/phone.png" -> Reply.png(controls.phonePicture());
            case "/challenge.png" ->
                    controls.challengePicture()
                            .map(Reply::png)
                            .orElseGet(() -> Reply.text(404, "no challenge is shown\n"));
            case "/camera.png" -> Reply.png(controls.cameraPicture());
            default -> file(path);
        };
    }

    private static Reply file(String path) throws IOException {
        String name = FILES.get(path);
        return name == null ? SharedFiles.answer(path) : Reply.file(name, content(name));
    }

    static byte[] content(String name) throws IOException {
        try (var file = Objects.requireNonNull(DemoPage.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        }
    }

    private Reply press(String path) {
        switch (path) {
            case "/pass/p1" -> controls.carry(DemoCases.named("valid"));
            case "/pass/p2" -> controls.carry(DemoCases.named("p2-valid"));
            case "/phone/lost" -> controls.reportLost();
            case "/phone/found" -> controls.reportFound();
            case "/gate/one-way" -> controls.stand(Scene.DAY);
            case "/gate/challenge" -> controls.stand(Scene.CHALLENGE);
            default -> {
                return play(path) ? Reply.DONE : Reply.text(404, "no such case\n");
            }
        }
        return Reply.DONE;
    }

    /** Plays the case of this address; false if there is none. */
    private boolean play(String path) {
        Optional<DemoCase> demoCase =
                DemoCases.of(Scene.DAY).stream()
                        .filter(each -> path.equals(CASE + each.name()))
                        .findFirst();
        demoCase.ifPresent(controls::play);
        return demoCase.isPresent();
    }
}
