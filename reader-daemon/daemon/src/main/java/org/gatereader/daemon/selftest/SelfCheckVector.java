package org.gatereader.daemon.selftest;

import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm;

/**
 * One built-in presentation and what must come of it.
 *
 * @param expected {@code granted <class>} or {@code denied <code>}
 * @param payload the text of its code; of the self-test realm, public
 */
record SelfCheckVector(String name, String expected, String payload) {
    /** Reads {@code name <tab> expected <tab> payload}. */
    static SelfCheckVector parse(String line) {
        String[] fields = line.split("\t", 3);
        return new SelfCheckVector(fields[0], fields[1], fields[2]);
    }

    boolean isMetBy(AccessDecision<Realm.SelfTest> decision) {
        return expected.equals(
                switch (decision) {
                    case AccessDecision.Granted<Realm.SelfTest>(long passClass) ->
                            "granted " + passClass;
                    case AccessDecision.Denied<Realm.SelfTest>(DenyReason reason) ->
                            "denied " + reason.code();
                });
    }
}
