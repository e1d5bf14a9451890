package org.gatereader.gatectl.repo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    private static final byte[] MESSAGE = {1, 2, 3};

    @TempDir Path directory;

    @Test
    void whatItSignsIsVerifiedByThePublicPart() throws Exception {
        KeyFile made = KeyFile.create(file(), "ann", "secret".toCharArray(), Office.NOON);
        KeyFile opened = KeyFile.open(file(), "secret".toCharArray());
        assertEquals(made.publicKey().keyid(), opened.publicKey().keyid());
        assertTrue(made.publicKey().verifies(MESSAGE, opened.sign(MESSAGE)));
        assertEquals(64, opened.signRaw(MESSAGE).length);
    }

    @Test
    void onlyItsOwnerReadsIt() throws Exception {
        KeyFile.create(file(), "ann", "secret".toCharArray(), Office.NOON);
        var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
        assertEquals("rw-------", mode);
    }

    @Test
    void anotherPasswordAndAnotherFileAreRefused() throws Exception {
        KeyFile.create(file(), "ann", "secret".toCharArray(), Office.NOON);
        assertThrows(RepositoryException.class, () -> KeyFile.open(file(), "other".toCharArray()));
        Path text = Files.writeString(directory.resolve("x.p12"), "no PKCS#12 at all");
        assertThrows(RepositoryException.class, () -> KeyFile.open(text, "x".toCharArray()));
    }

    @Test
    void aKeyThatIsThereIsNotOverwritten() throws Exception {
        KeyFile.create(file(), "ann", "secret".toCharArray(), Office.NOON);
        assertThrows(
                FileAlreadyExistsException.class,
                () -> KeyFile.create(file(), "ann", "secret".toCharArray(), Office.NOON));
    }

    @Test
    void aKeyCountsUnderWhateverNameItsFileHad() throws Exception {
        KeyFile made = KeyFile.create(file(), "ann", "secret".toCharArray(), Office.NOON);
        var renamed = PublicKeyEntry.ofPem("Ann Other", made.publicKey().pem());
        assertEquals(made.publicKey().fingerprint(), renamed.fingerprint());
        assertTrue(new RoleKeys(java.util.List.of(renamed), 1).include(made.publicKey()));
    }

    private Path file() {
        return directory.resolve("ann.p12");
    }
}
