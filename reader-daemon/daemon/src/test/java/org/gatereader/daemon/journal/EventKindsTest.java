package org.gatereader.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.junit.jupiter.api.Test;

/**
 * The journal's numbers outlive versions: codes are added and never changed. {@code
 * -Dgolden.update=true} rewrites the file, so that the difference is the review.
 */
class EventKindsTest {
    private static final Path GOLDEN =
            Path.of("src/test/resources/org/gatereader/daemon/journal/event-kinds.txt");

    @Test
    void everyKindKeepsItsCodeAndItsTiming() throws IOException {
        String kinds =
                Stream.of(Kind.values())
                        .sorted(Comparator.comparingInt(Kind::code))
                        .map(kind -> kind.code() + " " + kind + " " + kind.timing() + "\n")
                        .collect(Collectors.joining());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, kinds);
        }
        assertEquals(Files.readString(GOLDEN), kinds);
    }
}
