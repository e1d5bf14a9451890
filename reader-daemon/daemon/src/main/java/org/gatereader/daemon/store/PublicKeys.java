package org.gatereader.daemon.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatereader.verifier.crypto.P256Key;
import org.gatereader.verifier.trust.IssuerKey;
import org.gatereader.verifier.trust.TrustRealm;
import org.gatereader.verifier.trust.TrustSnapshot;

/**
 * The keys whose private part everybody has: those of the demo, the tests and the vectors. A real
 * gate that trusted one would open for everybody, so they are told by their realm and, should
 * somebody have edited that, by the thumbprint of the key itself.
 */
public final class PublicKeys {
    private static final String RESOURCE = "public-keys.txt";

    private final Set<String> thumbprints;

    /** Reads the list. */
    public PublicKeys() {
        try (InputStream in =
                Objects.requireNonNull(PublicKeys.class.getResourceAsStream(RESOURCE))) {
            thumbprints =
                    new String(in.readAllBytes(), UTF_8)
                            .lines()
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the snapshot trusts any such key, for credentials or for status lists. */
    boolean areTrustedBy(TrustSnapshot<?> trust) {
        return trust.issuerKeys().stream()
                .anyMatch(
                        key ->
                                key.identity().realm() != TrustRealm.PRODUCTION
                                        || keys(key).anyMatch(this::isPublic));
    }

    private static Stream<P256Key> keys(IssuerKey issuer) {
        return Stream.concat(
                Stream.of(issuer.key()),
                issuer.sources().stream().map(source -> source.signer().key()));
    }

    /** Whether everybody has the private part of this key. */
    public boolean isPublic(P256Key key) {
        return thumbprints.contains(key.thumbprint());
    }
}
