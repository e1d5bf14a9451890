package org.gatereader.tests.faults;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.gatereader.verifier.trust.tuf.Fetched;
import org.gatereader.verifier.trust.tuf.HeldRole;
import org.gatereader.verifier.trust.tuf.MetadataStore;
import org.gatereader.verifier.trust.tuf.Outcome;
import org.gatereader.verifier.trust.tuf.Repository;
import org.gatereader.verifier.trust.tuf.TufClient;

/**
 * Whatever is dropped as the next root, as the timestamp or as a root to enrol, the update is
 * refused and never fails, and nothing is stored. How to search for more: EncodingFuzzTest.
 */
class UpdateFuzzTest {
    private static final byte[] ROOT = new StoreSite().root();

    @FuzzTest
    void anyNextRootIsRefused(byte[] file) {
        assertRefused(ROOT, "2.root.json", file);
    }

    @FuzzTest
    void anyTimestampIsRefused(byte[] file) {
        assertRefused(ROOT, "timestamp.json", file);
    }

    @FuzzTest
    void anyRootToStartFromIsRefused(byte[] file) {
        assertRefused(file, "2.root.json", ROOT);
    }

    @FuzzTest
    void anyHeldFileIsReadOrPassedOver(byte[] file) {
        HeldRole.read(file).ifPresent(role -> assertTrue(role.version() > 0));
    }

    private static void assertRefused(byte[] held, String name, byte[] dropped) {
        var client = new TufClient(StoreGate.CRYPTO, answering(name, dropped), holding(held));
        assertInstanceOf(Outcome.Refused.class, client.refresh(StoreSite.NOON));
    }

    private static Repository answering(String name, byte[] file) {
        return new Repository() {
            @Override
            public Fetched metadata(String fileName, int bytesMax) {
                if (!fileName.equals(name)) {
                    return Fetched.Nothing.ABSENT;
                }
                return file.length > bytesMax ? Fetched.Nothing.TOO_LONG : Fetched.file(file);
            }

            @Override
            public Fetched target(String path, int bytesMax) {
                return Fetched.Nothing.ABSENT;
            }
        };
    }

    private static MetadataStore holding(byte[] root) {
        return new MetadataStore() {
            @Override
            public Optional<byte[]> load(String fileName) {
                return fileName.equals("root.json") ? Optional.of(root) : Optional.empty();
            }

            @Override
            public void save(String fileName, byte[] content) {
                fail("stored " + fileName);
            }

            @Override
            public void delete(String fileName) {
                fail("deleted " + fileName);
            }
        };
    }
}
