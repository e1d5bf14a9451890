package org.gatereader.verifier.trust;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatereader.verifier.revocation.RevocationList;
import org.gatereader.verifier.trust.TrustSnapshot.ListKey;
import org.gatereader.verifier.verdict.Realm;

/** What a trust directory says, before it is assigned to a realm. */
public final class TrustContent {
    /** The issuer of the built-in vectors: no live snapshot may hold it. */
    public static final String SELF_TEST_ISSUER = "selftest.invalid";

    private final List<IssuerKey> issuerKeys;
    private final SitePolicy policy;
    private final Map<ListKey, RevocationList> lists;

    TrustContent(
            List<IssuerKey> issuerKeys, SitePolicy policy, Map<ListKey, RevocationList> lists) {
        this.issuerKeys = List.copyOf(issuerKeys);
        this.policy = policy;
        this.lists = Map.copyOf(lists);
    }

    /** A snapshot that can open a gate; empty if any entry belongs to the self-check. */
    public Optional<TrustSnapshot<Realm.Production>> asProduction() {
        return issuerKeys.stream().noneMatch(TrustContent::isSelfTest)
                ? Optional.of(new TrustSnapshot<>(this))
                : Optional.empty();
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

    Map<ListKey, RevocationList> lists() {
        return lists;
    }
}
