package org.gatereader.daemon;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gatereader.daemon.config.Configuration;
import org.gatereader.daemon.store.PublicKeys;
import org.gatereader.daemon.store.TrustStore;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.presentation.GateCertificate;
import org.gatereader.verifier.presentation.tap.ReaderProof;

/**
 * The gate's own key and certificate for the tap, from the files that the configuration names. It
 * signs with the JDK: this is the one place of the process that signs, and where a validated module
 * (KCMVP: ECDSA P-256 with SHA-256) would be asked instead.
 */
final class GateProof implements ReaderProof {
    private static final int KEY_FILE_BYTES_MAX = 4096;

    private static final Set<PosixFilePermission> OF_OTHERS =
            EnumSet.complementOf(
                    EnumSet.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE));

    /** r ‖ s in 64 bytes, as COSE has it (RFC 9053, section 2.1). */
    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    private final GateCertificate certificate;
    private final PrivateKey key;

    private GateProof(GateCertificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /**
     * Reads both files.
     *
     * @param drivers where one is real, a key of the demo is refused
     * @return empty where the configuration names none: then phones answer only with the pass open
     * @throws FaultyFileException if one can not be used, with the key of the configuration that
     *     names it; nothing of the files' content
     */
    static Optional<GateProof> read(
            Configuration configuration, CryptoModule crypto, TrustStore.Drivers drivers)
            throws FaultyFileException {
        Optional<Path> certificate = configuration.gateCertificate();
        Optional<Path> key = configuration.gateKey();
        if (certificate.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        var proof = new GateProof(certificate(certificate.get(), crypto), privateKey(key.get()));
        if (!proof.certificate.gate().equals(configuration.gateId())) {
            throw faulty("nfc.gate_certificate", "expected one for this gate, got another gate's");
        }
        byte[] probe = "gate-reader".getBytes(US_ASCII);
        if (!proof.certificate.key().verifies(probe, proof.sign(probe))) {
            throw faulty("nfc.gate_key", "expected the key that nfc.gate_certificate is for");
        }
        if (drivers == TrustStore.Drivers.SOME_REAL
                && new PublicKeys().isPublic(proof.certificate.key())) {
            throw faulty("nfc.gate_key", "everybody has this key");
        }
        return Optional.of(proof);
    }

    @Override
    public byte[] certificate() {
        return certificate.toBytes();
    }

    @Override
    public byte[] sign(byte[] toBeSigned) {
        try {
            var signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            signer.update(toBeSigned);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK can not sign with P-256", e);
        }
    }

    /** From this instant on no phone takes it. */
    Instant expiresAt() {
        return certificate.expiresAt();
    }

    private static GateCertificate certificate(Path file, CryptoModule crypto)
            throws FaultyFileException {
        byte[] content = content("nfc.gate_certificate", file, GateCertificate.BYTES_MAX);
        return GateCertificate.read(content, crypto)
                .orElseThrow(
                        () ->
                                faulty(
                                        "nfc.gate_certificate",
                                        "expected a gate certificate (profile-p1-tap.md)"));
    }

    private static PrivateKey privateKey(Path file) throws FaultyFileException {
        byte[] content = content("nfc.gate_key", file, KEY_FILE_BYTES_MAX);
        if (isOpenToOthers(file)) {
            throw faulty("nfc.gate_key", "expected a file of mode 0600, got a wider one");
        }
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(pkcs8(content)));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw faulty("nfc.gate_key", "expected an EC key as PKCS#8, in PEM or DER");
        }
    }

    private static boolean isOpenToOthers(Path file) throws FaultyFileException {
        try {
            return Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).stream()
                    .anyMatch(OF_OTHERS::contains);
        } catch (IOException _) {
            throw faulty("nfc.gate_key", "the file can not be read");
        }
    }

    private static byte[] content(String key, Path file, int bytesMax) throws FaultyFileException {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes(bytesMax + 1);
            if (content.length <= bytesMax) {
                return content;
            }
        } catch (IOException _) {
            throw faulty(key, "the file can not be read");
        }
        throw faulty(key, "expected at most " + bytesMax + " bytes, got more");
    }

    /** RFC 7468, section 10, where there is armour. */
    private static byte[] pkcs8(byte[] content) {
        String text = new String(content, US_ASCII);
        return text.startsWith("-----BEGIN PRIVATE KEY-----")
                ? Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""))
                : content;
    }

    private static FaultyFileException faulty(String key, String problem) {
        return new FaultyFileException(key + ": " + problem);
    }
}
