package org.gatereader.qr;

/** What the person could do so that a code that is there can be read. */
public enum QrHint {
    /** Nothing to say: no code is there, or it is read. */
    NONE("", ""),
    TOO_DARK("화면을 더 밝게 해 주세요", "Brighten the screen"),
    TOO_BRIGHT("빛이 반사되지 않게 기울여 주세요", "Turn the screen away from the light"),
    TOO_FAR("더 가까이 대 주세요", "Hold it closer"),
    TOO_TILTED("똑바로 들어 주세요", "Hold it straight"),
    TOO_BLURRED("잠시 멈춰 주세요", "Hold it still"),
    /** One finder pattern is outside the picture or under a finger. */
    CUT_OFF("코드 전체를 보여 주세요", "Show the whole code");

    private final String korean;
    private final String english;

    QrHint(String korean, String english) {
        this.korean = korean;
        this.english = english;
    }

    public String korean() {
        return korean;
    }

    public String english() {
        return english;
    }
}
