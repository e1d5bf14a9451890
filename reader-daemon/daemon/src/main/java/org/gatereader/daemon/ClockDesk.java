package org.gatereader.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlAnswer.Refused;
import org.gatereader.daemon.time.GateClock;
import org.gatereader.daemon.time.Ratchet;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.trust.tuf.ClockReset;
import org.gatereader.verifier.trust.tuf.Outcome;
import org.gatereader.verifier.trust.tuf.Refusal;

/** Takes resets of the clock: for this gate, once each, signed by two keys of the root it holds. */
final class ClockDesk {
    /** As the update client bounds root. */
    private static final int ROOT_BYTES_MAX = 512 << 10;

    private final GateClock clock;
    private final CryptoModule crypto;
    private final Settings settings;

    /**
     * @param root the file of the root metadata that the gate holds
     */
    record Settings(String gateId, Path root) {}

    ClockDesk(GateClock clock, CryptoModule crypto, Settings settings) {
        this.clock = clock;
        this.crypto = crypto;
        this.settings = settings;
    }

    ControlAnswer reset(String base64Url) {
        Optional<Ratchet> ratchet = clock.standing().ratchet();
        if (ratchet.isEmpty()) {
            return new Refused("this clock keeps no ratchet: there is nothing to reset");
        }
        try {
            byte[] statement = Base64.getUrlDecoder().decode(base64Url);
            return switch (ClockReset.read(statement, root(), crypto)) {
                case Outcome.Trusted<ClockReset>(ClockReset reset) ->
                        apply(reset, ratchet.get().resetNonce());
                case Outcome.Refused<ClockReset>(Refusal why, String _) ->
                        new Refused(
                                "expected a clock-reset that two keys of root have signed: " + why);
            };
        } catch (IllegalArgumentException _) {
            return new Refused("expected the statement in base64url");
        } catch (IOException _) {
            return new Refused("this gate holds no root that could have signed for it");
        }
    }

    private ControlAnswer apply(ClockReset reset, String nonce) {
        if (!reset.gate().equals(settings.gateId())) {
            return new Refused("the statement is for another gate");
        }
        if (!reset.nonce().equals(nonce)) {
            return new Refused(
                    "the statement names another nonce than gatectl status: used, or old");
        }
        clock.reset(reset.passed());
        return new ControlAnswer.Done(
                "the clock begins anew; gatectl status says what it makes of it");
    }

    private byte[] root() throws IOException {
        try (InputStream in = Files.newInputStream(settings.root())) {
            return in.readNBytes(ROOT_BYTES_MAX + 1);
        }
    }
}
