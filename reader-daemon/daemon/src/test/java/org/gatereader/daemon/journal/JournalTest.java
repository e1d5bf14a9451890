package org.gatereader.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.gatereader.verifier.decision.GateEvent.Timing;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.TapFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int RECORDS = 16_384;

    @TempDir Path directory;
    private final EventQueue events = new EventQueue();

    @Test
    void writesNothingAboutPeopleBeforeTheirBucketEnds() throws IOException {
        try (var journal = journal(1)) {
            events.accept(new GateEvent(Kind.GRANTED, 3));
            events.accept(denied(DenyReason.ISSUER_UNKNOWN));
            journal.runOnce(NOON.plusSeconds(17));
            journal.runOnce(NOON.plusSeconds(59));
            assertEquals(List.of(), read());
            journal.runOnce(NOON.plusSeconds(60));
            assertEquals(Set.of("GRANTED 3", "DENIED 301"), Set.copyOf(texts()));
        }
    }

    @Test
    void saysOfTimeOnlyTheBucket() throws IOException {
        try (var journal = journal(1)) {
            events.accept(GateEvent.of(Kind.PASSED));
            events.accept(GateEvent.of(Kind.TAMPERED));
            journal.runOnce(NOON.plusSeconds(17).plusNanos(5));
            journal.runOnce(NOON.plusSeconds(61));
            assertEquals(2, read().size());
            assertTrue(read().stream().allMatch(record -> record.bucket().equals(NOON)));
        }
    }

    @Test
    void writesDevicesAndLifeSafetyAtOnce() throws IOException {
        try (var journal = journal(1)) {
            events.accept(new GateEvent(Kind.GRANTED, 0));
            events.accept(GateEvent.of(Kind.EMERGENCY_OPENED));
            journal.runOnce(NOON.plusSeconds(17));
            assertEquals(List.of("EMERGENCY_OPENED 0"), texts());
        }
    }

    @Test
    void drawsTheOrderWithinABucket() throws IOException {
        List<Long> arrived = IntStream.range(0, 20).mapToObj(Long::valueOf).toList();
        Set<Long> firsts = new HashSet<>();
        for (int seed = 0; seed < 30; seed++) {
            List<Long> written = writtenOrder(seed, arrived);
            assertNotEquals(arrived, written);
            assertEquals(Set.copyOf(arrived), Set.copyOf(written));
            firsts.add(written.getFirst());
        }
        assertTrue(firsts.size() > 10, "the first record tells who came first: " + firsts);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "REVOKED", "SUSPENDED"})
    void keepsOnlyTheClassOfACredentialThatIsNotCurrent(DenyReason reason) throws IOException {
        try (var journal = journal(1)) {
            events.accept(denied(reason));
            journal.runOnce(NOON);
            journal.runOnce(NOON.plus(MINUTE));
            assertEquals(List.of("DENIED 400"), texts());
        }
    }

    @Test
    void countsTheNotCurrentOnceADay() throws IOException {
        try (var journal = journal(1)) {
            events.accept(denied(DenyReason.EXPIRED));
            events.accept(denied(DenyReason.REVOKED));
            journal.runOnce(NOON);
            events.accept(denied(DenyReason.SUSPENDED));
            journal.runOnce(midnight().minusSeconds(1));
            journal.runOnce(midnight());
            journal.runOnce(midnight().plus(Duration.ofDays(1)));
        }
        assertEquals(
                List.of("DENIED 400", "DENIED 400", "DENIED 400", "NOT_CURRENT_OF_DAY 3"), texts());
        assertEquals(Instant.parse("2030-01-01T00:00:00Z"), read().getLast().bucket());
    }

    @Test
    void goesOnCountingTheDayAfterARestart() throws IOException {
        for (int run = 0; run < 3; run++) {
            var journal = journal(run);
            events.accept(denied(DenyReason.EXPIRED));
            journal.stop(NOON.plusSeconds(600L * run));
        }
        var journal = journal(9);
        journal.stop(midnight());
        assertEquals("NOT_CURRENT_OF_DAY 3", texts().getLast());
        journal(10).stop(midnight().plusSeconds(60));
        assertEquals(4, read().size(), "an ended day is counted once");
    }

    @Test
    void writesTheRunningBucketAtACleanStop() throws IOException {
        var journal = journal(1);
        events.accept(new GateEvent(Kind.GRANTED, 3));
        journal.runOnce(NOON);
        events.accept(GateEvent.of(Kind.PASSED));
        journal.stop(NOON.plusSeconds(3));
        assertEquals(Set.of("GRANTED 3", "PASSED 0"), Set.copyOf(texts()));
    }

    @Test
    void losesAtMostTheRunningBucketWhereThePowerGoes() throws IOException {
        try (var cut = journal(1)) {
            events.accept(new GateEvent(Kind.GRANTED, 1));
            cut.runOnce(NOON);
            cut.runOnce(NOON.plus(MINUTE));
            events.accept(new GateEvent(Kind.GRANTED, 2));
            cut.runOnce(NOON.plusSeconds(119));
        }
        assertEquals(List.of("GRANTED 1"), texts());
    }

    @Test
    void endsTheBucketWhereTheClockIsSetBack() throws IOException {
        try (var journal = journal(1)) {
            events.accept(new GateEvent(Kind.GRANTED, 1));
            journal.runOnce(NOON);
            journal.runOnce(NOON.minusSeconds(1));
            assertEquals(NOON, read().getFirst().bucket());
        }
    }

    @Test
    void dropsAndCountsWhatDoesNotFitTheQueue() throws IOException {
        try (var journal = journal(1)) {
            for (int each = 0; each < 1024 + 5; each++) {
                events.accept(GateEvent.of(Kind.TAMPERED));
            }
            journal.runOnce(NOON);
            assertEquals(1025, read().size());
            assertEquals("EVENTS_DROPPED 5", texts().getLast());
            assertEquals(5, events.dropped());
            journal.runOnce(NOON);
            assertEquals(1025, read().size(), "a loss is said once");
        }
    }

    @Test
    void dropsAndCountsWhatDoesNotFitTheBucket() throws IOException {
        try (var journal = journal(1)) {
            for (int turn = 0; turn < 9; turn++) {
                IntStream.range(0, 1024).forEach(_ -> events.accept(GateEvent.of(Kind.PASSED)));
                journal.runOnce(NOON);
            }
            assertEquals(List.of("EVENTS_DROPPED 1024"), texts());
            journal.runOnce(NOON.plus(MINUTE));
            assertEquals(8 * 1024 + 1, read().size());
        }
    }

    @Test
    void countsWhatAFailingDiskLosesAndGoesOnWhenItIsBack() throws IOException {
        var journal = journal(1);
        journal.close();
        Path away = Files.move(directory.resolve("ring"), directory.resolve("away"));
        Files.createFile(directory.resolve("ring"));
        events.accept(GateEvent.of(Kind.TAMPERED));
        events.accept(GateEvent.of(Kind.TAMPER_ENDED));
        journal.runOnce(NOON);
        assertEquals(2, events.dropped());
        Files.delete(directory.resolve("ring"));
        Files.move(away, directory.resolve("ring"));
        journal.runOnce(NOON.plusSeconds(9));
        assertEquals(List.of(), texts());
        journal.runOnce(NOON.plusSeconds(10));
        assertEquals(List.of("EVENTS_DROPPED 2"), texts());
        journal.close();
    }

    @Test
    void isWrittenByAThreadThatIsBeingInterrupted() throws IOException {
        var journal = journal(1);
        events.accept(new GateEvent(Kind.GRANTED, 1));
        Thread.currentThread().interrupt();
        journal.stop(NOON);
        assertTrue(Thread.interrupted());
        assertEquals(List.of("GRANTED 1"), texts());
    }

    @ParameterizedTest
    @EnumSource
    void keepsNoNumberThatCouldBeAPerson(Kind kind) {
        Set<Long> reasons =
                Stream.of(DenyReason.values())
                        .map(reason -> (long) reason.recordedCode())
                        .collect(Collectors.toSet());
        Set<Long> faults =
                Stream.of(TapFault.values())
                        .map(fault -> (long) fault.code())
                        .collect(Collectors.toSet());
        var random = new SplittableRandom(7);
        for (int each = 0; each < 1000; each++) {
            long kept = RecordedNumber.of(new GateEvent(kind, random.nextLong() >> each % 64));
            boolean isKnown =
                    switch (kind) {
                        case GRANTED -> kept >= 0 && kept <= RecordedNumber.OTHER_CLASS;
                        case DENIED -> kept == 0 || reasons.contains(kept);
                        case TAP_FAILED -> kept == 0 || faults.contains(kept);
                        default -> kept == 0 || kind.timing() == Timing.AT_ONCE;
                    };
            assertTrue(isKnown, kind + " keeps " + kept);
        }
    }

    @Test
    void keepsAPassClassUpToTheBoundAndNoneAboveIt() {
        assertEquals(999, RecordedNumber.of(new GateEvent(Kind.GRANTED, 999)));
        assertEquals(1000, RecordedNumber.of(new GateEvent(Kind.GRANTED, 1001)));
        assertEquals(1000, RecordedNumber.of(new GateEvent(Kind.GRANTED, 20_261_234)));
    }

    private List<Long> writtenOrder(int seed, List<Long> classes) throws IOException {
        long last = read().stream().mapToLong(JournalRecord::sequence).max().orElse(0);
        var journal = journal(seed);
        classes.forEach(each -> events.accept(new GateEvent(Kind.GRANTED, each)));
        journal.stop(NOON);
        return new JournalReader(directory.resolve("ring"))
                .after(last, RECORDS).records().stream().map(JournalRecord::number).toList();
    }

    private Journal journal(int seed) throws IOException {
        var settings = new Journal.Settings(directory.resolve("ring"), MINUTE, RECORDS);
        return new Journal(settings, events, new SplittableRandom(seed));
    }

    private static GateEvent denied(DenyReason reason) {
        return new GateEvent(Kind.DENIED, reason.code());
    }

    private static Instant midnight() {
        return Instant.parse("2030-01-02T00:00:00Z");
    }

    private List<JournalRecord> read() throws IOException {
        return Files.exists(directory.resolve("ring").resolve(RingFile.NAME))
                ? new JournalReader(directory.resolve("ring")).last(RECORDS).records()
                : List.of();
    }

    private List<String> texts() throws IOException {
        return read().stream()
                .map(record -> record.kind().orElseThrow() + " " + record.number())
                .toList();
    }
}
