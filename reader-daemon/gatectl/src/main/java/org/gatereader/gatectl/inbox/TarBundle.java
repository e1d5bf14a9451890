package org.gatereader.gatectl.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A tar archive, plain or in gzip (POSIX.1-2017, pax; ustar; GNU's long names). Links, devices and
 * whatever else is no file and no directory refuse the whole.
 */
final class TarBundle implements Bundle {
    private static final int BLOCK = 512;
    private static final int NAME_MAX = 1024;
    private static final int PAX_BYTES_MAX = 64 << 10;

    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final int PREFIX_AT = 345;
    private static final int NAME_LENGTH = 100;
    private static final int PREFIX_LENGTH = 155;

    private final Path archive;
    private final Compression compression;

    /** How the archive is packed. */
    enum Compression {
        NONE,
        GZIP
    }

    TarBundle(Path archive, Compression compression) {
        this.archive = archive;
        this.compression = compression;
    }

    /** Told by the first two bytes (RFC 1952, section 2.3.1). */
    static Compression compressionOf(byte[] head) {
        return head.length == 2 && head[0] == 0x1f && (head[1] & 0xff) == 0x8b
                ? Compression.GZIP
                : Compression.NONE;
    }

    @Override
    public void each(Visitor visitor) throws BundleException, IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                InputStream tar =
                        compression == Compression.GZIP ? new GZIPInputStream(file) : file) {
            @Nullable String longName = null;
            long unpacked = 0;
            for (byte[] header = block(tar); !isEnd(header); header = block(tar)) {
                long size = size(header);
                unpacked += size;
                if (unpacked > Contents.BYTES_MAX) {
                    throw new BundleException(archive + ": unpacks to more than any repository");
                }
                String name = longName == null ? name(header) : longName;
                longName = null;
                Entry content = new Entry(tar, size);
                switch (header[TYPE_AT]) {
                    case '0', 0 -> visitor.file(name, content);
                    case 'L' -> longName = text(content.small()).replaceFirst("\0.*", "");
                    case 'x' -> longName = pathIn(text(content.small()));
                    // Directories need not be said, and what holds for all entries is no name.
                    case '5', 'g' -> {}
                    default -> throw new BundleException(name + ": expected a file, got a link");
                }
                content.skipRest();
            }
        } catch (ZipException _) {
            throw broken();
        }
    }

    private BundleException broken() {
        return new BundleException(
                archive + ": expected a directory, or a whole tar or zip archive");
    }

    /** An archive may end without its two empty blocks, as a file that was cut off does not. */
    private byte[] block(InputStream tar) throws BundleException, IOException {
        byte[] block = tar.readNBytes(BLOCK);
        if (block.length != 0 && block.length != BLOCK) {
            throw broken();
        }
        return block;
    }

    private boolean isEnd(byte[] header) throws BundleException {
        if (header.length == 0) {
            return true;
        }
        long sum = 0;
        boolean isEmpty = true;
        for (int i = 0; i < BLOCK; i++) {
            isEmpty &= header[i] == 0;
            boolean isOfSum = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_LENGTH;
            sum += isOfSum ? ' ' : header[i] & 0xff;
        }
        if (!isEmpty && sum != octal(header, CHECKSUM_AT, CHECKSUM_LENGTH)) {
            throw broken();
        }
        return isEmpty;
    }

    private long size(byte[] header) throws BundleException {
        return octal(header, SIZE_AT, SIZE_LENGTH);
    }

    private long octal(byte[] header, int at, int length) throws BundleException {
        String digits = field(header, at, length).strip();
        if (!digits.matches("[0-7]{1,11}")) {
            throw broken();
        }
        return Long.parseLong(digits, 8);
    }

    private static String name(byte[] header) {
        String name = field(header, 0, NAME_LENGTH);
        boolean isUstar = field(header, MAGIC_AT, 6).startsWith("ustar");
        String prefix = isUstar ? field(header, PREFIX_AT, PREFIX_LENGTH) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String field(byte[] header, int at, int length) {
        int end = at;
        while (end < at + length && header[end] != 0) {
            end++;
        }
        return new String(header, at, end - at, UTF_8);
    }

    private static String text(byte[] content) {
        return new String(content, UTF_8);
    }

    /** The path among the records of a pax header, each {@code LENGTH KEY=VALUE\n}. */
    private static @Nullable String pathIn(String records) {
        for (String record : records.split("\n", -1)) {
            int key = record.indexOf(' ') + 1;
            if (record.startsWith("path=", key)) {
                return record.substring(key + "path=".length());
            }
        }
        return null;
    }

    /** The content of one entry, no longer than its header says. */
    private final class Entry extends InputStream {
        private final InputStream tar;
        private final long padded;
        private long left;
        private long read;

        Entry(InputStream tar, long size) {
            this.tar = tar;
            this.left = size;
            this.padded = (size + BLOCK - 1) / BLOCK * BLOCK;
        }

        byte[] small() throws BundleException, IOException {
            if (left > PAX_BYTES_MAX) {
                throw new BundleException(archive + ": expected names below " + NAME_MAX);
            }
            return readAllBytes();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = tar.read(into, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new ZipException("ends within an entry");
            }
            left -= count;
            read += count;
            return count;
        }

        void skipRest() throws IOException {
            tar.skipNBytes(padded - read);
        }
    }
}
