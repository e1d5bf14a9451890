package org.gatereader.gatectl.repo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.gatereader.gatectl.pki.Certificates;

/**
 * A private key in a PKCS#12 file, opened with its password. The alias in the file is the person's
 * name. No {@code toString}: it holds a private key.
 */
public final class KeyFile {
    private final PublicKeyEntry publicKey;
    private final PrivateKey privateKey;

    private KeyFile(PublicKeyEntry publicKey, PrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /** A fresh key that is in no file: of a throw-away repository. */
    public static KeyFile inMemory(String person) {
        return of(person, Certificates.newKeyPair());
    }

    /** A P-256 key that somebody keeps elsewhere. */
    public static KeyFile of(String person, KeyPair keys) {
        return new KeyFile(PublicKeyEntry.of(person, keys.getPublic()), keys.getPrivate());
    }

    /**
     * Makes a P-256 key and writes it into a new file that only its owner reads.
     *
     * @param person whose key it is
     * @param at from when its certificate is valid
     * @throws IOException if there is such a file, or it can not be written
     */
    public static KeyFile create(Path file, String person, char[] password, Instant at)
            throws IOException {
        KeyPair keys = Certificates.newKeyPair();
        Certificate[] chain = {Certificates.selfSigned(person, keys, at)};
        try (OutputStream out = Files.newOutputStream(ownersOnly(file))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(person, keys.getPrivate(), password, chain);
            store.store(out, password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK writes PKCS#12", e);
        }
        return of(person, keys);
    }

    private static Path ownersOnly(Path file) throws IOException {
        var mode =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.newByteChannel(
                        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)
                .close();
        return file;
    }

    /**
     * Opens a file.
     *
     * @throws RepositoryException if it is no PKCS#12 file with one P-256 key, or the password is
     *     another
     * @throws IOException if it can not be read
     */
    public static KeyFile open(Path file, char[] password) throws RepositoryException, IOException {
        KeyStore store;
        try (InputStream in = Files.newInputStream(file)) {
            store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            String person = store.aliases().nextElement();
            return new KeyFile(
                    PublicKeyEntry.of(person, store.getCertificate(person).getPublicKey()),
                    (PrivateKey) store.getKey(person, password));
        } catch (GeneralSecurityException | RuntimeException _) {
            throw new RepositoryException(file + ": expected a PKCS#12 file with one P-256 key");
        } catch (IOException e) {
            // How the JDK says that the password is wrong, or that it is no such file at all.
            if (Files.isReadable(file)) {
                throw new RepositoryException(file + ": expected a PKCS#12 file, and its password");
            }
            throw e;
        }
    }

    /** What the metadata says of it. */
    public PublicKeyEntry publicKey() {
        return publicKey;
    }

    /** A signature as metadata has it: hex of DER. */
    String sign(byte[] message) {
        return HexFormat.of().formatHex(signature("SHA256withECDSA", message));
    }

    /** A signature as COSE and JOSE have it: r ‖ s, 64 bytes (RFC 9053, section 2.1). */
    byte[] signRaw(byte[] message) {
        return signature("SHA256withECDSAinP1363Format", message);
    }

    private byte[] signature(String algorithm, byte[] message) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a P-256 key signs with ECDSA", e);
        }
    }
}
