package org.gatereader.tests.benchmark;

import java.util.Optional;
import java.util.function.Function;
import org.gatereader.qr.Luma;
import org.gatereader.qr.QrReader;

/** One reader of QR codes in the comparison. */
interface Peer extends AutoCloseable {
    String name();

    Reading read(Luma luma);

    @Override
    default void close() {}

    /**
     * What was read, the CPU time that reading took, and what it allocated in Java. Not time on the
     * wall: on a busy machine that would be the neighbours' as well.
     */
    record Reading(Optional<String> text, long nanos, long allocatedBytes) {}

    /** Ours, fresh for each frame: nothing is known from the frame before. */
    static Peer ours() {
        return inJava(
                "gate-reader", luma -> new QrReader(System::nanoTime).read(luma, Long.MAX_VALUE));
    }

    /** Ours as the camera thread keeps it, with its buffers. */
    static Peer oursKept() {
        var reader = new QrReader(System::nanoTime);
        return inJava("gate-reader, kept", luma -> reader.read(luma, Long.MAX_VALUE));
    }

    static Peer inJava(String name, Function<Luma, Optional<String>> reader) {
        return new Peer() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Reading read(Luma luma) {
                long asked = ThreadCost.bytesOfThisThread();
                // Asking allocates a little itself: what it says of itself is taken off.
                long allocated = ThreadCost.bytesOfThisThread();
                long begun = ThreadCost.cpuNanosOfThisThread();
                var text = reader.apply(luma);
                long nanos = ThreadCost.cpuNanosOfThisThread() - begun;
                long bytes = ThreadCost.bytesOfThisThread() - allocated - (allocated - asked);
                return new Reading(text, nanos, Math.max(0, bytes));
            }
        };
    }
}
