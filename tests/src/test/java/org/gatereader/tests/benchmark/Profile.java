package org.gatereader.tests.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.GreyPicture;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.JwtIssuer;
import org.gatereader.demo.wallet.Phone;
import org.gatereader.demo.wallet.QrCode;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.TrustDirectory;

/** Whose credentials are presented; each person of a benchmark has one of their own. */
enum Profile {
    P1 {
        @Override
        String present(Instant now, RandomGenerator random) {
            var phone = Phone.demo(random);
            var credential = Issuer.demo(random).credential(phone, now.minus(CREDENTIAL_AGE));
            return phone.present(credential, now).toText();
        }
    },
    P2 {
        @Override
        String present(Instant now, RandomGenerator random) {
            var phone = Phone.demo(random);
            var credential = JwtIssuer.demo(random).credential(phone, now.minus(CREDENTIAL_AGE));
            return phone.present(credential, now).toText();
        }
    };

    private static final Duration CREDENTIAL_AGE = Duration.ofHours(3);
    private static final int STATUS_BITS = 2;
    private static final int QUIET_MODULES = 4;

    /** As high as a code may be for the whole of it to be in the frame. */
    private static final int SIDE_MAX = 640;

    private static final int DIM_HALL = 0x60;

    /** The text of a presentation made now to the demo's gate. */
    abstract String present(Instant now, RandomGenerator random);

    /** What a 720p camera sees of a phone that shows this text, square-on and in focus. */
    static GreyPicture seen(String text) {
        var code = QrCode.of(text);
        int modulePixels = SIDE_MAX / (code.modules() + 2 * QUIET_MODULES);
        return code.picture(modulePixels, QUIET_MODULES)
                .centredOn(BusyGate.WIDTH, BusyGate.HEIGHT, DIM_HALL);
    }

    /** A gate that takes either profile, with a list for each. */
    static TrustDirectory trust(Instant now) {
        // Trust entries draw nothing: any source of randomness serves.
        var random = new Random(0);
        var lists = StatusListIssuer.demo();
        var entries = new StatusArray(DemoSite.STATUS_ENTRIES, STATUS_BITS);
        return new TrustDirectory()
                .policy(DemoSite.policy().put("lanes", List.of("p1-qr", "p2-qr")))
                .issuer(Issuer.demo(random).trustEntry(lists))
                .issuer(JwtIssuer.demo(random).trustEntry(lists))
                .statusList(
                        DemoSite.STATUS_URI,
                        lists.token(DemoSite.STATUS_URI, entries, now).toBytes())
                .statusList(
                        DemoSite.JWT_STATUS_URI,
                        lists.jwt(DemoSite.JWT_STATUS_URI, entries, now).toText());
    }
}
