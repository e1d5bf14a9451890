package org.gatereader.verifier.verdict;

/**
 * Why something in the NFC field gave no presentation. Nothing was presented, so nothing was
 * refused: these are no {@link DenyReason}s, and none ever opens a gate. The codes are append-only,
 * held by a golden file; a new one goes at the end.
 */
public enum TapFault {
    /** It was taken away before it had answered, or can not be talked to at all. */
    CARD_GONE(1, Advice.TRY_AGAIN, Words.HOLD_STILL),
    /** The time for the whole conversation was over. */
    TOO_SLOW(2, Advice.TRY_AGAIN, Words.HOLD_STILL),
    /** 6982: the phone does not know this reader, and answers only with the pass open. */
    READER_UNPROVEN(3, Advice.TRY_AGAIN, Words.OPEN_THE_PASS),
    /** 6985: the phone is locked. */
    LOCKED(4, Advice.TRY_AGAIN, Words.UNLOCK),
    /** 6A82: no wallet of this protocol; a payment card, a transport card. */
    NO_APPLET(5, Advice.TRY_AGAIN, Words.SHOW_THE_CODE),
    /** 6A88: a wallet, and no credential of a type that this site admits. */
    NO_CREDENTIAL(6, Advice.SEE_STAFF, Words.NONE),
    /** 6700: the phone does not take commands of this length. */
    WRONG_LENGTH(7, Advice.TRY_AGAIN, Words.SHOW_THE_CODE),
    /** 6A80: the phone takes the request for malformed. */
    REQUEST_REFUSED(8, Advice.TRY_AGAIN, Words.SHOW_THE_CODE),
    /** Any other status word. */
    OTHER_STATUS(9, Advice.TRY_AGAIN, Words.SHOW_THE_CODE),
    /** The phone's words are not those of the protocol. */
    ANSWER_MALFORMED(10, Advice.TRY_AGAIN, Words.SHOW_THE_CODE),
    /** The answer is longer than any presentation, or never ends. */
    ANSWER_TOO_LONG(11, Advice.TRY_AGAIN, Words.SHOW_THE_CODE),
    /** This site takes no taps now; nothing was asked of the phone. */
    LANE_CLOSED(12, Advice.TRY_AGAIN, Words.SHOW_THE_CODE),
    /** The reader failed in the middle of it. */
    READER_FAILED(13, Advice.TRY_AGAIN, Words.SHOW_THE_CODE);

    private final int code;
    private final Advice advice;
    private final Words words;

    /** What helps, where something does; no accusation, and no word about the credential. */
    private enum Words {
        NONE("", ""),
        HOLD_STILL("휴대폰을 잠시 그대로 대 주세요", "Hold the phone there for a moment"),
        OPEN_THE_PASS("신분증을 화면에 띄우고 대 주세요", "Open your pass on the screen, then tap"),
        UNLOCK("휴대폰 잠금을 풀고 대 주세요", "Unlock the phone, then tap"),
        SHOW_THE_CODE("QR 코드를 보여 주세요", "Show the QR code instead");

        private final String korean;
        private final String english;

        Words(String korean, String english) {
            this.korean = korean;
            this.english = english;
        }
    }

    TapFault(int code, Advice advice, Words words) {
        this.code = code;
        this.advice = advice;
        this.words = words;
    }

    /**
     * What a status word of the tap says (PROFILE-P1, Tap).
     *
     * @param statusWord any but 9000, which is no fault
     */
    public static TapFault ofStatusWord(int statusWord) {
        return switch (statusWord) {
            case 0x6700 -> WRONG_LENGTH;
            case 0x6982 -> READER_UNPROVEN;
            case 0x6985 -> LOCKED;
            case 0x6a80 -> REQUEST_REFUSED;
            case 0x6a82 -> NO_APPLET;
            case 0x6a88 -> NO_CREDENTIAL;
            default -> OTHER_STATUS;
        };
    }

    /** The number that the journal keeps, from 1. */
    public int code() {
        return code;
    }

    /** Which sign the person sees. */
    public Advice advice() {
        return advice;
    }

    /** What stands below the sign; empty where there is nothing that would help. */
    public String korean() {
        return words.korean;
    }

    public String english() {
        return words.english;
    }
}
