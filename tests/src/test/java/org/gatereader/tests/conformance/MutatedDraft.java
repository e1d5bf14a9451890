package org.gatereader.tests.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGeneratorFactory;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.Credential;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Labels;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.demo.wallet.SigningKey;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.Realm;

/**
 * A presentation with up to four changes from a seed: first those that keep every rule, then those
 * that break one, so that none undoes another.
 */
final class MutatedDraft {
    private static final int HARMLESS = 12;
    private static final int HARMFUL = 12;

    /** Claims whose value a rule is about; a value of a wrong type is refused in each. */
    private static final List<Long> TYPED =
            List.of(
                    Labels.CLAIM_ISS,
                    Labels.CLAIM_SUB,
                    Labels.CLAIM_AUD,
                    Labels.CLAIM_VCT,
                    Labels.CLAIM_CNF,
                    Labels.CLAIM_STATUS,
                    Labels.CLAIM_AGENCY);

    private static final List<Long> REQUIRED =
            List.of(
                    Labels.CLAIM_ISS,
                    Labels.CLAIM_SUB,
                    Labels.CLAIM_EXP,
                    Labels.CLAIM_IAT,
                    Labels.CLAIM_CNF,
                    Labels.CLAIM_VCT,
                    Labels.CLAIM_STATUS);

    private final World world = new World();
    private final RandomForge forge;
    private final Credential credential;
    private final Presentation token;
    private final Set<Integer> harmless = new TreeSet<>();
    private final Set<Integer> harmful = new TreeSet<>();

    MutatedDraft(long seed) {
        forge = new RandomForge(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        credential = world.credential();
        token = world.token();
        for (int i = forge.below(4); i >= 0; i--) {
            boolean isHarmless = forge.below(4) > 0;
            (isHarmless ? harmless : harmful).add(forge.below(isHarmless ? HARMLESS : HARMFUL));
        }
    }

    boolean keepsEveryRule() {
        return harmful.isEmpty();
    }

    AccessDecision<Realm.Production> decide() {
        harmless.forEach(this::changeHarmlessly);
        harmful.forEach(this::breakARule);
        return world.decide(token.credential(credential.toCbor()));
    }

    private void changeHarmlessly(int number) {
        switch (number) {
            case 0 -> credential.subject(forge.text(8, 24));
            case 1 -> credential.agency(forge.text(1, 32));
            case 2 -> credential.passClass(forge.random.nextLong() >>> 1);
            case 3 -> credential.withoutClaim(Labels.CLAIM_AGENCY);
            case 4 -> credential.claim(forge.text(1, 9) + "'s", forge.value());
            case 5 -> credential.claim(-70_000L - forge.below(9), forge.value());
            case 6 -> credential.holderKey(world.phone.key().coseKeyInFull());
            case 7 -> credential.signature(SigningKey::twin);
            case 8 -> token.signature(SigningKey::twin);
            case 9 -> token.tokenId(forge.bytes(8, 16));
            case 10 -> token.audience(DemoSite.GATE_GROUP);
            case 11 -> credential.validUntil(World.NOON.plusSeconds(1 + forge.below(9_999_999)));
            default -> throw new AssertionError(number);
        }
    }

    private void breakARule(int number) {
        var either = forge.below(2) == 0 ? credential : token;
        switch (number) {
            case 0 -> credential.withoutClaim(forge.oneOf(REQUIRED));
            case 1 -> credential.claim(forge.oneOf(TYPED), Cbor.bytes(forge.bytes(0, 40)));
            case 2 -> credential.claim("broken", forge.badValue());
            case 3 -> token.claim(99, forge.value());
            case 4 -> token.withoutClaim(forge.oneOf(List.of(3L, 6L, 7L)));
            case 5 -> either.header(40 + forge.below(40), forge.value());
            case 6 -> either.unprotected(Cbor.map(new CborMap().put(forge.value(), forge.value())));
            case 7 -> either.parts(this::disordered);
            case 8 -> either.tagging(array -> Cbor.tag(19 + forge.below(99), array));
            case 9 -> either.signedWith(World.stranger());
            case 10 -> either.claimBytes(this::damaged);
            case 11 -> either.signature(this::spoiled);
            default -> throw new AssertionError(number);
        }
    }

    /** One of the four elements missing, doubled, or in another's place. */
    private List<Cbor> disordered(List<Cbor> parts) {
        List<Cbor> changed = new ArrayList<>(parts);
        int one = forge.below(4);
        switch (forge.below(3)) {
            case 0 -> changed.remove(one);
            case 1 -> changed.add(one, parts.get(one));
            default -> Collections.swap(changed, one, (one + 1) % 4);
        }
        return changed;
    }

    private byte[] damaged(byte[] document) {
        return Arrays.copyOf(document, document.length + 1 - 2 * forge.below(2));
    }

    private byte[] spoiled(byte[] signature) {
        signature[forge.below(64)] ^= (byte) (1 << forge.below(8));
        return signature;
    }

    @Override
    public String toString() {
        return "harmless " + harmless + ", harmful " + harmful + ": ";
    }
}
