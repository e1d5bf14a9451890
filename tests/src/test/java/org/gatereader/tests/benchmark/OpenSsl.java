package org.gatereader.tests.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.OptionalDouble;

/** The yardstick for signatures: {@code openssl speed ecdsap256}. */
final class OpenSsl {
    private OpenSsl() {}

    /**
     * Microseconds of CPU for one verification, as OpenSSL counts them over a second; empty where
     * it is not installed.
     */
    static OptionalDouble verifyMicros() throws InterruptedException {
        try {
            var process =
                    new ProcessBuilder("openssl", "speed", "-mr", "-seconds", "1", "ecdsap256")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var output = new String(process.getInputStream().readAllBytes(), US_ASCII);
            process.waitFor();
            // +F4:number:bits:signatures a second:verifications a second
            return output.lines()
                    .filter(line -> line.startsWith("+F4:"))
                    .mapToDouble(
                            line -> Double.parseDouble(line.substring(line.lastIndexOf(':') + 1)))
                    .map(perSecond -> 1e6 / perSecond)
                    .findFirst();
        } catch (IOException _) {
            return OptionalDouble.empty();
        }
    }
}
