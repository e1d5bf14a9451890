package org.gatereader.daemon;

import java.util.function.Consumer;
import org.gatereader.daemon.store.TrustStore;
import org.gatereader.hal.Supervision;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.GateEvent.Kind;

/** Puts what rooms say in words of their own into the journal's: those rooms know no journal. */
final class Events {
    private Events() {}

    /** The events, each told to the observer first. */
    static Consumer<GateEvent> watchedBy(GateObserver observer, Consumer<GateEvent> events) {
        return event -> {
            observer.happened(event.kind().name(), event.number());
            events.accept(event);
        };
    }

    static Consumer<Supervision.News> ofCamera(Consumer<GateEvent> events) {
        return news -> {
            switch (news) {
                case FAILED -> events.accept(GateEvent.of(Kind.CAMERA_FAILED));
                case RECOVERED -> events.accept(GateEvent.of(Kind.CAMERA_RECOVERED));
                case BUS_RESET -> events.accept(GateEvent.of(Kind.CAMERA_RESET));
                case NONE, OPENED -> {
                    // Nothing that a journal needs.
                }
            }
        };
    }

    static Consumer<Supervision.News> ofNfc(Consumer<GateEvent> events) {
        return news -> {
            switch (news) {
                case FAILED -> events.accept(GateEvent.of(Kind.NFC_FAILED));
                case RECOVERED -> events.accept(GateEvent.of(Kind.NFC_RECOVERED));
                case BUS_RESET -> events.accept(GateEvent.of(Kind.NFC_RESET));
                case NONE, OPENED -> {
                    // Nothing that a journal needs.
                }
            }
        };
    }

    static TrustStore.Listener ofTrust(Consumer<GateEvent> events) {
        return new TrustStore.Listener() {
            @Override
            public void loaded(int issuerKeys) {
                events.accept(new GateEvent(Kind.TRUST_LOADED, issuerKeys));
            }

            @Override
            public void servesUnsigned() {
                events.accept(GateEvent.of(Kind.UNSIGNED_TRUST));
            }

            @Override
            public void refused(int faults) {
                events.accept(new GateEvent(Kind.TRUST_REFUSED, faults));
            }

            @Override
            public void updateRefused(int rule) {
                events.accept(new GateEvent(Kind.UPDATE_REFUSED, rule));
            }
        };
    }
}
