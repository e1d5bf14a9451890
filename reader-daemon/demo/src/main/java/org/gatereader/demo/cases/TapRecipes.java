package org.gatereader.demo.cases;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gatereader.demo.wallet.Credential;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.TapRequest;
import org.gatereader.demo.wallet.TapWallet;
import org.gatereader.hal.nfc.SimulatedCard;

/** What is tapped: the wallet of PROFILE-P1, some that do not keep it, and what is no phone. */
final class TapRecipes {
    private static final int CHALLENGE_BYTES = 16;
    private static final byte[] NO_APPLET = {0x6a, (byte) 0x82};
    private static final byte[] MORE = {0x00, 0x61, 0x01};
    private static final byte[] DONE = {(byte) 0x90, 0x00};
    private static final int CHAINED = 0x10;
    private static final byte[] GARBAGE = {0x01, 0x02, 0x03, (byte) 0x90, 0x00};

    /** SELECT: the second byte of a command is its instruction (ISO/IEC 7816-4, 5.4.2). */
    private static final int SELECT = 0xa4;

    /** More than the profile allows, and less than a short response of many would hold. */
    private static final int TOO_LONG_BYTES = 641;

    private TapRecipes() {}

    static Map<String, Recipe> all() {
        var all = new LinkedHashMap<String, Recipe>();
        all.put("tap", forge -> held(wallet(forge)));
        all.put("tap-extended", forge -> held(wallet(forge).withExtendedLength()));
        all.put(
                "tap-pass-open",
                forge -> held(wallet(forge).ofSite(DemoKeys.named("stranger")).withPassOpen()));
        all.put(
                "tap-reader-unproven",
                forge -> held(wallet(forge).ofSite(DemoKeys.named("stranger"))));
        all.put("tap-certificate-expired", TapRecipes::certificateExpired);
        all.put("tap-locked", forge -> held(wallet(forge).locked()));
        all.put("tap-no-credential", forge -> held(wallet(forge).holding("other.example/pass")));
        all.put("tap-other-card", _ -> ShownCode.tapped(_ -> Optional.of(NO_APPLET.clone())));
        all.put("tap-removed", forge -> from(forge, _ -> Optional.empty()));
        all.put("tap-malformed", _ -> ShownCode.tapped(_ -> Optional.of(GARBAGE.clone())));
        all.put("tap-endless", forge -> from(forge, TapRecipes::oneByteMore));
        all.put("tap-too-long", forge -> answering(forge, _ -> new byte[TOO_LONG_BYTES]));
        all.put("tap-garbage", forge -> answering(forge, _ -> Arrays.copyOf(GARBAGE, 3)));
        all.put("tap-stale-challenge", forge -> answering(forge, request -> stale(forge, request)));
        all.put(
                "tap-revoked",
                forge ->
                        presenting(
                                forge,
                                pass -> pass.status(DemoTrust.REVOKED_INDEX, DemoSite.STATUS_URI)));
        all.put("tap-shown-as-code", TapRecipes::shownAsCode);
        return all;
    }

    private static TapWallet wallet(Forge forge) {
        return walletOf(forge, forge.credential());
    }

    private static TapWallet walletOf(Forge forge, Credential credential) {
        return new TapWallet(
                request -> answer(forge, credential, request), forge.random(), forge::now);
    }

    private static byte[] answer(Forge forge, Credential credential, TapRequest request) {
        return forge.phone()
                .present(credential, forge.now())
                .audience(request.gate())
                .challenge(request.challenge())
                .toBytes();
    }

    private static ShownCode held(TapWallet wallet) {
        return ShownCode.tapped(command -> Optional.of(wallet.answer(command)));
    }

    private static ShownCode presenting(Forge forge, UnaryOperator<Credential> change) {
        return held(walletOf(forge, change.apply(forge.credential())));
    }

    private static ShownCode answering(Forge forge, Function<TapRequest, byte[]> presenter) {
        return held(new TapWallet(presenter, forge.random(), forge::now));
    }

    /** A request in blocks is taken to its last one, as ISO/IEC 7816-4, 5.3.3 has it. */
    private static Optional<byte[]> oneByteMore(byte[] command) {
        boolean isChained = (command[0] & CHAINED) != 0;
        return Optional.of(isChained ? DONE.clone() : MORE.clone());
    }

    /** The wallet greets, and something else happens at the request. */
    private static ShownCode from(Forge forge, SimulatedCard atTheRequest) {
        var wallet = wallet(forge);
        return ShownCode.tapped(
                command ->
                        (command[1] & 0xff) == SELECT
                                ? Optional.of(wallet.answer(command))
                                : atTheRequest.answer(command));
    }

    /** By the phone's clock the gate's certificate ended a month ago. */
    private static ShownCode certificateExpired(Forge forge) {
        var credential = forge.credential();
        return held(
                new TapWallet(
                        request -> answer(forge, credential, request),
                        forge.random(),
                        () -> forge.now().plus(Duration.ofDays(60))));
    }

    /** An answer to a conversation that was over before this one began. */
    private static byte[] stale(Forge forge, TapRequest request) {
        byte[] before = request.challenge();
        before[0]++;
        return forge.presentation().audience(request.gate()).challenge(before).toBytes();
    }

    /** What a stranger's reader got out of a phone, as a code before the camera. */
    private static ShownCode shownAsCode(Forge forge) {
        byte[] challenge = new byte[CHALLENGE_BYTES];
        forge.random().nextBytes(challenge);
        return ShownCode.of(forge.oneWay().challenge(challenge));
    }
}
