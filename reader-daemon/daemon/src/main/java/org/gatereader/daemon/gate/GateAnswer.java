package org.gatereader.daemon.gate;

/**
 * What became of a granted request: admission commits the reservation, or gives it back so that the
 * person may present the same code again.
 *
 * @param ticket the request's own
 */
public record GateAnswer(long ticket, Outcome outcome) {
    /** Engaged = the relay turned; given back = busy, fault, emergency or out of service. */
    public enum Outcome {
        ENGAGED,
        GIVEN_BACK
    }
}
