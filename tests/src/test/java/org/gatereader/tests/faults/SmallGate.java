package org.gatereader.tests.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatereader.daemon.store.FileDisk;

/**
 * A gate's store in a process of its own: takes one inbox after the other, and is started again.
 */
final class SmallGate {
    private SmallGate() {}

    /**
     * Prints after each step what serves, or why nothing else does.
     *
     * @param arguments the state directory, the inbox, and what is dropped into it, in turn
     */
    public static void main(String[] arguments) throws IOException {
        var disk = new FileDisk();
        Path state = Path.of(arguments[0]);
        Path inbox = Path.of(arguments[1]);
        var gate = new StoreGate(disk, state, inbox);
        for (int i = 2; i < arguments.length; i++) {
            Files.move(Path.of(arguments[i]), inbox);
            tell(gate.turn());
            Files.move(inbox, inbox.resolveSibling("taken-" + i));
        }
        tell(new StoreGate(disk, state, inbox).turn());
    }

    private static void tell(StoreGate gate) {
        System.out.println(gate.answer() + gate.refusal());
    }
}
