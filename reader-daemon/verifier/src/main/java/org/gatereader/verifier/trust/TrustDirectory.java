package org.gatereader.verifier.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.encoding.JsonFault;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonReader;
import org.gatereader.verifier.encoding.JsonReading;
import org.gatereader.verifier.encoding.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a trust directory: {@code issuers.json}, {@code policy.json} and {@code
 * status/<hex SHA-256(uri)>.cwt} or {@code .jwt}. Pure: somebody else read the files from
 * somewhere.
 */
public final class TrustDirectory {
    public static final String ISSUERS = "issuers.json";
    public static final String POLICY = "policy.json";
    public static final String STATUS = "status/";

    /** Where directories of holders lie, one for each site. */
    public static final String HOLDERS = "directory/";

    /** Room for a thousand keys. */
    public static final int JSON_BYTES_MAX = 1 << 20;

    /**
     * One list as it is signed, compressed: while it is read a gate holds it several times over. A
     * list of 50 million entries of which one in a hundred is set has a quarter of it.
     */
    public static final int LIST_BYTES_MAX = 4 << 20;

    /** The directory of a site's holders: 250 000 of them. */
    public static final int HOLDERS_BYTES_MAX = 16 << 20;

    private final CryptoModule crypto;
    private final Instant now;
    private final @Nullable TrustSnapshot<?> held;

    /**
     * A reader beside a serving snapshot.
     *
     * @param now against which lists are judged when they are taken over
     * @param held the snapshot that serves: an older list never replaces a newer one
     */
    public TrustDirectory(CryptoModule crypto, Instant now, Optional<TrustSnapshot<?>> held) {
        this.crypto = crypto;
        this.now = now;
        this.held = held.orElse(null);
    }

    /**
     * Reads all of it.
     *
     * @param files content by path within the directory; other files than the three are ignored
     */
    public TrustReading read(Map<String, byte[]> files) {
        List<TrustFault> faults = new ArrayList<>();
        List<IssuerKey> keys = issuerKeys(files, faults);
        Optional<SitePolicy> policy =
                root(files, POLICY, faults, root -> object(POLICY, root, faults))
                        .map(PolicyFile::read);
        if (policy.isEmpty() || !faults.isEmpty()) {
            return new TrustReading.Faulty(List.copyOf(faults));
        }
        TrustReading.Whole read = whole(files, keys, policy.get());
        // Written by hand: a prefix that was mistyped would deny people, and tell nobody why.
        faults.addAll(read.listFaults());
        faults.addAll(read.content().unasked());
        return new TrustReading.Whole(read.content(), faults);
    }

    /**
     * Reads the targets of a signed repository, where the nation's policy lies at {@code
     * policy.json} and the site's own at {@link #sitePolicy}, which can only narrow it. A list that
     * no issuer refers to is left out without a fault: other people sign it than withdraw issuers.
     *
     * @param files content by path of the target
     * @param site what the site's policy must name as its own
     */
    public TrustReading readSigned(Map<String, byte[]> files, String site) {
        List<TrustFault> faults = new ArrayList<>();
        List<IssuerKey> keys = issuerKeys(files, faults);
        Optional<NationalPolicy> nation =
                root(files, POLICY, faults, root -> object(POLICY, root, faults))
                        .map(PolicyFile::readNational);
        String file = sitePolicy(site);
        Optional<SitePolicy> policy =
                root(files, file, faults, root -> object(file, root, faults)).map(PolicyFile::read);
        if (policy.filter(read -> !read.place().site().equals(site)).isPresent()) {
            faults.add(TrustFault.of(file, "site: expected " + site));
        }
        if (nation.isEmpty() || policy.isEmpty() || !faults.isEmpty()) {
            return new TrustReading.Faulty(List.copyOf(faults));
        }
        return whole(files, keys, nation.get().narrowedBy(policy.get()));
    }

    /** Where a site's own policy lies among the targets. */
    public static String sitePolicy(String site) {
        return "site/" + site + "/" + POLICY;
    }

    /** Where the directory of a site's holders lies among the targets. */
    public static String holders(String site) {
        return HOLDERS + site + ".dir";
    }

    private List<IssuerKey> issuerKeys(Map<String, byte[]> files, List<TrustFault> faults) {
        return root(files, ISSUERS, faults, root -> entries(root, faults))
                .map(new IssuersFile(crypto)::read)
                .orElse(List.of());
    }

    private TrustReading.Whole whole(
            Map<String, byte[]> files, List<IssuerKey> keys, SitePolicy policy) {
        List<TrustFault> faults = new ArrayList<>();
        StatusFiles.Lists lists = new StatusFiles(crypto, now, held).read(files, keys, faults);
        return new TrustReading.Whole(new TrustContent(keys, policy, lists), faults);
    }

    private static <T> Optional<T> root(
            Map<String, byte[]> files,
            String file,
            List<TrustFault> faults,
            Function<JsonValue, Optional<T>> read) {
        byte[] document = files.get(file);
        if (document == null) {
            faults.add(TrustFault.of(file, "expected this file, got none"));
            return Optional.empty();
        }
        return switch (JsonReader.read(document, JSON_BYTES_MAX)) {
            case JsonReading.Whole(JsonValue root) -> read.apply(root);
            case JsonFault(var at, String expected) -> {
                faults.add(TrustFault.at(file, at, "expected " + expected));
                yield Optional.empty();
            }
        };
    }

    private static Optional<List<MemberReader>> entries(JsonValue root, List<TrustFault> faults) {
        if (!(root instanceof JsonValue.Array array)) {
            faults.add(TrustFault.at(ISSUERS, root.at(), "expected a list of entries"));
            return Optional.empty();
        }
        List<MemberReader> entries = new ArrayList<>();
        for (JsonValue item : array.items()) {
            if (item instanceof JsonObject entry) {
                entries.add(new MemberReader(ISSUERS, entry, faults));
            } else {
                faults.add(TrustFault.at(ISSUERS, item.at(), "expected an object"));
            }
        }
        return Optional.of(entries);
    }

    private static Optional<MemberReader> object(
            String file, JsonValue root, List<TrustFault> faults) {
        if (root instanceof JsonObject policy) {
            return Optional.of(new MemberReader(file, policy, faults));
        }
        faults.add(TrustFault.at(file, root.at(), "expected an object"));
        return Optional.empty();
    }
}
