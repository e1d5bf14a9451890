package org.gatereader.daemon.selftest;

import java.util.List;

/**
 * What the built-in vectors came to. It is no decision and opens nothing: it is built from
 * decisions of the self-test realm, which the gate does not take.
 *
 * @param judged how many vectors were judged in each round
 * @param faults the names of those that came out otherwise than they must; empty if all is well
 */
public record SelfCheckReport(int judged, List<String> faults) {
    public boolean isGood() {
        return judged > 0 && faults.isEmpty();
    }
}
