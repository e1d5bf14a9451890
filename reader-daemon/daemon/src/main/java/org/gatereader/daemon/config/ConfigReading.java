package org.gatereader.daemon.config;

import java.util.List;

/** What came of reading a configuration: all of it sound, or every fault at once. */
public sealed interface ConfigReading {
    /** Every key is known and within its range. */
    record Sound(Configuration configuration) implements ConfigReading {}

    /**
     * Not usable: the process ends with 78 and is not restarted.
     *
     * @param faults never empty, in the order of the file
     */
    record Faulty(List<ConfigFault> faults) implements ConfigReading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
