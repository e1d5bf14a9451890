package org.gatereader.verifier.trust;

import java.util.Map;
import java.util.Set;

/**
 * Audiences that several gates of one lobby share (RULES, Replay).
 *
 * @param gatesByGroup group → the gates in it; {@link #EVERY_GATE} alone stands for all gates that
 *     have this policy
 */
public record GateGroups(Map<String, Set<String>> gatesByGroup) {
    /** No gate can be named like this: a name has at least one character. */
    static final String EVERY_GATE = "";

    public GateGroups {
        gatesByGroup = Map.copyOf(gatesByGroup);
    }

    /** Whether {@code audience} is a group that {@code gate} is in: byte-equal, no pattern. */
    public boolean include(String audience, String gate) {
        Set<String> gates = gatesByGroup.getOrDefault(audience, Set.of());
        return gates.contains(gate) || gates.contains(EVERY_GATE);
    }
}
