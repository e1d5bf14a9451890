package org.gatereader.daemon.selftest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.junit.jupiter.api.Test;

class SelfCheckTest {
    @Test
    void judgesEveryBuiltInVectorAndThePictureRightly() {
        var report = new SelfCheck(new BouncyCastle()).run();
        assertEquals(List.of(), report.faults());
        assertEquals(17, report.judged());
        assertTrue(report.isGood());
    }

    @Test
    void namesTheVectorsThatAModuleWhichAcceptsEverythingLetsThrough() {
        var report = new SelfCheck(new GullibleCrypto()).run();
        assertFalse(report.isGood());
        assertEquals(
                List.of(
                        "forged issuer",
                        "signature of zeros",
                        "stolen credential",
                        "SD-JWT forged issuer",
                        "SD-JWT stolen"),
                report.faults());
    }
}
