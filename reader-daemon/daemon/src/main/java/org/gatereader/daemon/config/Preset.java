package org.gatereader.daemon.config;

/**
 * What stands for a key that the file does not set.
 *
 * @param value the default of a {@link Need#DEFAULTED} key; otherwise an example for the documents
 */
public record Preset(Need need, Object value) {

    /** Whether the file must set the key. */
    public enum Need {
        /** No default is right for every gate, or a silent default would be dangerous. */
        REQUIRED,
        /** Absent means the default. */
        DEFAULTED,
        /** Absent means nothing. */
        OPTIONAL
    }

    static Preset required(Object example) {
        return new Preset(Need.REQUIRED, example);
    }

    static Preset of(Object value) {
        return new Preset(Need.DEFAULTED, value);
    }

    static Preset optional(Object example) {
        return new Preset(Need.OPTIONAL, example);
    }

    /** The value as TOML writes it. */
    public String toToml() {
        return value instanceof String text ? '"' + text + '"' : value.toString();
    }
}
