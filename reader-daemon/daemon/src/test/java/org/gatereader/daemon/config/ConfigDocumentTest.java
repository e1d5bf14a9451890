package org.gatereader.daemon.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The files on disk are the generated ones; {@code -Dgolden.update=true} rewrites them. */
class ConfigDocumentTest {
    private static final Path CHECKOUT = Path.of("..", "..").toAbsolutePath().normalize();

    @Test
    void theConfigurationFileIsTheGeneratedOne() throws IOException {
        assertGolden("config/gate-reader.toml", ConfigDocument.toml());
    }

    @Test
    void theSchemaIsTheGeneratedOne() throws IOException {
        assertGolden("config/gate-reader.schema.json", ConfigDocument.schema());
    }

    @Test
    void theTableInTheDocumentsIsTheGeneratedOne() throws IOException {
        assertGolden("reader-daemon/docs/configuration.md", ConfigDocument.table());
    }

    @Test
    void theGeneratedFileIsSoundOnceItsCommentSignsAreTakenAway() {
        String everyKeySet = ConfigDocument.toml().replaceAll("(?m)^# (\\w+ = )", "$1");
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
