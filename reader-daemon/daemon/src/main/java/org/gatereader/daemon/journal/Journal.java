package org.gatereader.daemon.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.gatereader.verifier.decision.GateEvent.Timing;
import org.gatereader.verifier.verdict.DenyReason;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Keeps what happened so that nobody can be found in it: kinds, numbers and time buckets.
 *
 * <p>Events about people wait in memory until their bucket ends and are then written in a drawn
 * order; a power cut loses at most that one bucket. Events about devices, life safety and operators
 * are written at once, under the start of the bucket all the same. The disk is asked to have it
 * once a turn in which anything was written, so at most once a bucket for people.
 *
 * <p>One thread owns it. A disk that fails costs events, which are counted, and never the gate: the
 * ring is opened again when there is something to write.
 */
public final class Journal implements AutoCloseable {
    /** An hour of the busiest gate: 60 people a minute, granted and passed. */
    private static final int PERSON_EVENTS_MAX = 8192;

    /** One turn is bounded whatever arrives meanwhile. */
    private static final int EVENTS_A_TURN_MAX = 4096;

    /** Opening reads the whole ring; a broken disk must not make that a full-time job. */
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(10);

    private static final GateEvent NOT_CURRENT =
            new GateEvent(Kind.DENIED, DenyReason.NOT_CURRENT_CLASS);

    private final Settings settings;
    private final EventQueue events;
    private final RandomGenerator shuffler;
    private final List<GateEvent> people = new ArrayList<>();
    private final DayCount notCurrent = new DayCount();
    private final JournalTail tail = new JournalTail();
    private @Nullable RingFile ring;
    private @Nullable Instant bucket;
    private long droppedAndWritten;
    private boolean isUnforced;
    private Instant turnAt = Instant.EPOCH;
    private @Nullable Instant failedAt;

    /**
     * Where and how coarsely.
     *
     * @param records how many the ring keeps
     */
    public record Settings(Path directory, Duration bucket, int records) {}

    /**
     * Opens the ring of the directory, or makes it.
     *
     * @param shuffler draws the order within a bucket; one that can be guessed hides nothing
     * @throws IOException if the ring can not be made, read or owned alone
     */
    public Journal(Settings settings, EventQueue events, RandomGenerator shuffler)
            throws IOException {
        this.settings = settings;
        this.events = events;
        this.shuffler = shuffler;
        this.ring =
                RingFile.open(
                        settings.directory(),
                        settings.records(),
                        record -> {
                            notCurrent.restore(record);
                            tail.add(record);
                        });
    }

    /** The newest records, as they lie in the file. From any thread. */
    public List<JournalRecord> newest() {
        return tail.records();
    }

    /** Takes what has arrived; writes what is due at {@code now}. */
    public void runOnce(Instant now) {
        turnAt = now;
        if (isWorthRetrying(now)) {
            reopen();
        }
        Instant current = bucketOf(now);
        // A clock set back ends the bucket as well: what was gathered belongs to the old time.
        if (bucket != null && !bucket.equals(current)) {
            writePeople(bucket);
        }
        bucket = current;
        writeEndedDay(current);
        takeEvents(current);
        writeDropped(current);
        force();
    }

    /** A clean stop loses nothing: takes what has arrived and writes the running bucket. */
    public void stop(Instant now) {
        failedAt = null;
        runOnce(now);
        writePeople(bucketOf(now));
        writeDropped(bucketOf(now));
        force();
        close();
    }

    /** Gives the file back without writing the running bucket. */
    @Override
    public void close() {
        if (ring != null) {
            try {
                ring.close();
            } catch (IOException alreadyUseless) {
                Logger.warn("journal: the ring could not be closed");
            }
            ring = null;
        }
    }

    private void takeEvents(Instant current) {
        for (int taken = 0; taken < EVENTS_A_TURN_MAX; taken++) {
            @Nullable GateEvent event = events.poll();
            if (event == null) {
                return;
            }
            // What may not be kept is gone from here on, and not only from the file.
            GateEvent kept = new GateEvent(event.kind(), RecordedNumber.of(event));
            if (event.kind().timing() == Timing.AT_ONCE) {
                write(current, kept);
            } else if (people.size() < PERSON_EVENTS_MAX) {
                people.add(kept);
            } else {
                events.countDropped(1);
            }
        }
    }

    private void writePeople(Instant ended) {
        writeEndedDay(ended);
        Collections.shuffle(people, shuffler);
        for (GateEvent event : people) {
            write(ended, event);
            if (event.equals(NOT_CURRENT)) {
                notCurrent.add(ended);
            }
        }
        people.clear();
    }

    private void writeEndedDay(Instant current) {
        if (notCurrent.isEndedAt(current)) {
            write(notCurrent.day(), new GateEvent(Kind.NOT_CURRENT_OF_DAY, notCurrent.count()));
            notCurrent.clear();
        }
    }

    private void writeDropped(Instant current) {
        long dropped = events.dropped();
        if (dropped > droppedAndWritten) {
            long since = dropped - droppedAndWritten;
            if (write(current, new GateEvent(Kind.EVENTS_DROPPED, since))) {
                droppedAndWritten = dropped;
            }
        }
    }

    private boolean write(Instant start, GateEvent event) {
        try {
            if (ring == null) {
                throw new IOException("the ring is not open");
            }
            tail.add(ring.append(start, event.kind().code(), event.number()));
            isUnforced = true;
            return true;
        } catch (IOException notWritten) {
            fail();
            // The count itself is not lost with its record: it is written again next turn.
            if (event.kind() != Kind.EVENTS_DROPPED) {
                events.countDropped(1);
            }
            return false;
        }
    }

    private void force() {
        if (!isUnforced || ring == null) {
            return;
        }
        isUnforced = false;
        try {
            ring.force();
        } catch (IOException notConfirmed) {
            fail();
        }
    }

    private void fail() {
        if (ring != null) {
            Logger.error("journal: the ring can not be written; events are counted only");
            failedAt = turnAt;
        }
        close();
        isUnforced = false;
    }

    private boolean isWorthRetrying(Instant now) {
        return ring == null
                && (failedAt == null
                        || now.isBefore(failedAt)
                        || !now.isBefore(failedAt.plus(RETRY_PAUSE)));
    }

    private void reopen() {
        try {
            ring = RingFile.open(settings.directory(), settings.records(), _ -> {});
            failedAt = null;
            Logger.info("journal: the ring is open again");
        } catch (IOException stillBroken) {
            failedAt = turnAt;
        }
    }

    private Instant bucketOf(Instant now) {
        long length = settings.bucket().toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), length) * length);
    }
}
