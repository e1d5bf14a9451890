package org.gatereader.verifier.trust.tuf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/** How the files of roles are called, in the repository and in the store. */
final class FileName {
    static final String ROOT = of("root");
    static final String TIMESTAMP = of("timestamp");
    static final String SNAPSHOT = of("snapshot");
    static final String TARGETS = of("targets");

    /** Room for a version before it, below the 255 bytes of a file name. */
    static final int LENGTH_MAX = 200;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNRESERVED = "-._~";

    private FileName() {}

    /** The file of a role, whose name can not reach another place in it. */
    static String of(String role) {
        return encoded(role) + ".json";
    }

    /** Percent-encoded (RFC 3986, section 2.1): printable, and without a slash. */
    static String encoded(String text) {
        var name = new StringBuilder();
        for (byte unit : text.getBytes(UTF_8)) {
            if (isUnreserved(unit)) {
                name.append((char) unit);
            } else {
                name.append('%').append(HEX.toHexDigits(unit));
            }
        }
        return name.toString();
    }

    /** With the version before it: how root is always called, and all but timestamp may be. */
    static String of(long version, String fileName) {
        return version + "." + fileName;
    }

    private static boolean isUnreserved(byte unit) {
        return (unit >= 'a' && unit <= 'z')
                || (unit >= 'A' && unit <= 'Z')
                || (unit >= '0' && unit <= '9')
                || UNRESERVED.indexOf(unit) >= 0;
    }
}
