package org.gatereader.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.gate.OutOfService;
import org.gatereader.daemon.journal.JournalReader;
import org.gatereader.daemon.journal.JournalRecord;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What time does to a gate's lists and to its clock, as the gate, its sign and its journal say. */
class GateAgesTest {
    private @TempDir Path directory;
    private SteppedGate gate;

    @BeforeEach
    void openTheGate() throws Exception {
        gate = new SteppedGate(directory).opened();
    }

    @AfterEach
    void closeTheGate() {
        gate.close();
    }

    @Test
    void everyStepOfEachListIsToldOnceAndADegradedOneAtTheGate() throws Exception {
        listsOfAge(Duration.ofDays(1).minusSeconds(1));
        assertEquals(List.of(), told(Kind.STATUS_LIST_AGED));
        listsOfAge(Duration.ofDays(1).plusSeconds(1));
        listsOfAge(Duration.ofHours(25));
        assertEquals(List.of(1L, 1L), told(Kind.STATUS_LIST_AGED));
        assertEquals(Sign.Words.NONE, gate.hint());
        listsOfAge(Duration.ofDays(2).plusSeconds(1));
        assertEquals(List.of(1L, 1L, 2L, 2L), told(Kind.STATUS_LIST_AGED));
        assertEquals(Sign.READY, gate.sign());
        assertEquals(Sign.NARROWED, gate.hint());
    }

    @Test
    void aGateWhoseListsAreAllClosedIsOutOfServiceUntilThereIsANewOne() throws Exception {
        listsOfAge(Duration.ofDays(7));
        assertEquals(Sign.OUT_OF_SERVICE, gate.sign());
        assertEquals(Set.of(OutOfService.NO_TRUST), gate.reader.gateStatus().reasons());
        gate.writeTrust();
        look();
        assertEquals(Sign.READY, gate.sign());
        assertEquals(Sign.Words.NONE, gate.hint());
        assertEquals(List.of(3L, 3L, 0L, 0L), told(Kind.STATUS_LIST_AGED));
    }

    @Test
    void aGateOfOneWayLanesIsOutOfServiceWhileItsClockIsNotTrusted() throws Exception {
        gate.clock.trust(false);
        look();
        assertEquals(Sign.OUT_OF_SERVICE, gate.sign());
        assertEquals(Set.of(OutOfService.CLOCK_UNTRUSTED), gate.reader.gateStatus().reasons());
        assertEquals(List.of(5L), told(Kind.CLOCK_UNTRUSTED));
        gate.clock.trust(true);
        look();
        assertEquals(Sign.READY, gate.sign());
        assertEquals(List.of(0L), told(Kind.CLOCK_TRUSTED));
    }

    @Test
    void aGateThatDemandsChallengesServesFromTheStartWithoutAClock(@TempDir Path other)
            throws Exception {
        try (var started = new SteppedGate(other)) {
            started.clock.trust(false);
            started.writeTrust("p1-qr-challenge");
            started.opened();
            assertEquals(Sign.READY, started.sign());
            assertEquals(Sign.Words.NONE, started.hint());
        }
    }

    @Test
    void aGateOfBothKindsSaysThatItChecksOnlySome() throws Exception {
        gate.writeTrust("p1-qr-challenge", "p2-qr");
        gate.clock.trust(false);
        look();
        assertEquals(Sign.READY, gate.sign());
        assertEquals(Sign.NARROWED, gate.hint());
    }

    /** The lists were a minute old when they were written. */
    private void listsOfAge(Duration age) throws InterruptedException {
        var issuedAt = SteppedGate.MORNING.minusSeconds(60);
        gate.clock.pass(Duration.between(gate.now(), issuedAt.plus(age)));
        look();
    }

    private void look() throws InterruptedException {
        gate.reader.lookAtTrust();
        gate.pass(Duration.ofSeconds(2));
    }

    /** The numbers of all events of a kind. */
    private List<Long> told(Kind kind) throws IOException {
        return new JournalReader(gate.journal)
                .last(256).records().stream()
                        .filter(record -> record.code() == kind.code())
                        .map(JournalRecord::number)
                        .toList();
    }
}
