package org.gatereader.daemon.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The files on disk are the generated ones; {@code -Dgolden.update=true} rewrites them. */
class ConfigDocumentTest {
    private static final Path CHECKOUT = Path.of("..", "..").toAbsolutePath().normalize();

    @Test
    void theConfigurationFileIsTheGeneratedOne() throws IOException {
        assertGolden("config/gate-reader.toml", new ConfigDocument().toml());
    }

    @Test
    void theSchemaIsTheGeneratedOne() throws IOException {
        assertGolden("config/gate-reader.schema.json", new ConfigDocument().schema());
    }

    @Test
    void theTableInTheDocumentsIsTheGeneratedOne() throws IOException {
        assertGolden("reader-daemon/docs/configuration.md", new ConfigDocument().table());
    }

    @Test
    void everyKeyHasItsWordsInTheKeysOwnOrder() throws IOException {
        var keys = Arrays.stream(ConfigKey.values()).map(ConfigKey::dotted).toList();
        assertEquals(keys, new KeyWords().keys());
    }

    @Test
    void theGeneratedFileIsSoundOnceItsCommentSignsAreTakenAway() throws IOException {
        String everyKeySet = new ConfigDocument().toml().replaceAll("(?m)^# (\\w+ = )", "$1");
        var reading = Configuration.parse(Path.of("/etc/gate-reader.toml"), everyKeySet);
        assertInstanceOf(ConfigReading.Sound.class, reading, reading.toString());
    }

    @Test
    void theSimulatedConfigurationIsSoundAndReachesNoHardware() throws IOException {
        var reading = Configuration.read(CHECKOUT.resolve("config/simulated.toml"));
        var sound = assertInstanceOf(ConfigReading.Sound.class, reading, reading.toString());
        assertEquals(true, sound.configuration().isEveryDriverSimulated());
    }

    private static void assertGolden(String name, String generated) throws IOException {
        Path golden = CHECKOUT.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, generated);
        }
        assertEquals(Files.readString(golden), generated, name + ": -Dgolden.update=true rewrites");
    }
}
