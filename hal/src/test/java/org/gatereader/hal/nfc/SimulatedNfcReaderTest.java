package org.gatereader.hal.nfc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.nfc.SimulatedNfcReader.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedNfcReaderTest {
    private static final byte[] COMMAND = {0, 1, 2, 3};
    private static final byte[] DONE = {(byte) 0x90, 0};

    private final SimulatedNfcReader reader = new SimulatedNfcReader("nfc");

    @Test
    void seesACardOnceItIsPutThereAndUntilItIsTakenAway() throws Exception {
        reader.open();
        assertFalse(reader.awaitCard(Duration.ZERO));
        reader.put(_ -> Optional.of(DONE));
        assertTrue(reader.awaitCard(Duration.ZERO));
        assertArrayEquals(DONE, transmit().orElseThrow());
        reader.release();
        assertFalse(reader.awaitRemoval(Duration.ZERO));
        reader.takeAway();
        assertTrue(reader.awaitRemoval(Duration.ZERO));
    }

    @Test
    void anotherCardInItsPlaceIsNotTheOneOfTheConversation() throws Exception {
        reader.open();
        reader.put(_ -> Optional.of(DONE));
        reader.awaitCard(Duration.ZERO);
        reader.put(_ -> Optional.of(DONE));
        assertEquals(Optional.empty(), transmit());
        assertTrue(reader.awaitRemoval(Duration.ZERO));
    }

    @Test
    void aCardThatIsGoneBeforeItsAnswerIsReadHasGivenNone() throws Exception {
        reader.open();
        reader.put(
                _ -> {
                    reader.takeAway();
                    return Optional.of(DONE);
                });
        reader.awaitCard(Duration.ZERO);
        assertEquals(Optional.empty(), transmit());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenReaderFailsUntilItIsMendedAndOpenedAgain(Fault fault) throws Exception {
        reader.open();
        reader.suffer(fault);
        assertThrows(DeviceException.class, () -> reader.awaitCard(Duration.ZERO));
        assertThrows(DeviceException.class, reader::open);
        reader.mend();
        assertThrows(DeviceException.class, () -> reader.awaitCard(Duration.ZERO));
        reader.open();
        assertFalse(reader.awaitCard(Duration.ZERO));
    }

    private Optional<byte[]> transmit() throws DeviceException {
        return reader.transmit(COMMAND, Duration.ofSeconds(1));
    }
}
