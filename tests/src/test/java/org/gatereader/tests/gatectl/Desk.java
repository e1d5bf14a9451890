package org.gatereader.tests.gatectl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.gatereader.demo.cases.Forge;
import org.gatereader.demo.cases.ShownCode;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.TrustDirectory;
import org.gatereader.tests.gatectl.Gatectl.Answer;

/** A technician's desk: a trust directory, a presentation that is valid at noon, and gatectl. */
final class Desk {
    static final Instant NOON = Instant.parse("2030-01-07T03:00:00Z");

    private final Path directory;
    final Forge forge = new Forge(NOON, new Random(7));

    Desk(Path directory) {
        this.directory = directory;
        trust(UnaryOperator.identity(), DemoSite.policy());
    }

    /** Writes the trust directory with another entry or policy. */
    void trust(UnaryOperator<JsonMap> entry, JsonMap policy) {
        var lists = StatusListIssuer.demo();
        var states = new StatusArray(DemoSite.STATUS_ENTRIES, 2);
        var token = lists.token(DemoSite.STATUS_URI, states, NOON.minusSeconds(3600));
        var issuer = Issuer.demo(new Random(7)).trustEntry(lists);
        var files =
                new TrustDirectory()
                        .issuer(entry.apply(issuer))
                        .policy(policy)
                        .statusList(DemoSite.STATUS_URI, token.toBytes());
        try {
            files.writeTo(trust());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path trust() {
        return directory.resolve("trust");
    }

    /** A presentation that keeps every rule, signed at noon. */
    Presentation presentation() {
        return forge.presentation();
    }

    Path bytes(String name, byte[] content) {
        try {
            return Files.write(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path text(String name, String content) {
        return bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Path picture(String name, String text) {
        return bytes(name, ShownCode.ofText(text).picture().toPng());
    }

    /** {@code gatectl check} for the demo's gate at noon. */
    Answer check(Object... more) {
        return checkAtAnyGate(with(new Object[] {"--gate", DemoSite.GATE}, more));
    }

    /** {@code gatectl check} at noon, the gate unsaid. */
    Answer checkAtAnyGate(Object... more) {
        var common = new Object[] {"check", "--trust", trust(), "--at", NOON};
        return Gatectl.ofTechnician().run(with(common, more));
    }

    /** A command line and more words. */
    static Object[] with(Object[] first, Object... then) {
        var words = new Object[first.length + then.length];
        System.arraycopy(first, 0, words, 0, first.length);
        System.arraycopy(then, 0, words, first.length, then.length);
        return words;
    }
}
