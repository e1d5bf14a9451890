package org.gatereader.gatectl;

import java.util.List;
import java.util.Optional;
import org.gatereader.verifier.encoding.KeyName;

/**
 * What a presentation says, proved or not, as far as it can be read: for the eyes of a technician,
 * who wants to see why a presentation is refused. Nothing is decided by it. No {@code toString}: it
 * holds claims.
 */
sealed interface Anatomy permits P1Anatomy, P2Anatomy {
    static Anatomy of(Captured captured) {
        return switch (captured.profile()) {
            case P1 -> P1Anatomy.of(captured.presentation());
            case P2 -> P2Anatomy.of(captured.text().orElse(""));
        };
    }

    /** The claims of the key-binding token. */
    List<Claim> proof();

    /** The protected header of the credential. */
    List<Claim> credentialHeader();

    /** The claims of the credential. */
    List<Claim> credential();

    /** Who is said to have signed the credential. */
    Optional<String> issuer();

    /** Whether the key that is said to have signed it has this name. */
    boolean isSignedBy(KeyName key);

    /** Where it says that its status stands. */
    Optional<StatusReference> status();

    /** An entry of a status list; its index is the credential's own. */
    record StatusReference(String uri, long index) {
        @Override
        public String toString() {
            return "StatusReference";
        }
    }

    /**
     * What a claim is called.
     *
     * @param shown to a person
     * @param label where the format has numbers for names
     * @param name if it has one
     */
    record Key(String shown, Optional<String> label, Optional<String> name) {}

    /** A claim or header, ready to be shown to a person and to a program. */
    final class Claim {
        private final Key key;
        private final String shown;
        private final Json.Body value;

        /**
         * One of a presentation.
         *
         * @param shown its value in the format's own notation
         */
        Claim(Key key, String shown, Json.Body value) {
            this.key = key;
            this.shown = shown;
            this.value = value;
        }

        Key key() {
            return key;
        }

        String shown() {
            return shown;
        }

        Json.Body value() {
            return value;
        }
    }
}
