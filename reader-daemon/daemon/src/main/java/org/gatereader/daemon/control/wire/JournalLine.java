package org.gatereader.daemon.control.wire;

import java.time.Instant;

/**
 * One record of the journal, which has no room for an identity.
 *
 * @param bucket the start of the span of time in which it happened
 * @param code what happened; append-only
 * @param kind its name; empty where this version does not know it
 * @param number what the kind says it is
 */
public record JournalLine(long sequence, Instant bucket, int code, String kind, long number) {}
