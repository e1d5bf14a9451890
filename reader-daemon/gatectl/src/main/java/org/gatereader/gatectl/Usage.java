package org.gatereader.gatectl;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A command line that can not be run. */
final class Usage {
    private Usage() {}

    /**
     * What is wrong with it, in one line.
     *
     * @param spec of the verb, as picocli gave it
     */
    static ParameterException error(@Nullable CommandSpec spec, String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
