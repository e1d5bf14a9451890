package org.gatereader.daemon.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.nfc.NfcReader;
import org.jspecify.annotations.Nullable;

/** What a technician's self-test has the NFC reader's thread ask the reader, beside its work. */
public final class NfcExamination {
    private volatile @Nullable Answer answer;

    /**
     * That the reader answered.
     *
     * @param description what it says of itself: name, vendor, firmware
     * @param took until it answered
     */
    public record Answer(String description, Duration took) {}

    /** Empty until an open reader has answered. From any thread. */
    public Optional<Answer> answer() {
        return Optional.ofNullable(answer);
    }

    /** Asks the open reader once; by its own thread. */
    void ask(NfcReader reader, LongSupplier nanos) throws DeviceException {
        if (answer == null) {
            long begun = nanos.getAsLong();
            reader.ping();
            var took = Duration.ofNanos(nanos.getAsLong() - begun);
            answer = new Answer(reader.description(), took);
        }
    }
}
