package org.gatereader.tests.conformance;

import static org.gatereader.tests.conformance.World.CRYPTO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Labels;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.StatusListToken;
import org.gatereader.verifier.encoding.KeyName;
import org.gatereader.verifier.revocation.ListReading;
import org.gatereader.verifier.revocation.RevocationList;
import org.gatereader.verifier.revocation.StatusListCwt;
import org.gatereader.verifier.revocation.StatusListSource;
import org.junit.jupiter.api.Test;

/**
 * What the reader of status lists holds by itself, whoever asks it: the trust directory finds a
 * source for a list before, and would hide that a rule is gone.
 */
class StatusListReaderTest {
    private static final Instant ISSUED = World.NOON.minusSeconds(3600);
    private static final String URI = DemoSite.STATUS_URI;
    private static final int CANARY_ENTRIES = 32;

    private final StatusListIssuer issuer = StatusListIssuer.demo();

    @Test
    void refusesWhatIsNoEnvelopeAtAll() {
        assertRefused(
                "expected one COSE_Sign1 in tag 18, strict CBOR, nothing around it", new byte[1]);
    }

    @Test
    void refusesAListOfAUriThatItsSourceDoesNotCover() {
        String elsewhere = "https://elsewhere.example/1";
        assertRefused(
                "sub: expected a uri that begins with "
                        + DemoSite.STATUS_URI_PREFIX
                        + ", got "
                        + elsewhere,
                list(elsewhere, new StatusArray(64, 1)).toBytes());
    }

    @Test
    void refusesClaimsThatAreNoMap() {
        var list = list(URI, new StatusArray(64, 1));
        list.claimBytes(_ -> Cbor.array(Cbor.integer(1)).toBytes());
        assertRefused("claims: expected a map", list.toBytes());
    }

    @Test
    void refusesAListThatIsForNoUri() {
        var list = list(URI, new StatusArray(64, 1)).claim(Labels.CLAIM_SUB, Cbor.integer(1));
        assertRefused("sub: expected the list's uri", list.toBytes());
    }

    @Test
    void readsAListOfOneByteWhereOneByteIsTheMost() {
        var list = list(URI, new StatusArray(8, 1).set(7, 1));
        assertEquals(8, accepted(list, 8).size());
    }

    @Test
    void aListOfOursCarriesTheCanaryOfItsVersion() {
        for (int bits : new int[] {1, 2, 8}) {
            var entries = new StatusArray(64, bits).withCanary(URI, ISSUED);
            assertTrue(accepted(list(URI, entries), 64).carriesCanary(CRYPTO));
        }
    }

    @Test
    void eachOfThe32EntriesOfTheCanaryCounts() {
        for (int index = 0; index < CANARY_ENTRIES; index++) {
            var entries = new StatusArray(64, 2).withCanary(URI, ISSUED);
            entries.set(index, 2);
            assertFalse(accepted(list(URI, entries), 64).carriesCanary(CRYPTO));
        }
        var entries = new StatusArray(64, 2).withCanary(URI, ISSUED).set(CANARY_ENTRIES, 2);
        assertTrue(accepted(list(URI, entries), 64).carriesCanary(CRYPTO));
    }

    @Test
    void theCanaryOfAnotherVersionOrUriIsNone() {
        var older = new StatusArray(64, 1).withCanary(URI, ISSUED.minusSeconds(1));
        assertFalse(accepted(list(URI, older), 64).carriesCanary(CRYPTO));
        var other = new StatusArray(64, 1).withCanary(URI + "0", ISSUED);
        assertFalse(accepted(list(URI, other), 64).carriesCanary(CRYPTO));
    }

    @Test
    void aListWithRoomForLessThanACanaryCarriesNone() {
        byte[] cut = new byte[] {0, 0, 0};
        System.arraycopy(new StatusArray(32, 1).withCanary(URI, ISSUED).packed(), 0, cut, 0, 3);
        var list = list(URI, new StatusArray(8, 1)).entries(1, StatusListTest.deflated(cut));
        assertFalse(accepted(list, 64).carriesCanary(CRYPTO));
    }

    private StatusListToken list(String uri, StatusArray entries) {
        return issuer.foreignToken(uri, entries, ISSUED);
    }

    private RevocationList accepted(StatusListToken list, int entriesMax) {
        var reading = reader(entriesMax).read(list.toBytes());
        return assertInstanceOf(ListReading.Accepted.class, reading).list();
    }

    private void assertRefused(String fault, byte[] token) {
        assertEquals(new ListReading.Rejected(fault), reader(64).read(token));
    }

    private StatusListCwt reader(int entriesMax) {
        var key = CRYPTO.p256Key(issuer.key().x(), issuer.key().y()).orElseThrow();
        var signer = new StatusListSource.Signer(KeyName.of("st01"), key);
        var source =
                new StatusListSource(
                        DemoSite.STATUS_URI_PREFIX,
                        StatusListSource.Format.CWT,
                        signer,
                        entriesMax);
        return new StatusListCwt(source, World.NOON);
    }
}
