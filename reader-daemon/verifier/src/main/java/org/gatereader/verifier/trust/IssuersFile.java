package org.gatereader.verifier.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.crypto.P256Key;
import org.gatereader.verifier.encoding.Base64Url;
import org.gatereader.verifier.encoding.KeyName;
import org.gatereader.verifier.revocation.StatusListSource;
import org.gatereader.verifier.revocation.StatusListSource.Format;
import org.gatereader.verifier.revocation.StatusListSource.Signer;
import org.gatereader.verifier.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Reads {@code issuers.json}: one entry a key of an issuer. */
final class IssuersFile {
    private static final String ALGORITHMS = "ESP256 or ES256";
    private static final String FORMATS = "cwt, jwt, bitstring, identifiers or states";
    private static final String REALMS = "production, demo, test or selftest";

    private final CryptoModule crypto;

    IssuersFile(CryptoModule crypto) {
        this.crypto = crypto;
    }

    /** The entries without fault; each fault of the others went to its reader's list. */
    List<IssuerKey> read(List<MemberReader> entries) {
        List<IssuerKey> keys = new ArrayList<>();
        for (MemberReader entry : entries) {
            IssuerKey key = entry(entry);
            if (key == null) {
                continue;
            }
            if (keys.stream().anyMatch(other -> collide(key, other))) {
                entry.fault("kid", "expected a kid that no other entry of this iss answers to");
            }
            keys.add(key);
        }
        return keys;
    }

    private static boolean collide(IssuerKey key, IssuerKey other) {
        return key.identity().issuer().equals(other.identity().issuer())
                && key.identity().keyName().overlaps(other.identity().keyName());
    }

    private @Nullable IssuerKey entry(MemberReader entry) {
        IssuerKey.Identity identity = identity(entry);
        List<String> types = entry.texts("vct");
        if (types.isEmpty()) {
            entry.fault("vct", "expected a list of credential types");
        }
        P256Key key = jwk(entry);
        List<StatusListSource> sources = new ArrayList<>();
        for (MemberReader status : entry.objects("status")) {
            source(status).ifPresent(sources::add);
        }
        return key == null ? null : new IssuerKey(identity, key, Set.copyOf(types), sources);
    }

    private static IssuerKey.Identity identity(MemberReader entry) {
        var algorithm = SignatureAlgorithm.labelled(entry.text("alg", ALGORITHMS));
        if (algorithm.isEmpty()) {
            entry.fault("alg", "expected " + ALGORITHMS);
        }
        var realm = TrustRealm.labelled(entry.text("realm", REALMS));
        if (realm.isEmpty()) {
            entry.fault("realm", "expected " + REALMS);
        }
        return new IssuerKey.Identity(
                realm.orElse(TrustRealm.SELF_TEST),
                entry.text("iss"),
                KeyName.of(entry.text("kid")),
                algorithm.orElse(SignatureAlgorithm.ESP256),
                period(entry));
    }

    private static IssuerKey.Period period(MemberReader entry) {
        Instant from = entry.instant("validFrom");
        Instant until = entry.instant("validUntil");
        if (!from.isBefore(until)) {
            entry.fault("validUntil", "expected an instant after validFrom");
        }
        return new IssuerKey.Period(from, until);
    }

    private Optional<StatusListSource> source(MemberReader status) {
        Optional<Format> format = Format.labelled(status.text("format", FORMATS));
        if (format.isEmpty()) {
            status.fault("format", "expected " + FORMATS);
        }
        String uriPrefix = status.text("uriPrefix");
        KeyName keyName = KeyName.of(status.text("kid"));
        long entriesMax = status.integer("maxEntries", 1, StatusListSource.ENTRIES_MAX);
        boolean hasCanary = status.flag("canary");
        P256Key key = jwk(status);
        return key == null || format.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new StatusListSource(
                                uriPrefix,
                                format.get(),
                                new Signer(keyName, key, hasCanary),
                                entriesMax));
    }

    /** A public EC key (RFC 7518, section 6.2.1); members it does not need are ignored. */
    private @Nullable P256Key jwk(MemberReader holder) {
        Optional<MemberReader> jwk = holder.optionalObject("jwk");
        if (jwk.isEmpty()) {
            holder.fault("jwk", "expected a public key");
            return null;
        }
        MemberReader members = jwk.get();
        if (!members.text("kty").equals("EC") || !members.text("crv").equals("P-256")) {
            members.fault("crv", "expected kty EC and crv P-256");
        }
        if (members.has("d")) {
            members.fault("d", "expected a public key, got a private one: treat it as lost");
        }
        Optional<P256Key> key = crypto.p256Key(coordinate(members, "x"), coordinate(members, "y"));
        if (key.isEmpty()) {
            members.fault("x", "expected x and y of a point of P-256, 32 bytes each");
        }
        return key.orElse(null);
    }

    private static byte[] coordinate(MemberReader jwk, String name) {
        return Base64Url.decode(jwk.text(name)) instanceof Verdict.Passed<byte[]>(byte[] bytes)
                ? bytes
                : new byte[0];
    }
}
