package org.gatereader.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gatereader.tests.Checkout;
import org.junit.jupiter.api.Test;

/** Who may use what, held over the compiled product. */
class ArchitectureTest {
    private static final List<String> MODULES =
            List.of(
                    "hal",
                    "reader-daemon/qr",
                    "reader-daemon/verifier",
                    "reader-daemon/daemon",
                    "reader-daemon/gatectl",
                    "reader-daemon/demo");

    private static final JavaClasses PRODUCT = product();

    @Test
    void nothingIsImportedAgainstADrawnArrow() {
        holds(Rules.ONLY_DRAWN_ARROWS);
    }

    @Test
    void theVerifierHasNoClockThreadFileLogOrNetwork() {
        holds(Rules.VERIFIER_IS_PURE);
    }

    @Test
    void qrHasNoClockThreadFileLogOrNetwork() {
        holds(Rules.QR_IS_PURE);
    }

    @Test
    void onlyCryptoNamesBouncyCastle() {
        holds(Rules.ONLY_CRYPTO_NAMES_BOUNCYCASTLE);
    }

    @Test
    void inTheVerifierOnlyEncodingNamesJackson() {
        holds(Rules.ONLY_ENCODING_NAMES_JACKSON_IN_VERIFIER);
    }

    @Test
    void halAndQrNameNeitherJacksonNorBouncyCastle() {
        holds(Rules.HAL_AND_QR_NAME_NEITHER);
    }

    @Test
    void onlyGpioNamesPi4j() {
        holds(Rules.ONLY_GPIO_NAMES_PI4J);
    }

    @Test
    void onlyTheDriversOfHalCallNativeCode() {
        holds(Rules.ONLY_DRIVERS_CALL_NATIVE_CODE);
    }

    @Test
    void everyModuleOnDiskIsJudged() throws Exception {
        try (var directories = Files.walk(Checkout.root(), 2)) {
            Set<String> modules =
                    directories
                            .filter(ArchitectureTest::isModule)
                            .map(path -> Checkout.root().relativize(path).toString())
                            .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(new TreeSet<>(MODULES), modules);
        }
    }

    @Test
    void saysWhichRoomsAreStillEmpty() {
        Set<String> empty = new TreeSet<>(Rules.ARROWS.rooms());
        PRODUCT.forEach(type -> empty.remove(Rules.ARROWS.roomOf(type.getPackageName())));
        System.out.println("rooms drawn and still empty: " + empty);
        assertTrue(empty.size() < Rules.ARROWS.rooms().size());
    }

    private static boolean isModule(Path directory) {
        return Files.isRegularFile(directory.resolve("src/main/java/module-info.java"));
    }

    private static void holds(ArchRule rule) {
        // A room may be empty as long as it is not built: the arrows stand before the houses.
        rule.allowEmptyShould(true).check(PRODUCT);
    }

    private static JavaClasses product() {
        var root = Checkout.root();
        var compiled =
                MODULES.stream().map(module -> root.resolve(module + "/target/classes")).toList();
        for (var directory : compiled) {
            assertTrue(Files.isDirectory(directory), directory + " is not compiled");
        }
        return new ClassFileImporter().importPaths(compiled).that(isCode());
    }

    private static DescribedPredicate<JavaClass> isCode() {
        return DescribedPredicate.describe(
                "is no descriptor", type -> !type.getSimpleName().equals("module-info"));
    }
}
