package org.gatereader.tests.conformance;

import static org.gatereader.verifier.verdict.Check.CBOR;
import static org.gatereader.verifier.verdict.Check.FORM;
import static org.gatereader.verifier.verdict.Check.LANE;
import static org.gatereader.verifier.verdict.Check.TEXT;
import static org.gatereader.verifier.verdict.DenyReason.HEALTH_CERTIFICATE;
import static org.gatereader.verifier.verdict.DenyReason.LANE_CLOSED;
import static org.gatereader.verifier.verdict.DenyReason.MALFORMED;
import static org.gatereader.verifier.verdict.DenyReason.MDOC_ENGAGEMENT;
import static org.gatereader.verifier.verdict.DenyReason.MIP_BLE_CODE;
import static org.gatereader.verifier.verdict.DenyReason.NOT_A_PRESENTATION;
import static org.gatereader.verifier.verdict.DenyReason.ONLINE_ONLY_CODE;
import static org.gatereader.verifier.verdict.DenyReason.OTHER_ENGAGEMENT;
import static org.gatereader.verifier.verdict.DenyReason.TEXT_ENCODING;
import static org.gatereader.verifier.verdict.DenyReason.TOO_LARGE;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Checks 1 to 3 of PROFILE-P1: prefix, length and foreign codes; the lane; Base45. */
class P1FormTest {
    private static final String REST = "\"version\":\"1.0.0\",\"trxcode\":\"X\"}";

    @TestFactory
    Stream<DynamicTest> whatIsNoMobileIdIsToldSo() {
        return Cases.of(FORM, NOT_A_PRESENTATION)
                .refuses("nothing at all", w -> w.decideText(""))
                .refuses("plain words", w -> w.decideText("LOT 4471 / KEEP DRY"))
                .refuses("a web address", w -> w.decideText("https://www.example.org/menu"))
                .refuses("a Wi-Fi code", w -> w.decideText("WIFI:T:WPA;S:lobby;P:x;;"))
                .refuses("no byte over NFC", P1FormTest::noByteOverNfc)
                .refuses("P1 without its colon", w -> prefixed(w, "GR1"))
                .refuses("P1 in lower case", w -> prefixed(w, "gr1:"))
                .refuses("P1 behind a blank", w -> prefixed(w, " GR1:"))
                .refuses("another version", w -> prefixed(w, "GR2:"))
                .refuses("JSON of another type", w -> w.decideText("{\"type\":\"pim\"}"))
                .refuses("MIP without a command", w -> w.decideText("{\"type\":\"mip\"," + REST))
                .refuses("MIP beyond 4096 characters", w -> w.decideText(mip("150") + filler(4096)))
                .grants("P1 with its prefix", w -> prefixed(w, "GR1:"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aMobileIdThatNeedsTheInternetIsToldSo() {
        return Cases.of(FORM, ONLINE_ONLY_CODE)
                .refuses("MIP M120, by a proxy", w -> w.decideText(base64Url(mip("120"))))
                .refuses("MIP M200", w -> w.decideText(base64Url(mip("200"))))
                .refuses("MIP M120 as bare JSON", w -> w.decideText(mip("120")))
                .refuses("Open DID", w -> w.decideText("opendid;v1;eyJvZmZlciI6MX0"))
                .refuses("OpenID4VP", w -> w.decideText("openid4vp://?client_id=x&request_uri=y"))
                .refuses("OpenID4VP, loud", w -> w.decideText("OPENID4VP://?CLIENT_ID=X"))
                .refuses("OpenID4VP of an mDL", w -> w.decideText("mdoc-openid4vp://?x=y"))
                .refuses("OpenID4VP by link", w -> w.decideText(link("request_uri=y")))
                .refuses("OpenID4VP by link, with DCQL", w -> w.decideText(link("dcql_query=y")))
                .refuses("HAIP", w -> w.decideText("haip://?client_id=x"))
                .then(FORM, NOT_A_PRESENTATION)
                .refuses("a link that asks for something else", w -> w.decideText(link("id=y")))
                .refuses("Open DID without its semicolon", w -> w.decideText("opendid"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> anEngagementOfAnotherProtocolIsToldByName() {
        return Cases.of(FORM, MIP_BLE_CODE)
                .refuses("MIP M150", w -> w.decideText(base64Url(mip("150"))))
                .refuses("MIP M150 as bare JSON", w -> w.decideText(mip("150")))
                .then(FORM, MDOC_ENGAGEMENT)
                .refuses("ISO 18013-5", w -> w.decideText("mdoc:owBjMS4w"))
                .refuses("ISO 18013-5, loud", w -> w.decideText("MDOC:OWBJMS4W"))
                .then(FORM, HEALTH_CERTIFICATE)
                .refuses("an EU certificate", w -> w.decideText("HC1:6BFOXN%TS3DH"))
                .refuses("a SMART Health Card", w -> w.decideText("shc:/5676290952432060"))
                .then(FORM, OTHER_ENGAGEMENT)
                .refuses("a passkey", w -> w.decideText("FIDO:/01234567890123456789"))
                .refuses("ISO 23220", w -> w.decideText("iso23220:owBjMS4w"))
                .refuses("DIDComm", w -> w.decideText("didcomm://invite?oob=x"))
                .then(FORM, NOT_A_PRESENTATION)
                .refuses("a health certificate of version 2", w -> w.decideText("HC2:6BF"))
                .refuses("the word mdoc", w -> w.decideText("mdoc"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aPresentationHasAtMost640BytesOnEveryChannel() {
        return Cases.of(FORM, TOO_LARGE)
                .refuses("641 bytes in a code", w -> w.decideBytes(sized(w.token(), w, 641)))
                .refuses("641 bytes as text", w -> w.decideText(text(sized(w.token(), w, 641))))
                .refuses("641 bytes over NFC", w -> tapOf(w, 641))
                .refuses("965 characters", w -> w.decideText("GR1:" + "0".repeat(961)))
                .refuses("too large and no Base45", w -> w.decideText("GR1:" + "a".repeat(961)))
                .grants("640 bytes in a code", w -> w.decideBytes(sized(w.token(), w, 640)))
                .grants("640 bytes as text", w -> w.decideText(text(sized(w.token(), w, 640))))
                .grants("640 bytes over NFC", w -> tapOf(w, 640))
                .then(CBOR, MALFORMED)
                .refuses("964 characters", w -> w.decideText("GR1:" + "0".repeat(960)))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aLaneIsOpenOnlyIfThePolicyNamesIt() {
        return Cases.of(LANE, LANE_CLOSED)
                .refuses("a QR code where only taps are served", w -> shownTo(w, "p1-tap"))
                .refuses("a QR code where no lane is open", P1FormTest::noLane)
                .refuses("a tap where only QR codes are served", w -> tapped(w, "p1-qr"))
                .refuses("P1 over BLE", P1FormTest::overBle)
                .refuses(
                        "an SD-JWT, which is another profile", w -> w.decideText("eyJh.eyJp.c2ln~"))
                .grants("a QR code in its lane", w -> shownTo(w, "p1-qr"))
                .grants("a QR code with a challenge", w -> w.decide(tokenFor(w, "p1-qr-challenge")))
                .grants("a tap in its lane", w -> w.decide(tokenFor(w, "p1-tap")))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> base45IsReadStrictly() {
        return Cases.of(TEXT, TEXT_ENCODING)
                .refuses("a letter in lower case", w -> w.decideText(w.token().toText() + "a0"))
                .refuses("a character above ASCII", w -> w.decideText("GR1:가나다"))
                .refuses("one character too many", w -> w.decideText(wholeTriples(w) + "0"))
                .refuses("a triple of 65536", w -> w.decideText("GR1:GGW"))
                .refuses("the highest triple", w -> w.decideText("GR1::::"))
                .refuses("a pair of 256", w -> w.decideText("GR1:V5"))
                .refuses("a line break at the end", w -> w.decideText(w.token().toText() + "\n\n"))
                .then(CBOR, MALFORMED)
                .refuses("a triple of 65535", w -> w.decideText("GR1:FGW"))
                .refuses("a pair of 255", w -> w.decideText("GR1:U5"))
                .refuses("nothing behind the prefix", w -> w.decideText("GR1:"))
                .grants("the text that the phone wrote", w -> w.decideText(w.token().toText()))
                .tests();
    }

    private static AccessDecision<Realm.Production> noByteOverNfc(World world) {
        world.open("p1-tap");
        return world.decideBytes(new byte[0]);
    }

    private static AccessDecision<Realm.Production> prefixed(World world, String prefix) {
        return world.decideText(prefix + world.token().toText().substring("GR1:".length()));
    }

    private static AccessDecision<Realm.Production> tapOf(World world, int bytes) {
        return world.decideBytes(sized(tokenFor(world, "p1-tap"), world, bytes));
    }

    private static Presentation tokenFor(World world, String lane) {
        return world.tokenFor(lane, new byte[16]);
    }

    /** Fills an ignored claim until the presentation has exactly so many bytes. */
    private static byte[] sized(Presentation token, World world, int bytes) {
        int filling = bytes - token.toBytes().length;
        byte[] code = token.toBytes();
        while (code.length != bytes) {
            var credential = world.credential().claim("x", Cbor.bytes(new byte[filling--]));
            code = token.credential(credential.toCbor()).toBytes();
        }
        return code;
    }

    private static AccessDecision<Realm.Production> shownTo(World world, String lane) {
        world.open(lane);
        world.channel = Channel.QR;
        return world.decide(world.token());
    }

    private static AccessDecision<Realm.Production> tapped(World world, String lane) {
        var token = tokenFor(world, lane);
        world.channel = Channel.NFC;
        return world.decide(token);
    }

    private static AccessDecision<Realm.Production> overBle(World world) {
        world.policy.put("lanes", List.of("p1-qr", "p1-tap"));
        world.channel = Channel.BLE;
        return world.decide(world.token());
    }

    private static AccessDecision<Realm.Production> noLane(World world) {
        world.policy.put("lanes", List.of());
        return world.decide(world.token());
    }

    /** The text of a presentation whose length is a whole number of triples. */
    private static String wholeTriples(World world) {
        String text = world.token().toText();
        return text.substring(0, text.length() - (text.length() - "GR1:".length()) % 3);
    }

    private static String text(byte[] presentation) {
        return Presentation.textOf(presentation);
    }

    private static String mip(String command) {
        return "{\"type\":\"mip\",\"cmd\":\"" + command + "\"," + REST;
    }

    private static String link(String query) {
        return "https://verifier.example/authorize?client_id=x&" + query;
    }

    private static String filler(int length) {
        return " ".repeat(length);
    }

    private static String base64Url(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(utf8);
    }
}
