package org.gatereader.gatectl.enrol;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.trust.tuf.Fetched;
import org.gatereader.verifier.trust.tuf.MetadataStore;
import org.gatereader.verifier.trust.tuf.Outcome;
import org.gatereader.verifier.trust.tuf.Refusal;
import org.gatereader.verifier.trust.tuf.Repository;
import org.gatereader.verifier.trust.tuf.TrustedTargets;
import org.gatereader.verifier.trust.tuf.TufClient;

/** A root that somebody wants a gate to believe: whole, and signed by a threshold of its own. */
public final class TrustedRoot {
    /** The update client's own bound. */
    public static final int BYTES_MAX = 512 << 10;

    private static final CryptoModule CRYPTO = new BouncyCastle();

    private final byte[] file;

    private TrustedRoot(byte[] file) {
        this.file = file;
    }

    /**
     * Judges a file by the gate's own update client. That it has expired is no fault: a gate goes
     * on from it to the newest root, and judges that.
     *
     * @throws EnrolmentException if no gate could begin with it
     */
    public static TrustedRoot of(byte[] file, Instant now) throws EnrolmentException {
        Outcome<TrustedTargets> outcome =
                new TufClient(CRYPTO, new Nowhere(), new Only(file)).refresh(now);
        if (outcome instanceof Outcome.Refused<TrustedTargets>(Refusal why, String _)
                && why != Refusal.UNAVAILABLE
                && why != Refusal.ROOT_EXPIRED) {
            throw new EnrolmentException("root: %s, TUF %s".formatted(why, why.step()));
        }
        return new TrustedRoot(file.clone());
    }

    /** The SHA-256 of the file, in hex. */
    public String fingerprint() {
        return fingerprint(file);
    }

    static String fingerprint(byte[] file) {
        return HexFormat.of().formatHex(CRYPTO.sha256(file));
    }

    byte[] file() {
        return file;
    }

    /** A repository that has nothing beyond the root. */
    private static final class Nowhere implements Repository {
        @Override
        public Fetched metadata(String fileName, int bytesMax) {
            return Fetched.Nothing.ABSENT;
        }

        @Override
        public Fetched target(String path, int bytesMax) {
            return Fetched.Nothing.ABSENT;
        }
    }

    private static final class Only implements MetadataStore {
        private final byte[] root;

        Only(byte[] root) {
            this.root = root;
        }

        @Override
        public Optional<byte[]> load(String fileName) {
            return fileName.equals("root.json") ? Optional.of(root) : Optional.empty();
        }

        @Override
        public void save(String fileName, byte[] content) {}

        @Override
        public void delete(String fileName) {}
    }
}
