package org.gatereader.tests.gatectl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.tests.gatectl.Gatectl.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    @TempDir Path directory;
    private Desk desk;

    @BeforeEach
    void clearTheDesk() {
        desk = new Desk(directory);
    }

    @Test
    void grantsAPictureATextAndTheBytesOfOneValidPresentation() {
        var presentation = desk.presentation().toCbor().toBytes();
        var text = Presentation.textOf(presentation);
        for (Path file :
                List.of(
                        desk.picture("picture.png", text),
                        desk.text("text.txt", text),
                        desk.text("text-with-line-end.txt", text + "\n"),
                        desk.bytes("presentation.bin", presentation))) {
            assertAnswers("GRANTED 2", 0, desk.check(file));
        }
    }

    @Test
    void saysHowLargeThePresentationAndItsCodeAre() {
        var presentation = desk.presentation().toBytes();
        var file = desk.picture("picture.png", Presentation.textOf(presentation));
        var size = "573 characters, presentation of " + presentation.length + " B";
        assertLine(
                desk.check(file),
                "content picture of 425 x 425 px, QR code of version 15, " + size);
        assertTrue(desk.check("--json", file).out().contains("\"qr_version\":15,"));
    }

    @Test
    void endsEachFileWithItsOwnLineAndExitsWithTheWorst() {
        var answer =
                desk.check(
                        desk.text("valid.txt", desk.presentation().toText()),
                        desk.text("link.txt", "https://example.kr/"));
        assertTrue(answer.lines().contains("GRANTED 2"));
        assertAnswers("DENIED 101 NOT_A_PRESENTATION", 1, answer);
        assertEquals(3, desk.check(desk.text("link.txt", "x"), directory).exitCode());
    }

    @Test
    void judgesEachFileAsTheFirstThatTheGateSees() {
        var file = desk.text("valid.txt", desk.presentation().toText());
        assertAnswers("GRANTED 2", 0, desk.check(file, file));
    }

    @Test
    void namesEachCheckTheOneThatFailedAndThoseNotReached() {
        var stranger = desk.presentation().signedWith(desk.forge.otherPhone().key());
        var answer = desk.check(desk.text("forged.txt", stranger.toText()));
        assertAnswers("DENIED 201 HOLDER_SIGNATURE_INVALID", 1, answer);
        assertLine(answer, "10 passed holder key is a point of the curve");
        assertLine(answer, "11 FAILED holder signature");
        assertLine(answer, "12 not reached validity is consistent");
        assertLine(answer, "20 not applicable the gate itself (601..604)");
        assertLine(answer, "The holder's key did not sign this: forged, or changed since.");
        assertLine(answer, "The passer-by is told SEE_STAFF.");
    }

    @Test
    void showsTheClaimsTheTrustEntryAndTheStatusList() {
        var answer = desk.check(desk.text("valid.txt", desk.presentation().toText()));
        assertLine(answer, "iss \"mpm.go.kr\"");
        assertLine(answer, "agency \"MOIS\"");
        assertLine(answer, "kid h'6d706d31'");
        assertLine(answer, "iat 1893985200 (2030-01-07T03:00:00Z)");
        assertLine(answer, "issuers.json, entry 1 of 1");
        assertLine(answer, "realm demo");
        assertLine(answer, "uri https://st.mobileid.go.kr/1");
        assertLine(answer, "state VALID");
    }

    @Test
    void showsTheClaimsOfAPresentationThatIsRefused() {
        var credential = desk.forge.credential().withoutClaim(2).agency("MPM");
        var answer = desk.check(desk.text("x.txt", desk.forge.present(credential).toText()));
        assertAnswers("DENIED 108 CLAIMS_INVALID", 1, answer);
        assertLine(answer, "agency \"MPM\"");
    }

    @Test
    void aHostileClaimCanNotDriveTheTerminal() {
        var bell = desk.forge.credential().agency("\u001b[2J\u0007\u202eMOIS\n\u009b1m");
        var answer = desk.check(desk.text("x.txt", desk.forge.present(bell).toText()));
        assertLine(answer, "agency \"\\u001b[2J\\u0007\\u202eMOIS\\u000a\\u009b1m\"");
        var json = desk.check("--json", desk.text("x.txt", desk.forge.present(bell).toText()));
        for (String printed : List.of(answer.out(), json.out())) {
            assertTrue(printed.codePoints().allMatch(CheckTest::isHarmless), printed);
        }
    }

    @Test
    void printsNoMoreThanTheBeginningOfALongClaim() {
        var talkative = desk.forge.credential().claim("note", Cbor.text("x".repeat(300)));
        var answer = desk.check(desk.text("x.txt", desk.forge.present(talkative).toText()));
        assertTrue(answer.out().contains("x… (300 characters)"));
        assertFalse(answer.out().contains("x".repeat(257)));
    }

    @Test
    void takesANonceAsHexAsBase64urlAndAsPlainText() {
        byte[] challenge = HexFormat.of().parseHex("fbefbe0011223344");
        var answered = desk.presentation().challenge(challenge).toText();
        var plain = desk.presentation().challenge("lobby-17".getBytes(UTF_8));
        var file = desk.text("challenge.txt", answered);
        assertAnswers("DENIED 208 CHALLENGE_UNKNOWN", 1, desk.check(file));
        assertAnswers("GRANTED 2", 0, desk.check("--nonce", "FBEFBE0011223344", file));
        assertAnswers("GRANTED 2", 0, desk.check("--nonce", "----ABEiM0Q", file));
        var plainFile = desk.text("plain.txt", plain.toText());
        assertAnswers("GRANTED 2", 0, desk.check("--nonce", "lobby-17", plainFile));
        assertAnswers(
                "GRANTED 2", 0, desk.check("--nonce", "00", "--nonce", "lobby-17", plainFile));
    }

    @Test
    void judgesATapAsBytesOnTheNfcChannel() {
        byte[] challenge = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");
        var tap = desk.presentation().challenge(challenge).toBytes();
        desk.trust(entry -> entry, DemoSite.policy().put("lanes", List.of("p1-tap")));
        var file = desk.bytes("tap.bin", tap);
        var nonce = "00112233445566778899aabbccddeeff";
        assertAnswers("GRANTED 2", 0, desk.check("--channel", "nfc", "--nonce", nonce, file));
        assertAnswers("DENIED 505 LANE_CLOSED", 1, desk.check("--nonce", nonce, file));
    }

    @Test
    void takesTheInstantFromTheClockUnlessTold() {
        var file = desk.text("valid.txt", desk.presentation().toText());
        var asked = new Object[] {"check", "--trust", desk.trust(), "--gate", DemoSite.GATE, file};
        var technician = Gatectl.ofTechnician();
        assertAnswers("GRANTED 2", 0, technician.at(Desk.NOON.plusSeconds(15)).run(asked));
        assertAnswers(
                "DENIED 204 PRESENTATION_TOO_OLD",
                1,
                technician.at(Desk.NOON.plusSeconds(16)).run(asked));
        assertAnswers(
                "GRANTED 2",
                0,
                technician.run(Desk.with(asked, "--at", "2030-01-07T12:00:00+09:00")));
        assertAnswers(
                "GRANTED 2",
                0,
                technician.run(Desk.with(asked, "--at", Desk.NOON.getEpochSecond())));
    }

    @Test
    void takesTheGateFromAPolicyThatNamesExactlyOne() {
        var file = desk.text("valid.txt", desk.presentation().toText());
        var answer = desk.checkAtAnyGate(file);
        assertEquals(2, answer.exitCode());
        assertTrue(answer.err().contains("seoul-main-03, seoul-main-04"), answer.err());
        var groups = new JsonMap().put("main", List.of(DemoSite.GATE));
        desk.trust(entry -> entry, DemoSite.policy().put("gateGroups", groups));
        assertAnswers("GRANTED 2", 0, desk.checkAtAnyGate(file));
    }

    @Test
    void refusesToRunAsTheServicesUser() {
        var answer = Gatectl.ofTechnician().as("gate-reader", "C").run("check", "any.png");
        assertEquals(2, answer.exitCode());
        assertTrue(answer.err().contains("does not run as the user gate-reader"));
        assertEquals("", answer.out());
    }

    @Test
    void saysTheReasonInKoreanWhereTheLocaleOrTheOptionDoes() {
        var file = desk.text("link.txt", "https://example.kr/");
        assertLine(desk.check("--lang", "ko", file), "모바일 신분증이 아닙니다: 다른 글자, 링크 또는 와이파이 코드입니다.");
        var korean =
                Gatectl.ofTechnician()
                        .as("technician", "ko_KR.UTF-8")
                        .at(Desk.NOON)
                        .run("check", "--trust", desk.trust(), "--gate", "g", file);
        assertAnswers("DENIED 101 NOT_A_PRESENTATION", 1, korean);
        assertTrue(korean.out().contains("신분증"));
    }

    private static void assertAnswers(String lastLine, int exitCode, Answer answer) {
        assertEquals(lastLine, answer.lastLine(), answer.toString());
        assertEquals(exitCode, answer.exitCode());
        assertEquals("", answer.err());
    }

    private static boolean isHarmless(int character) {
        int type = Character.getType(character);
        return character == '\n' || (type != Character.CONTROL && type != Character.FORMAT);
    }

    /** A line of these words, however far they stand apart. */
    private static void assertLine(Answer answer, String words) {
        assertTrue(
                answer.out()
                        .lines()
                        .anyMatch(line -> line.strip().replaceAll(" +", " ").equals(words)),
                () -> "no line \"" + words + "\" in\n" + answer.out());
    }
}
