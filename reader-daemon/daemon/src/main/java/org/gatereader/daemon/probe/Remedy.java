package org.gatereader.daemon.probe;

import org.gatereader.daemon.control.wire.SelfTestReport.Words;

/**
 * What a technician can do about a part, in the order in which the parts are tested: the whole
 * catalogue, so that who translates or teaches reads one file.
 */
enum Remedy {
    NO_ANSWER(
            "제시간에 응답하지 않았습니다. 전원과 배선을 확인한 뒤 서비스를 다시 시작하십시오:" + " systemctl restart gate-reader",
            "It did not answer in time. Check its power and wires, then restart the service:"
                    + " systemctl restart gate-reader"),
    NO_TIME(
            "앞선 시험이 너무 오래 걸려 시험하지 못했습니다. 고장난 것을 고친 뒤 다시 시험하십시오.",
            "The tests before it took too long. Mend what they name, and test again."),
    OWN_FAULT(
            "프로그램의 결함입니다. 서비스를 다시 시작하고 로그의 해당 줄을 개발자에게 보내십시오.",
            "A fault of the program's own. Restart the service and send its line of the log to"
                    + " the developers."),
    SIMULATED(
            "모의 장치는 아무것도 열지 못합니다. 현장에서는 설정 파일에 실제 드라이버를 지정하십시오.",
            "A simulated device opens nothing. At a real gate name the real drivers in the"
                    + " configuration."),

    CAMERA_FAILED(
            "카메라 케이블과 전원을 확인하십시오. USB 카메라는 뺐다가 다시 꽂으십시오.",
            "Check the camera's cable and power. Unplug a USB camera and plug it in again."),
    CAMERA_SLOW(
            "더 밝게 비추십시오(어두우면 노출이 길어집니다). USB 허브 없이 보드에 바로 꽂으십시오.",
            "Light the place better, for a dark picture is exposed longer; plug the camera"
                    + " straight into the board, without a hub."),
    CAMERA_DARK(
            "렌즈 덮개를 벗기고 렌즈를 가린 것이 없는지, 조명이 켜져 있는지 확인하십시오.",
            "Take the cap off the lens, see that nothing covers it, and switch the light on."),
    CAMERA_BRIGHT(
            "햇빛이나 조명이 렌즈에 바로 들지 않도록 가리거나 카메라의 방향을 바꾸십시오.",
            "Shade the lens from the sun or lamp that shines into it, or turn the camera away."),
    CAMERA_BLURRED(
            "렌즈를 부드러운 천으로 닦고, 20 cm 거리에 초점을 맞추십시오.",
            "Wipe the lens with a soft cloth, and focus it at 20 cm."),
    CODE_NOT_READ(
            "시험 코드를 카메라 앞 10~25 cm에 밝은 화면으로 똑바로 드십시오. 그래도 안 되면 렌즈를" + " 닦고 초점을 맞추십시오.",
            "Hold the test code 10 to 25 cm before the camera, straight, on a bright screen. If"
                    + " that does not help, wipe and focus the lens."),
    CODE_NOT_SHOWN(
            "읽기까지 시험하려면: gatectl self-test --interactive",
            "To test reading as well: gatectl self-test --interactive"),

    NFC_FAILED(
            "NFC 리더의 케이블을 뺐다가 다시 꽂으십시오. 그래도 안 되면 systemctl restart pcscd, 그리고"
                    + " nfc.reader 설정을 pcsc_scan이 보이는 이름과 비교하십시오.",
            "Unplug the NFC reader and plug it in again. If that does not help: systemctl restart"
                    + " pcscd, and compare nfc.reader with the name that pcsc_scan shows."),
    PROOF_NONE(
            "인증서가 없으면 이용자가 이용증을 열어 둔 휴대전화만 응답합니다. nfc.gate_certificate를" + " 지정하십시오.",
            "Without a certificate only a phone with its pass open answers. Name one in"
                    + " nfc.gate_certificate."),
    PROOF_ENDS(
            "이 게이트의 인증서가 곧 끝나거나 끝났습니다. 새 인증서를 넣고 서비스를 다시 시작하십시오.",
            "This gate's certificate ends soon, or has ended. Put a new one in its place and"
                    + " restart the service."),

    RELAY_FAILED(
            "릴레이 배선과 relay.* 설정을 배선 안내서와 비교하고, 다른 프로그램이 그 선을 쓰고 있지" + " 않은지 gpioinfo로 확인하십시오.",
            "Compare the relay's wires and the relay.* settings with the wiring guide, and see"
                    + " with gpioinfo that no other program holds the line."),
    RELAY_NOT_PULSED(
            "릴레이를 움직여 시험하려면 통로를 비우고: gatectl self-test --interactive",
            "To move the relay, keep the passage free and run: gatectl self-test --interactive"),
    RELAY_NOT_LOOPED(
            "선은 움직였으나 되돌림 배선에서 보이지 않습니다. 릴레이 보드의 전원, 점퍼, 되돌림 선을" + " 확인하십시오.",
            "The line moved and the loopback wire did not see it. Check the relay board's power"
                    + " and jumper, and the loopback wire."),
    LINES_KEPT(
            "/boot/firmware/config.txt에 dtparam=strict_gpiod 줄을 넣고 다시 부팅하십시오.",
            "Add the line dtparam=strict_gpiod to /boot/firmware/config.txt and boot again."),
    CONTACT_FAILED(
            "이 입력의 배선과 inputs.* 설정을 배선 안내서와 비교하십시오.",
            "Compare this input's wires and the inputs.* settings with the wiring guide."),
    FIRE_ACTIVE(
            "화재 접점이 열려 있습니다. 실제 화재가 아니면 화재 수신반과 배선을 확인하십시오.",
            "The fire loop is open. If there is no fire, check the panel's contact and the wire."),
    TAMPER_ACTIVE(
            "함체를 닫으십시오. 닫혀 있다면 개폐 스위치와 배선을 확인하십시오.",
            "Close the cabinet. If it is closed, check its switch and wire."),
    EXIT_ACTIVE(
            "나가기 버튼이 눌린 채입니다. 버튼이 걸렸거나 배선이 합선되지 않았는지 확인하십시오.",
            "The exit button is held down. See whether it sticks or its wire is shorted."),
    PASSAGE_ACTIVE(
            "통로를 비우고 통과 센서의 렌즈를 닦고 맞은편 반사판과 맞추십시오.",
            "Clear the passage, wipe the sensor and align it with what stands opposite."),
    INDICATOR_FAILED(
            "램프와 부저의 배선과 display.* 설정을 확인하십시오.",
            "Check the wires of lamp and buzzer and the display.* settings."),

    CLOCK_UNTRUSTED(
            "시각을 믿을 수 없습니다. 시간 동기화(chronyc tracking)와 RTC 전지를 확인하십시오.",
            "The time can not be trusted. Check its synchronisation (chronyc tracking) and the"
                    + " RTC's battery."),
    CLOCK_MEMORY(
            "시각은 믿을 수 있으나 clock.ratchet 파일에 문제가 있습니다. 저장 장치와 권한을" + " 확인하십시오.",
            "The time is trusted, and the file clock.ratchet is not well. Check the storage and"
                    + " whom the file belongs to."),

    STORAGE_FAILED(
            "쓸 수 없습니다. 저장 장치가 읽기 전용인지(dmesg), 디렉터리 권한이 맞는지 확인하십시오." + " SD 카드라면 교체하십시오.",
            "It can not be written. See whether the storage went read-only (dmesg) and whom the"
                    + " directory belongs to. Replace an SD card."),
    STORAGE_SLOW(
            "쓰기가 느립니다. 산업용 SD 카드나 eMMC, SSD로 바꾸십시오.",
            "Writing is slow. Use an industrial SD card, eMMC or an SSD."),
    STORAGE_FULL(
            "빈 공간이 부족합니다. 이 장치에서 쓰지 않는 파일을 지우십시오.",
            "There is too little room. Delete from this storage what the gate does not need."),
    STORAGE_WORN(
            "저장 장치의 수명이 다해 갑니다. 교체를 준비하십시오.",
            "The storage is nearly worn out. Prepare to replace it."),

    TRUST_NONE(
            "신뢰 목록이 없어 아무도 들어올 수 없습니다. gatectl status로 이유를 보고 새 목록을" + " 가져오십시오.",
            "Without trust nobody is admitted. See why with gatectl status, and import a new set."),
    TRUST_FAULTY(
            "신뢰 목록에 결함이 있습니다. gatectl check --trust로 모두 볼 수 있습니다. 고쳐서 다시" + " 넣으십시오.",
            "What was delivered has faults; gatectl check --trust shows them all. Mend it and"
                    + " deliver it again."),
    REVOCATION_OLD(
            "폐기 목록이 오래되었습니다. 갱신 경로를 확인하고 새 목록을 가져오십시오.",
            "The revocation lists grow old. See why no updates come, and import new ones."),
    CANARY_WRONG(
            "실린 목록과 쓰이는 목록이 다릅니다. 서비스를 다시 시작하고 목록을 다시 가져오십시오.",
            "Another list serves than the one that was loaded. Restart the service and import"
                    + " the list again."),

    VECTORS_WRONG(
            "이 장치의 판정이 틀립니다. 운용을 멈추고 꾸러미를 다시 설치하십시오.",
            "This machine judges wrongly. Stop using it and install the package again."),
    LATENCY_HIGH(
            "판정이 느립니다. 온도와 전원을 보고, 이 보드에서 도는 다른 프로그램을 멈추십시오.",
            "Decisions are slow. Look at temperature and power, and stop what else runs on this"
                    + " board."),

    BOARD_HOT(
            "보드가 뜨겁습니다. 방열판과 환기구, 직사광선을 확인하십시오.",
            "The board is hot. Check its heat sink and vents, and shade it from the sun."),
    POWER_LOW(
            "전압이 낮습니다. 보드에 맞는 전원 장치와 짧고 굵은 케이블을 쓰십시오.",
            "The voltage is too low. Use the power supply made for the board and a short, thick"
                    + " cable.");

    private final String korean;
    private final String english;

    Remedy(String korean, String english) {
        this.korean = korean;
        this.english = english;
    }

    Words words() {
        return new Words(korean, english);
    }
}
