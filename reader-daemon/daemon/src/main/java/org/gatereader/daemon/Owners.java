package org.gatereader.daemon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * The owners of one process, in the order in which they start. They end in the opposite order, so
 * that who hears of the others ends last; each ends itself, on its own thread if it has one.
 */
final class Owners implements AutoCloseable {
    private final Deque<Role> roles = new ArrayDeque<>();
    private final Deque<Owner> running = new ArrayDeque<>();

    private record Role(String name, Owner.Turn turn, Runnable ending) {}

    /** One more owner, with nothing to end. */
    void add(String role, Owner.Turn turn) {
        add(role, turn, () -> {});
    }

    /**
     * One more owner.
     *
     * @param ending run once, when it ends for whatever reason
     */
    void add(String role, Owner.Turn turn, Runnable ending) {
        roles.addLast(new Role(role, turn, ending));
    }

    /**
     * Gives every owner its thread.
     *
     * @param whenDead told the role of an owner that died, by its own thread
     */
    void start(Consumer<String> whenDead) {
        for (Role role : roles) {
            running.addLast(new Owner(role.name(), role.turn(), role.ending(), whenDead));
        }
        roles.clear();
        running.forEach(Owner::start);
    }

    /** Ends them all, whether or not they were started; twice is the same as once. */
    @Override
    public void close() {
        for (Iterator<Role> last = roles.descendingIterator(); last.hasNext(); ) {
            last.next().ending().run();
        }
        roles.clear();
        try {
            while (!running.isEmpty()) {
                running.removeLast().stop();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
