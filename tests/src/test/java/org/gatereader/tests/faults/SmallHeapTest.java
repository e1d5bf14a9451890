package org.gatereader.tests.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gatereader.daemon.store.FileDisk;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.tests.Checkout;
import org.gatereader.verifier.trust.HolderDirectory;
import org.gatereader.verifier.trust.TrustDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest set that may be signed, in a process with the memory that the package gives it. */
class SmallHeapTest {
    private static final int HEADER_BYTES = 40;
    private static final int RECORD_BYTES = 66;
    private static final int BITS = 2;

    /** 64 MiB. */
    private static final long ENTRIES = (8L << 26) / BITS;

    /** So many that the list, compressed, is nearly as large as it may be. */
    private static final int REVOKED_ENTRIES = 1_300_000;

    @TempDir private Path directory;

    @Test
    void theLargestSetIsTakenReplacedAndLoadedAgain() throws Exception {
        var site = new StoreSite();
        site.repository
                .target(TrustDirectory.ISSUERS, StoreSite.json(List.of(site.issuer(ENTRIES))))
                .target(StoreSite.HOLDERS, holders());
        var entries = entries();
        Instant first = StoreSite.NOON.minusSeconds(60);
        byte[] list = site.list(entries.set(StoreSite.INDEX, StatusArray.VALID), first);
        assertTrue(list.length > TrustDirectory.LIST_BYTES_MAX * 3 / 4, () -> "" + list.length);
        site.repository.target(StoreSite.LIST, list).publish();
        site.writeTo(directory.resolve("first"));
        byte[] next = site.list(entries.set(StoreSite.INDEX, StatusArray.REVOKED), StoreSite.NOON);
        site.repository.target(StoreSite.LIST, next).publish();
        site.writeTo(directory.resolve("second"));
        assertEquals(
                List.of(
                        "VALID since " + first,
                        "REVOKED since " + StoreSite.NOON,
                        "REVOKED since " + StoreSite.NOON),
                toldBySmallGate(site.root()));
    }

    private List<String> toldBySmallGate(byte[] root) throws IOException, InterruptedException {
        Path state = directory.resolve("state");
        StoreGate.enroll(new FileDisk(), state, root);
        Path log = directory.resolve("log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(memoryOfThePackage());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add(SmallGate.class.getName());
        for (Path argument : List.of(state, at("inbox"), at("first"), at("second"))) {
            command.add(argument.toString());
        }
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        assertEquals(0, process.waitFor(), () -> Checkout.read(log));
        return Files.readAllLines(log);
    }

    private static List<String> memoryOfThePackage() {
        String start = Checkout.read(Checkout.root().resolve("systemd/bin/gate-reader"));
        return Arrays.stream(start.split("\\s+"))
                .filter(word -> word.matches("-Xm[sx].*|-XX:MaxDirectMemorySize=.*|.*SerialGC"))
                .toList();
    }

    private static StatusArray entries() {
        var random = new Random(1);
        var entries = new StatusArray(ENTRIES, BITS);
        for (int i = 0; i < REVOKED_ENTRIES; i++) {
            entries.set(random.nextLong(ENTRIES), StatusArray.REVOKED);
        }
        return entries;
    }

    /** As many holders as there may be, none of them usable. */
    private static byte[] holders() {
        var file =
                ByteBuffer.allocate(HEADER_BYTES + HolderDirectory.ENTRIES_MAX * RECORD_BYTES)
                        .put("GRHD".getBytes(UTF_8))
                        .put((byte) 1);
        for (int holder = 0; holder < HolderDirectory.ENTRIES_MAX; holder++) {
            int at = HEADER_BYTES + holder * RECORD_BYTES;
            file.putInt(at, holder).put(at + 32, (byte) 2);
        }
        return file.array();
    }

    private Path at(String name) {
        return directory.resolve(name);
    }
}
