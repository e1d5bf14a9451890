package org.gatereader.verifier.trust;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.revocation.RevocationList;
import org.gatereader.verifier.trust.TrustSnapshot.ListKey;
import org.gatereader.verifier.verdict.Realm;
import org.jspecify.annotations.Nullable;

/** What a trust directory says, before it is assigned to a realm. */
public final class TrustContent {
    /** The issuer of the built-in vectors: no live snapshot may hold it. */
    public static final String SELF_TEST_ISSUER = "selftest.invalid";

    private final List<IssuerKey> issuerKeys;
    private final SitePolicy policy;
    private final StatusFiles.Lists lists;
    private final @Nullable HolderDirectory holders;

    TrustContent(List<IssuerKey> issuerKeys, SitePolicy policy, StatusFiles.Lists lists) {
        this(issuerKeys, policy, lists, null);
    }

    private TrustContent(
            List<IssuerKey> issuerKeys,
            SitePolicy policy,
            StatusFiles.Lists lists,
            @Nullable HolderDirectory holders) {
        this.issuerKeys = List.copyOf(issuerKeys);
        this.policy = policy;
        this.lists = lists;
        this.holders = holders;
    }

    /** Its lists, in an order that is always the same for the same content. */
    public List<RevocationList> lists() {
        return List.copyOf(new TreeMap<>(lists.asked()).values());
    }

    /** The lists that were left out for nobody can ask them, and why: no issuer refers to them. */
    public List<TrustFault> unasked() {
        return lists.unasked();
    }

    /** The same with the list that {@code place} gives for each, asked in that order. */
    public TrustContent placed(UnaryOperator<RevocationList> place) {
        Map<ListKey, RevocationList> placed = new HashMap<>();
        new TreeMap<>(lists.asked()).forEach((key, list) -> placed.put(key, place.apply(list)));
        var all = new StatusFiles.Lists(placed, lists.unasked());
        return new TrustContent(issuerKeys, policy, all, holders);
    }

    /** The same with the directory of a site's holders. */
    public TrustContent with(HolderDirectory directory) {
        return new TrustContent(issuerKeys, policy, lists, directory);
    }

    /** The lists without the canary that their source promises (RULES, Status lists, Canary). */
    public List<RevocationList> listsWithoutCanary(CryptoModule crypto) {
        return new TreeMap<>(lists.asked())
                .entrySet().stream()
                        .filter(list -> promisesCanary(list.getKey()))
                        .map(Map.Entry::getValue)
                        .filter(list -> !list.carriesCanary(crypto))
                        .toList();
    }

    private boolean promisesCanary(ListKey list) {
        return issuerKeys.stream()
                .flatMap(key -> key.sources().stream())
                .filter(source -> source.covers(list.uri()))
                .filter(source -> ListKey.of(source, list.uri()).equals(list))
                .anyMatch(source -> source.signer().hasCanary());
    }

    /** A snapshot that can open a gate; empty if any entry belongs to the self-check. */
    public Optional<TrustSnapshot<Realm.Production>> asProduction() {
        return issuerKeys.stream().noneMatch(TrustContent::isSelfTest)
                ? Optional.of(new TrustSnapshot<>(withKeptKeys()))
                : Optional.empty();
    }

    private TrustContent withKeptKeys() {
        List<IssuerKey> kept = issuerKeys.stream().map(IssuerKey::kept).toList();
        return new TrustContent(kept, policy, lists, holders);
    }

    /** A snapshot that can open nothing; empty if any entry does not belong to the self-check. */
    public Optional<TrustSnapshot<Realm.SelfTest>> asSelfTest() {
        return issuerKeys.stream().allMatch(TrustContent::isSelfTest)
                ? Optional.of(new TrustSnapshot<>(this))
                : Optional.empty();
    }

    /** Either mark is enough: the realm, or the issuer's reserved name. */
    private static boolean isSelfTest(IssuerKey key) {
        return key.identity().realm() == TrustRealm.SELF_TEST
                || key.identity().issuer().equals(SELF_TEST_ISSUER);
    }

    List<IssuerKey> issuerKeys() {
        return issuerKeys;
    }

    SitePolicy policy() {
        return policy;
    }

    Optional<RevocationList> list(ListKey key) {
        return Optional.ofNullable(lists.asked().get(key));
    }

    Optional<HolderDirectory> holders() {
        return Optional.ofNullable(holders);
    }
}
