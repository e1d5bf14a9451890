package org.gatereader.tests.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gatereader.daemon.control.wire.ControlAnswer.Status;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.gate.OutOfService;
import org.gatereader.daemon.journal.JournalReader;
import org.gatereader.daemon.journal.JournalRecord;
import org.gatereader.demo.cases.DemoTrust;
import org.gatereader.demo.cases.Scene;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.gatectl.enrol.GateDirectory;
import org.gatereader.gatectl.enrol.TrustedRoot;
import org.gatereader.gatectl.repo.KeyFile;
import org.gatereader.gatectl.repo.PublicKeyEntry;
import org.gatereader.gatectl.repo.Publication;
import org.gatereader.gatectl.repo.RolePlan;
import org.gatereader.gatectl.repo.TufRepository;
import org.gatereader.tests.gatectl.RunningGate;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate that believes signed updates: its sign, its journal, and what an admin is told. */
class SignedTrustAtTheGateTest {
    private static final List<String> ROLES =
            List.of(
                    "root",
                    "targets",
                    "directory",
                    "status",
                    "site-" + DemoSite.SITE,
                    "snapshot",
                    "timestamp");

    @TempDir private Path directory;
    private final KeyFile clerk = KeyFile.inMemory("clerk");

    @Test
    void aGateThatNobodyEnrolledIsOutOfServiceAndSaysWhy() throws Exception {
        try (var gate = SteppedGate.ofSignedTrust(directory).opened()) {
            assertEquals(Sign.OUT_OF_SERVICE, gate.sign());
            Set<OutOfService> reasons = gate.reader.gateStatus().reasons();
            assertTrue(reasons.contains(OutOfService.NOT_ENROLLED), reasons.toString());
            assertFalse(reasons.contains(OutOfService.NO_TRUST), reasons.toString());
        }
    }

    @Test
    void anUpdateThatIsRefusedIsToldToTheJournalAndToTheAdminAndTheGateServesOn() throws Exception {
        publishAndEnrol();
        try (var gate = SteppedGate.ofSignedTrust(directory).opened()) {
            assertEquals(Sign.READY, gate.sign());
            Path timestamp = directory.resolve("inbox/metadata/timestamp.json");
            String honest = Files.readString(timestamp);
            Files.writeString(timestamp, honest.replace("2030", "2031"));
            gate.reader.lookAtTrust();
            gate.pass(Duration.ofSeconds(2));
            assertEquals(Sign.READY, gate.sign());
            assertEquals(List.of(542L), told(gate));
            var status = assertInstanceOf(Status.class, gate.ask(ControlVerb.STATUS));
            var shown = RunningGate.trust(directory.resolve("other"), status.report().trust());
            assertEquals(1, shown.exitCode());
            assertTrue(
                    shown.out().contains("the last update was refused\n  2030-01-01T"),
                    shown.out());
            assertTrue(shown.out().contains("TIMESTAMP_NOT_SIGNED, TUF 5.4.2: "), shown.out());
        }
    }

    private static List<Long> told(SteppedGate gate) throws IOException {
        return new JournalReader(gate.journal)
                .last(256).records().stream()
                        .filter(record -> record.code() == Kind.UPDATE_REFUSED.code())
                        .map(JournalRecord::number)
                        .toList();
    }

    private void publishAndEnrol() throws Exception {
        Map<String, List<PublicKeyEntry>> keys = new TreeMap<>();
        Map<String, Integer> thresholds = new TreeMap<>();
        for (String role : ROLES) {
            keys.put(role, List.of(clerk.publicKey()));
            thresholds.put(role, 1);
        }
        var plan = new RolePlan(keys, thresholds, RolePlan.Laxity.LAX_THRESHOLDS);
        var now = SteppedGate.MORNING;
        try (var repository = TufRepository.init(directory.resolve("repo"), plan, now)) {
            for (var file : DemoTrust.of(Scene.DAY, now).files().entrySet()) {
                boolean isPolicy = file.getKey().equals("policy.json");
                String site = "site/" + DemoSite.SITE + "/";
                repository.put((isPolicy ? site : "") + file.getKey(), file.getValue(), now);
            }
            byte[] nation = "{\"lanes\": [\"p1-qr\", \"p2-qr\"]}".getBytes(UTF_8);
            repository.put("policy.json", nation, now);
            new Publication(repository, List.of(clerk), now).publish();
            Files.move(repository.publicDirectory(), directory.resolve("inbox"));
        }
        Path root = directory.resolve("inbox/metadata/1.root.json");
        new GateDirectory(directory)
                .enrol(TrustedRoot.of(Files.readAllBytes(root), now), DemoSite.GATE);
    }
}
