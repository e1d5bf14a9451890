package org.gatereader.daemon.probe;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gatereader.daemon.gate.GateOrder;
import org.jspecify.annotations.Nullable;

/** One question to the gate, whose thread answers it on one of its next turns. */
final class Asked<T> {
    private final AtomicReference<@Nullable T> answer = new AtomicReference<>();
    private final Predicate<GateOrder> gate;
    private final Function<Consumer<T>, GateOrder> question;
    private boolean isAsked;

    /**
     * @param gate takes the order; false if it has to be put again
     * @param question the order that takes its answer to whoever is given
     */
    Asked(Predicate<GateOrder> gate, Function<Consumer<T>, GateOrder> question) {
        this.gate = gate;
        this.question = question;
    }

    /** Asks if that was not done yet; empty until there is an answer. */
    Optional<T> answer() {
        if (!isAsked) {
            isAsked = gate.test(question.apply(answer::set));
        }
        return Optional.ofNullable(answer.get());
    }

    /** Asks once more. */
    void again() {
        isAsked = false;
        answer.set(null);
    }
}
