package org.gatereader.daemon.gate;

import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.Realm;

/**
 * A decision on its way to the relay. Only the production realm fits: a decision of the self-check
 * does not compile here.
 *
 * @param ticket names admission's reservation in the gate's answer; a running number of this
 *     process
 * @param capturedAtNanos monotonic time of the last needed frame or byte: the start of the promise
 */
public record GateRequest(
        AccessDecision<Realm.Production> decision, long ticket, long capturedAtNanos) {}
