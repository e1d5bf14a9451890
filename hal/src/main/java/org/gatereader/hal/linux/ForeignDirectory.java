package org.gatereader.hal.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A directory that somebody else writes while we read it, and who may mean harm: no link is
 * followed on the way, nothing but a regular file with one name is read, nothing blocks, and the
 * bytes that are given out are our own copy (DESIGN, Two processes).
 */
public final class ForeignDirectory {
    private static final boolean IS_ARM = "aarch64".equals(System.getProperty("os.arch"));

    // fcntl.h: asm-generic, but ARM has these two elsewhere.
    private static final int O_NOFOLLOW = IS_ARM ? 0x8000 : 0x20000;
    private static final int O_DIRECTORY = IS_ARM ? 0x4000 : 0x10000;
    private static final int O_PATH = 0x200000;

    private static final int AT_EMPTY_PATH = 0x1000;

    /** struct statx has one layout everywhere (statx(2)); we ask for the basic fields. */
    private static final int STATX_BASIC_STATS = 0x7ff;

    private static final int STATX_BYTES = 256;
    private static final int STX_NLINK = 16;
    private static final int STX_MODE = 28;
    private static final int STX_SIZE = 40;

    private static final int S_IFMT = 0xf000;
    private static final int S_IFREG = 0x8000;

    private static final int ENOTDIR = 20;
    private static final int ELOOP = 40;
    private static final int CHUNK_BYTES = 1 << 16;
    private static final Set<String> NO_NAMES = Set.of("", ".", "..");

    private static final CFunction OPENAT =
            CFunction.variadic(
                    "openat", 3, FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    private static final CFunction STATX =
            CFunction.of(
                    "statx",
                    FunctionDescriptor.of(
                            JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));

    private final Path path;

    /** The directory at this path, which is ours to name; it need not be there yet. */
    public ForeignDirectory(Path path) {
        this.path = path;
    }

    /** What became of an attempt to copy one file. */
    public sealed interface Copy {
        /** The bytes as they were while they were read. */
        final class Whole implements Copy {
            private final byte[] bytes;

            private Whole(byte[] bytes) {
                this.bytes = bytes;
            }

            /** The copy; the caller's own from now on. */
            public byte[] bytes() {
                return bytes;
            }
        }

        /** Why there is none. */
        enum None implements Copy {
            ABSENT("no such file"),
            /** It has more bytes than were asked for; they were not read. */
            TOO_LONG("more bytes than it may have"),
            /** A link, a directory, a pipe, a socket, a device, or a file with a second name. */
            NOT_PLAIN("not a regular file with one name, or a link on the way to it"),
            /** It was written while it was read. */
            CHANGING("somebody was writing it"),
            UNREADABLE("it could not be read");

            private final String meaning;

            None(String meaning) {
                this.meaning = meaning;
            }

            /** For an admin. */
            public String meaning() {
                return meaning;
            }
        }
    }

    /**
     * Copies one file.
     *
     * @param relative its path below this directory, segments parted by slashes
     * @param bytesMax not one more is read
     */
    public Copy copy(String relative, int bytesMax) {
        List<String> segments = Arrays.asList(relative.split("/", -1));
        if (relative.indexOf('\0') >= 0 || segments.stream().anyMatch(NO_NAMES::contains)) {
            return Copy.None.NOT_PLAIN;
        }
        try {
            int directory = LibC.open(path, O_PATH | O_DIRECTORY | LibC.O_CLOEXEC);
            return copy(directory, segments, bytesMax);
        } catch (LinuxException e) {
            return meaning(e);
        }
    }

    /** Closes what it is given. */
    private static Copy copy(int directory, List<String> segments, int bytesMax)
            throws LinuxException {
        int flags =
                segments.size() > 1
                        ? O_PATH | O_DIRECTORY | O_NOFOLLOW | LibC.O_CLOEXEC
                        : LibC.O_RDONLY | LibC.O_NONBLOCK | O_NOFOLLOW | LibC.O_CLOEXEC;
        int next;
        try {
            next = openAt(directory, segments.getFirst(), flags);
        } finally {
            LibC.close(directory);
        }
        if (segments.size() > 1) {
            return copy(next, segments.subList(1, segments.size()), bytesMax);
        }
        try {
            return copy(next, bytesMax);
        } finally {
            LibC.close(next);
        }
    }

    private static Copy copy(int file, int bytesMax) throws LinuxException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment stat = arena.allocate(STATX_BYTES, Long.BYTES);
            MemorySegment noPath = arena.allocateFrom("");
            LibC.call(
                    "statx",
                    state ->
                            (int)
                                    STATX.handle()
                                            .invokeExact(
                                                    state,
                                                    file,
                                                    noPath,
                                                    AT_EMPTY_PATH,
                                                    STATX_BASIC_STATS,
                                                    stat));
            boolean isRegular = (stat.get(JAVA_SHORT, STX_MODE) & S_IFMT) == S_IFREG;
            if (!isRegular || stat.get(JAVA_INT, STX_NLINK) != 1) {
                return Copy.None.NOT_PLAIN;
            }
            long size = stat.get(JAVA_LONG, STX_SIZE);
            return size > bytesMax
                    ? Copy.None.TOO_LONG
                    : read(file, (int) size, arena.allocate(CHUNK_BYTES));
        }
    }

    /** One byte further than the file was long: who finds one was overtaken by its writer. */
    private static Copy read(int file, int size, MemorySegment chunk) throws LinuxException {
        byte[] bytes = new byte[size + 1];
        int length = 0;
        while (length <= size) {
            long wanted = Math.min(CHUNK_BYTES, bytes.length - length);
            int count = LibC.read(file, chunk.asSlice(0, wanted));
            if (count == 0) {
                break;
            }
            MemorySegment.copy(chunk, JAVA_BYTE, 0, bytes, length, count);
            length += count;
        }
        return length == size ? new Copy.Whole(Arrays.copyOf(bytes, size)) : Copy.None.CHANGING;
    }

    private static int openAt(int directory, String name, int flags) throws LinuxException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment segment = arena.allocateFrom(name);
            return (int)
                    LibC.call(
                            "openat",
                            state ->
                                    (int)
                                            OPENAT.handle()
                                                    .invokeExact(state, directory, segment, flags));
        }
    }

    private static Copy meaning(LinuxException e) {
        return switch (e.errno()) {
            case LinuxException.ENOENT -> Copy.None.ABSENT;
            case ENOTDIR, ELOOP -> Copy.None.NOT_PLAIN;
            default -> Copy.None.UNREADABLE;
        };
    }
}
