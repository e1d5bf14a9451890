package org.gatereader.tests.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gatereader.daemon.store.Disk;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that knows what of it is durable, counts the calls that change it, and loses the
 * power at one of them: that call is begun and not ended, and none comes after it.
 */
final class SimulatedDisk implements Disk {
    private final Node top = Node.directory();
    private int calls;
    private final List<Path> syncs = new ArrayList<>();
    private int droppedSync;
    private int cutAt = Integer.MAX_VALUE;
    private int fullAfter = Integer.MAX_VALUE;
    private boolean isReadOnly;

    /** What becomes of bytes and names that were not synced when the power went. */
    enum Unsynced {
        LOST,
        KEPT,
        /** The first half of each file's bytes, and of each directory's changes. */
        HALF
    }

    /** The power went. Nothing may catch it and go on. */
    static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A file or a directory, as the kernel has it and as the medium has it. */
    private static final class Node {
        byte @Nullable [] bytes;
        byte[] syncedBytes = {};
        Map<String, Node> names = new TreeMap<>();
        Map<String, Node> syncedNames = new TreeMap<>();
        final List<Map<String, Node>> unsynced = new ArrayList<>();

        static Node directory() {
            return new Node();
        }

        static Node file(byte[] bytes) {
            var file = new Node();
            file.bytes = bytes;
            return file;
        }

        /** Makes the directory name these, which is one step of its journal. */
        void name(Map<String, Node> all) {
            names = all;
            unsynced.add(all);
        }

        void sync() {
            if (bytes != null) {
                syncedBytes = bytes;
            }
            syncedNames = names;
            unsynced.clear();
        }

        Node after(Unsynced fate) {
            if (bytes != null) {
                var survivor = file(survivingBytes(fate));
                survivor.sync();
                return survivor;
            }
            var survivor = directory();
            var all = new TreeMap<String, Node>();
            survivingNames(fate).forEach((name, node) -> all.put(name, node.after(fate)));
            survivor.name(all);
            survivor.sync();
            return survivor;
        }

        private byte[] survivingBytes(Unsynced fate) {
            byte[] now = Objects.requireNonNull(bytes);
            boolean isSynced = Arrays.equals(now, syncedBytes);
            return switch (fate) {
                case LOST -> syncedBytes;
                case KEPT -> now;
                case HALF -> isSynced ? now : Arrays.copyOf(now, now.length / 2);
            };
        }

        private Map<String, Node> survivingNames(Unsynced fate) {
            return switch (fate) {
                case LOST -> syncedNames;
                case KEPT -> names;
                case HALF ->
                        unsynced.size() < 2 ? syncedNames : unsynced.get(unsynced.size() / 2 - 1);
            };
        }
    }

    /** The power goes at this call, counted from 1 and from now. */
    void cutAt(int call) {
        calls = 0;
        syncs.clear();
        cutAt = call;
    }

    /** This sync, counted as calls are, says that it was done and does nothing; 0 is none. */
    void dropSync(int sync) {
        droppedSync = sync;
    }

    /** From so many more calls on there is no room for another byte; 0 makes room again. */
    void fillAfter(int more) {
        fullAfter = more == 0 ? Integer.MAX_VALUE : calls + more;
    }

    void setReadOnly(boolean readOnly) {
        isReadOnly = readOnly;
    }

    int calls() {
        return calls;
    }

    /** What was synced, in order. */
    List<Path> syncs() {
        return List.copyOf(syncs);
    }

    /** What the next process finds. */
    SimulatedDisk after(Unsynced fate) {
        var survivor = new SimulatedDisk();
        survivor.top.name(top.after(fate).names);
        survivor.top.sync();
        return survivor;
    }

    @Override
    public Optional<byte[]> read(Path file) {
        return find(file).map(node -> node.bytes);
    }

    @Override
    public ByteBuffer map(Path file) throws IOException {
        return ByteBuffer.wrap(read(file).orElseThrow(() -> new NoSuchFileException("" + file)))
                .asReadOnlyBuffer();
    }

    @Override
    public List<String> list(Path directory) {
        return find(directory).map(node -> List.copyOf(node.names.keySet())).orElse(List.of());
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        if (find(directory).isEmpty()) {
            change(() -> enter(directory, Node.directory()));
        }
    }

    @Override
    public void write(Path file, ByteBuffer content) throws IOException {
        if (calls >= fullAfter) {
            throw new IOException("No space left on device");
        }
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        change(
                () -> {
                    Optional<Node> there = find(file);
                    if (there.isPresent()) {
                        there.get().bytes = bytes;
                    } else {
                        enter(file, Node.file(bytes));
                    }
                });
    }

    @Override
    public void sync(Path file) throws IOException {
        syncNode(file);
    }

    @Override
    public void syncDirectory(Path directory) throws IOException {
        syncNode(directory);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Node node = find(from).orElseThrow(() -> new NoSuchFileException("" + from));
        change(
                () -> {
                    var all = new TreeMap<>(parent(to).names);
                    all.remove(from.getFileName().toString());
                    all.put(to.getFileName().toString(), node);
                    parent(to).name(all);
                });
    }

    @Override
    public void delete(Path file) throws IOException {
        change(
                () -> {
                    var all = new TreeMap<>(parent(file).names);
                    all.remove(file.getFileName().toString());
                    parent(file).name(all);
                });
    }

    private void syncNode(Path path) throws IOException {
        Node node = find(path).orElseThrow(() -> new NoSuchFileException("" + path));
        syncs.add(path);
        if (++calls == cutAt) {
            throw new PowerCut();
        }
        if (syncs.size() != droppedSync) {
            node.sync();
        }
    }

    /** A change happens before the power goes, and is not durable then. */
    private void change(Runnable change) throws IOException {
        if (isReadOnly) {
            throw new IOException("Read-only file system");
        }
        if (calls >= cutAt) {
            throw new PowerCut();
        }
        change.run();
        if (++calls == cutAt) {
            throw new PowerCut();
        }
    }

    private void enter(Path path, Node node) {
        var all = new TreeMap<>(parent(path).names);
        all.put(path.getFileName().toString(), node);
        parent(path).name(all);
    }

    private Node parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? top : find(parent).orElseThrow();
    }

    private Optional<Node> find(Path path) {
        Node node = top;
        for (Path name : path) {
            Node next = node.names.get(name.toString());
            if (next == null) {
                return Optional.empty();
            }
            node = next;
        }
        return Optional.of(node);
    }
}
