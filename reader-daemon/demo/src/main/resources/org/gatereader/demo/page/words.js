// The words for what happens, Korean first. Kinds and states are the daemon's own names.

export const EVENTS = {
  GRANTED: ["통과 허용", "Granted, pass class"],
  DENIED: ["통과 거부", "Denied"],
  PASSED: ["통과함", "Walked through"],
  NOT_OPENED_AFTER_GRANT: ["허용 후 통과하지 않음", "Granted, nobody walked"],
  EXIT_REQUESTED: ["퇴장 버튼", "Exit button"],
  STARTING: ["시작", "Starting"],
  READY: ["준비 완료", "Ready"],
  STOPPED: ["정지", "Stopped"],
  SELF_CHECK_FAILED: ["자가 점검 실패", "Self-check failed"],
  TRUST_LOADED: ["신뢰 정보 적용, 키 개수", "Trust loaded, keys"],
  TRUST_REFUSED: ["신뢰 정보 거부", "Trust refused"],
  CLOCK_UNTRUSTED: ["시계를 믿을 수 없음", "Clock untrusted"],
  CLOCK_TRUSTED: ["시계 정상", "Clock trusted"],
  MAINTENANCE_BEGUN: ["점검 시작", "Maintenance begun"],
  MAINTENANCE_ENDED: ["점검 종료", "Maintenance ended"],
  TECHNICIAN_PULSE: ["기술자 시험 동작", "Technician's pulse"],
  SELF_TEST_RUN: ["자가 시험", "Self-test run"],
  EVENTS_DROPPED: ["놓친 기록 수", "Events dropped"],
  VERIFIER_FAULT: ["내부 오류", "Verifier fault"],
  EMERGENCY_OPENED: ["비상 개방", "Emergency opened"],
  EMERGENCY_ENDED: ["비상 해제", "Emergency ended"],
  FORCED_PASSAGE: ["무단 통과", "Forced passage"],
  HELD_OPEN: ["통로 막힘", "Held open"],
  HELD_OPEN_ENDED: ["통로 정상", "Held open, ended"],
  TAMPERED: ["함체 열림", "Cabinet opened"],
  TAMPER_ENDED: ["함체 닫힘", "Cabinet closed"],
  RELAY_FAILED: ["릴레이 고장", "Relay failed"],
  RELAY_RECOVERED: ["릴레이 복구", "Relay recovered"],
  INPUT_FAILED: ["입력 고장", "Input failed"],
  INPUT_RECOVERED: ["입력 복구", "Input recovered"],
  INDICATOR_FAILED: ["표시등 고장", "Indicator failed"],
  INDICATOR_RECOVERED: ["표시등 복구", "Indicator recovered"],
  CAMERA_FAILED: ["카메라 고장", "Camera failed"],
  CAMERA_RECOVERED: ["카메라 복구", "Camera recovered"],
};

export const STATES = {
  LOCKED: ["잠김", "Locked"],
  UNLOCKED: ["열림", "Unlocked"],
  PASSING: ["통과 중", "Passing"],
  OUT_OF_SERVICE: ["사용 중지", "Out of service"],
  FAULT: ["고장", "Fault"],
  EMERGENCY_OPEN: ["비상 개방", "Emergency open"],
};

export const STAGES = {
  decode: ["판독", "decode"],
  verify: ["검증", "verify"],
  decide: ["판단", "decide"],
  relay: ["릴레이", "relay"],
  whole: ["전체", "whole"],
};

export const BANDS = {
  granted: ["통과", "Granted"],
  1: ["1xx 코드", "1xx Payload"],
  2: ["2xx 소지자와 시각", "2xx Holder and freshness"],
  3: ["3xx 신뢰와 서명", "3xx Trust and signature"],
  4: ["4xx 유효성", "4xx Currency"],
  5: ["5xx 정책", "5xx Policy"],
  6: ["6xx 게이트", "6xx Gate"],
  9: ["9xx 자체 상태", "9xx Ourselves"],
  event: ["장치", "Devices"],
};

/** Korean, and English beside it for whoever reads that. */
export function bilingual([korean, english]) {
  const parts = document.createDocumentFragment();
  const other = document.createElement("span");
  other.lang = "en";
  other.textContent = english;
  parts.append(korean + " ", other);
  return parts;
}

export function micros(value) {
  const millis = value / 1000;
  return (millis < 10 ? millis.toFixed(2) : millis < 100 ? millis.toFixed(1) : millis.toFixed(0)) + " ms";
}
