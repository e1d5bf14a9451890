package org.gatereader.daemon.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A parsed TOML text that remembers the lines of the file.
 *
 * <p>Blank and comment lines are taken out before the parser sees them: tomlj 2.2.0 needs time in
 * the square of a run of them (800 comment lines: 1.5 s, after an error 3 s), and a file in which
 * every key is explained and commented out is nothing but one long run.
 */
final class TomlText {
    private static final Pattern TWICE =
            Pattern.compile("(.*) previously defined at line (\\d+), column \\d+");
    private static final Pattern UNEXPECTED = Pattern.compile("Unexpected (.*), expected (.*)");

    /** Ten times the number of keys: a longer file is not ours, and errors cost time each. */
    static final int CONTENT_LINES_MAX = 320;

    private final String file;
    private final List<Integer> lineNumbers;
    private final TomlParseResult parsed;

    private TomlText(String file, List<Integer> lineNumbers, TomlParseResult parsed) {
        this.file = file;
        this.lineNumbers = lineNumbers;
        this.parsed = parsed;
    }

    static TomlText of(String file, String toml) {
        List<Integer> lineNumbers = new ArrayList<>();
        StringBuilder dense = new StringBuilder();
        int number = 0;
        for (String line : toml.split("\n", -1)) {
            number++;
            String content = line.strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            lineNumbers.add(number);
            if (lineNumbers.size() > CONTENT_LINES_MAX) {
                break;
            }
            dense.append(line).append('\n');
        }
        return new TomlText(file, lineNumbers, Toml.parse(dense.toString()));
    }

    TomlTable root() {
        return parsed;
    }

    /** What the parser could not read; what it could read is in {@link #root()} all the same. */
    List<ConfigFault> faults() {
        List<ConfigFault> faults = new ArrayList<>();
        parsed.errors().forEach(error -> faults.add(fault(error)));
        if (lineNumbers.size() > CONTENT_LINES_MAX) {
            ConfigFault.Place place = new ConfigFault.Place(file, lineNumbers.getLast(), 1);
            String expected = "at most " + CONTENT_LINES_MAX + " lines that are no comments";
            faults.add(new ConfigFault(place, "toml", expected, "more"));
        }
        return faults;
    }

    ConfigFault.Place place(@Nullable TomlPosition position) {
        return position == null
                ? new ConfigFault.Place(file, 1, 1)
                : new ConfigFault.Place(file, lineInFile(position.line()), position.column());
    }

    private ConfigFault fault(TomlParseError error) {
        ConfigFault.Place place = place(error.position());
        String message = String.valueOf(error.getMessage());
        Matcher twice = TWICE.matcher(message);
        if (twice.matches()) {
            String first = "line " + lineInFile(Integer.parseInt(twice.group(2)));
            return new ConfigFault(
                    place, twice.group(1), "one definition, the one of " + first, "a second");
        }
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (unexpected.matches()) {
            return new ConfigFault(place, "toml", unexpected.group(2), unexpected.group(1));
        }
        return new ConfigFault(place, "toml", "TOML 1.0", message);
    }

    private int lineInFile(int denseLine) {
        int index = Math.clamp(denseLine - 1, 0, Math.max(0, lineNumbers.size() - 1));
        return lineNumbers.isEmpty() ? 1 : lineNumbers.get(index);
    }
}
