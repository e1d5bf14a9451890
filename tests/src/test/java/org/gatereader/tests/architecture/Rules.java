package org.gatereader.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * Every rule about who may use what. The same objects judge the product and the planted violations,
 * so that a rule which reports nothing can not pass for one that holds.
 */
final class Rules {
    static final Arrows ARROWS = Arrows.drawn();

    static final ArchRule ONLY_DRAWN_ARROWS =
            classes().that().resideInAPackage("org.gatereader..").should(ARROWS.condition());

    static final ArchRule VERIFIER_IS_PURE =
            classes()
                    .that()
                    .resideInAPackage("org.gatereader.verifier..")
                    .should(AllowList.of("allowed-in-verifier.txt").condition());

    static final ArchRule QR_IS_PURE =
            classes()
                    .that()
                    .resideInAPackage("org.gatereader.qr..")
                    .should(AllowList.of("allowed-in-qr.txt").condition());

    /** A validated module can take BouncyCastle's place by replacing one package. */
    static final ArchRule ONLY_CRYPTO_NAMES_BOUNCYCASTLE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.gatereader.verifier.crypto..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.bouncycastle..");

    static final ArchRule ONLY_ENCODING_NAMES_JACKSON_IN_VERIFIER =
            noClasses()
                    .that()
                    .resideInAPackage("org.gatereader.verifier..")
                    .and()
                    .resideOutsideOfPackage("org.gatereader.verifier.encoding..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.fasterxml.jackson..");

    static final ArchRule HAL_AND_QR_NAME_NEITHER =
            noClasses()
                    .that()
                    .resideInAnyPackage("org.gatereader.hal..", "org.gatereader.qr..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.fasterxml.jackson..", "org.bouncycastle..");

    /** Another board's library can take Pi4J's place by replacing one package. */
    static final ArchRule ONLY_GPIO_NAMES_PI4J =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.gatereader.hal.gpio..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.pi4j..");

    /** A wrong word to native code is no exception but a crash: few files, read twice. */
    static final ArchRule ONLY_DRIVERS_CALL_NATIVE_CODE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.gatereader.hal.linux..",
                            "org.gatereader.hal.gpio..",
                            "org.gatereader.hal.nfc..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.lang.foreign..");

    static final List<ArchRule> ALL =
            List.of(
                    ONLY_DRAWN_ARROWS,
                    VERIFIER_IS_PURE,
                    QR_IS_PURE,
                    ONLY_CRYPTO_NAMES_BOUNCYCASTLE,
                    ONLY_ENCODING_NAMES_JACKSON_IN_VERIFIER,
                    HAL_AND_QR_NAME_NEITHER,
                    ONLY_GPIO_NAMES_PI4J,
                    ONLY_DRIVERS_CALL_NATIVE_CODE);

    private Rules() {}

    /** All that all rules have to say about these classes, one sentence each. */
    static List<String> complaints(JavaClasses judged) {
        return ALL.stream()
                .map(rule -> rule.allowEmptyShould(true).evaluate(judged))
                .flatMap(result -> result.getFailureReport().getDetails().stream())
                .toList();
    }
}
