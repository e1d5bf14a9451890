package org.gatereader.verifier.trust.tuf;

import java.time.Instant;
import org.gatereader.verifier.crypto.CryptoModule;

/**
 * The client of The Update Framework 1.0: brings the trusted metadata up to date and finds targets
 * by it.
 *
 * <p>Two states are kept apart (RULES, TUF). The trusted metadata advances step by step into the
 * store, also where a later step fails; which targets serve is the caller's, who swaps them whole.
 */
public final class TufClient {
    private final Surroundings around;

    record Surroundings(CryptoModule crypto, Repository repository, MetadataStore store) {}

    /**
     * A client of one repository.
     *
     * @param store holds {@code root.json}, which somebody put there who may; nothing else need be
     *     in it
     */
    public TufClient(CryptoModule crypto, Repository repository, MetadataStore store) {
        around = new Surroundings(crypto, repository, store);
    }

    /**
     * Updates root, timestamp, snapshot and targets.
     *
     * @param start the fixed update start time: the trusted one, read once
     */
    public Outcome<TrustedTargets> refresh(Instant start) {
        byte[] root = around.store().load(FileName.ROOT).orElse(null);
        if (root == null) {
            return new Outcome.Refused<>(Refusal.ROOT_ABSENT, FileName.ROOT);
        }
        Workflow workflow;
        try {
            workflow = new Workflow(around, new TrustedMetadata(root, start, around.crypto()));
        } catch (TufException held) {
            return new Outcome.Refused<>(held.refusal(), FileName.ROOT);
        }
        return TrustedTargets.of(
                workflow,
                () -> {
                    workflow.refresh();
                    return new TrustedTargets(workflow);
                });
    }
}
