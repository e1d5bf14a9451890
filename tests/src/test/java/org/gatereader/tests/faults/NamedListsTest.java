package org.gatereader.tests.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.Labels;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.verifier.revocation.RevocationState;
import org.junit.jupiter.api.Test;

/** A table of credentials and states comes signed, is swapped, and serves from its mapping. */
class NamedListsTest extends ServingGate {
    private static final String URI = "https://st.mobileid.go.kr/table";
    private static final String TABLE =
            "status/" + UpdateKey.sha256(URI.getBytes(UTF_8)) + ".states";
    private static final byte[] ID = {'v', 'c', '-', '1', '7'};
    private static final long STATUS_LIST = 65_533;
    private static final long STATES = -65_539;

    private final StatusListIssuer lists = StatusListIssuer.demo();

    @Test
    void whoIsSuspendedInASignedTableIsRestoredByTheNext() {
        var source =
                lists.trustEntry()
                        .put("uriPrefix", URI)
                        .put("format", "states")
                        .put("maxEntries", 9);
        var issuer = Issuer.demo(new Random(1)).trustEntry(lists);
        issuer.put("status", List.of(lists.trustEntry(), source));
        repository.target("issuers.json", StoreSite.json(List.of(issuer)));
        publish(StatusArray.SUSPENDED, LATER);
        assertEquals(RevocationState.SUSPENDED, state());
        publish(StatusArray.VALID, LATER.plusSeconds(1));
        assertEquals(RevocationState.VALID, state());
        gate = new StoreGate(disk, StoreGate.STATE, inbox).turn();
        assertEquals(RevocationState.VALID, state());
    }

    /** An older table is signed as well as a newer one. */
    @Test
    void anOlderTableIsNotTakenBack() {
        whoIsSuspendedInASignedTableIsRestoredByTheNext();
        publish(StatusArray.SUSPENDED, LATER);
        assertEquals(RevocationState.VALID, state());
        assertEquals(9003, gate.refusals.getLast());
    }

    private void publish(int state, Instant issuedAt) {
        var entries = new CborMap().put(Cbor.bytes(ID), Cbor.integer(state));
        var list = new CborMap().put("identifiers", Cbor.map(entries));
        byte[] table =
                lists.foreignToken(URI, new StatusArray(8, 1), issuedAt)
                        .header(Labels.HEADER_TYP, Cbor.text("application/gr-states+cwt"))
                        .withoutClaim(STATUS_LIST)
                        .claim(STATES, Cbor.map(list))
                        .toBytes();
        repository.target(TABLE, table).publish();
        drop();
    }

    private RevocationState state() {
        return Objects.requireNonNull(gate.serving.get()).lists().stream()
                .filter(list -> list.info().uri().equals(URI))
                .findFirst()
                .map(list -> list.stateOf(ID))
                .orElseThrow();
    }
}
