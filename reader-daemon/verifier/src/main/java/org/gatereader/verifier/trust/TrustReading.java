package org.gatereader.verifier.trust;

import java.util.List;

/** What reading a trust directory came to. */
public sealed interface TrustReading {
    /**
     * Keys and policy are whole.
     *
     * @param listFaults why single status lists were left out, or an older one kept: their
     *     credentials are refused, the others are served
     */
    record Whole(TrustContent content, List<TrustFault> listFaults) implements TrustReading {
        public Whole {
            listFaults = List.copyOf(listFaults);
        }
    }

    /** Not to be used; the previous one serves on. */
    record Faulty(List<TrustFault> faults) implements TrustReading {}
}
