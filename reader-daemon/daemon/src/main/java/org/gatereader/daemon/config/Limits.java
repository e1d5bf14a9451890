package org.gatereader.daemon.config;

import java.util.regex.Pattern;
import org.gatereader.daemon.config.ValueType.Choice;
import org.gatereader.daemon.config.ValueType.Location;
import org.gatereader.daemon.config.ValueType.Name;

/** What several keys have in common; an enum's own constants can not name its static fields. */
final class Limits {
    /** Linux, PATH_MAX less the terminator. */
    static final int PATH_BYTES_MAX = 4095;

    /** sockaddr_un holds 107 bytes; the longest name under it is {@code /.bind/control.sock}. */
    static final int SOCKET_DIRECTORY_BYTES_MAX = 107 - "/.bind/control.sock".length();

    static final Location DIRECTORY = new Location(PATH_BYTES_MAX, "a directory");
    static final Choice INPUT = Choice.of("none", "simulated", "gpiochip");
    static final Choice LEVEL = Choice.of("high", "low");

    /** linux/gpio.h, GPIO_MAX_NAME_SIZE, less the terminator. */
    static final Name LABEL =
            new Name(Pattern.compile("[!-~]{1,31}"), "a chip's label of 1..31 characters");

    static final ValueType LINE = new ValueType.Line();
    static final Name GROUP =
            new Name(
                    Pattern.compile("[a-z_][a-z0-9_-]{0,31}"),
                    "the name of a group of this machine");

    private Limits() {}
}
