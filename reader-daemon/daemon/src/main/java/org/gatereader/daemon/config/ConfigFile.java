package org.gatereader.daemon.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Bounded, strict reading of the file itself, before anything in it is looked at. */
final class ConfigFile {
    /** The generated file with every key explained has 10 KiB. */
    static final int BYTES_MAX = 64 * 1024;

    private ConfigFile() {}

    static ConfigReading read(Path file) throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(BYTES_MAX + 1);
        }
        if (content.length > BYTES_MAX) {
            return faulty(file, "at most " + BYTES_MAX + " bytes", "more");
        }
        try {
            String toml =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return Configuration.parse(file, toml);
        } catch (CharacterCodingException notUtf8) {
            return faulty(file, "UTF-8 text", "other bytes");
        }
    }

    private static ConfigReading faulty(Path file, String expected, String got) {
        ConfigFault.Place place = new ConfigFault.Place(file.toString(), 1, 1);
        return new ConfigReading.Faulty(List.of(new ConfigFault(place, "file", expected, got)));
    }
}
