package org.gatereader.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./gate demo} starts, at human pace, seen from the outside. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveGateTest {
    @TempDir private Path directory;

    @Test
    void thePageIsToldOfAPassageAndOfNobody() throws IOException {
        try (var live = LiveGate.open(directory, 0, new Random(1));
                var events = open(live, "/events")) {
            var told = new StringBuilder();
            await(events, told, line -> line.contains("\"sign\":\"READY\""));
            // A code that the phone signed before the floor is still refused: present again.
            do {
                post(live, "/case/valid");
                await(events, told, line -> line.contains("\"got\":\""));
            } while (!told.toString().contains("\"got\":\"granted 2\""));
            await(events, told, line -> line.contains("\"passing\":true"));
            await(events, told, line -> line.contains("\"code\":1,\"number\":2"));
            for (String identity : identities().toList()) {
                assertFalse(told.toString().contains(identity), identity);
            }
        }
    }

    private static Stream<String> identities() {
        byte[] x = DemoKeys.named("phone").x();
        return Stream.of(
                "GR1:",
                "MOIS",
                DemoSite.ISSUER,
                DemoSite.CREDENTIAL_TYPE,
                HexFormat.of().formatHex(x),
                Base64.getUrlEncoder().encodeToString(x).substring(0, 40));
    }

    private static void await(BufferedReader events, StringBuilder told, Predicate<String> sought)
            throws IOException {
        String line = "";
        while (!sought.test(line)) {
            line = events.readLine();
            assertTrue(line != null, "the stream ended");
            told.append(line).append('\n');
        }
    }

    private static BufferedReader open(LiveGate live, String path) throws IOException {
        var connection = live.address().resolve(path).toURL().openConnection();
        // A stream that falls silent fails the test: its heartbeat comes every 15 seconds.
        connection.setReadTimeout(60_000);
        var body = connection.getInputStream();
        return new BufferedReader(new InputStreamReader(body, UTF_8));
    }

    private static void post(LiveGate live, String path) throws IOException {
        var connection = (HttpURLConnection) live.address().resolve(path).toURL().openConnection();
        connection.setRequestMethod("POST");
        assertEquals(204, connection.getResponseCode());
    }
}
