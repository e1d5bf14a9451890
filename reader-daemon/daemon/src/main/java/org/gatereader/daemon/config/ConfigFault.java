package org.gatereader.daemon.config;

/**
 * One thing wrong with a configuration file, said so that it can be mended without reading code.
 *
 * @param place file, line and column, as editors open it: {@code gate-reader.toml:12:1}
 * @param key the dotted key, or {@code toml} where the text itself is broken
 * @param expected what would have been right
 * @param got what is there; never longer than a line
 */
public record ConfigFault(Place place, String key, String expected, String got) {

    /** Where in the file; both numbers count from one. */
    public record Place(String file, int line, int column) {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }

    /** {@code file:line:column: key: expected …, got …}. */
    @Override
    public String toString() {
        return place + ": " + key + ": expected " + expected + ", got " + got;
    }
}
