// The words for what happens, Korean first. States and stages are the daemon's own names, events the journal's numbers.

export const EVENTS = {
  1: ["통과 허용", "Granted, pass class"],
  2: ["통과 거부", "Denied"],
  3: ["통과함", "Walked through"],
  4: ["허용 후 통과하지 않음", "Granted, nobody walked"],
  5: ["퇴장 버튼", "Exit button"],
  6: ["하루의 만료·폐기·정지 수", "Expired, revoked, suspended in a day"],
  7: ["탭 실패", "Tap without an answer"],
  20: ["시작", "Starting"],
  21: ["준비 완료", "Ready"],
  22: ["정지", "Stopped"],
  23: ["자가 점검 실패", "Self-check failed"],
  24: ["신뢰 정보 적용, 키 개수", "Trust loaded, keys"],
  25: ["신뢰 정보 거부", "Trust refused"],
  26: ["시계를 믿을 수 없음", "Clock untrusted"],
  27: ["시계 정상", "Clock trusted"],
  28: ["점검 시작", "Maintenance begun"],
  29: ["점검 종료", "Maintenance ended"],
  30: ["기술자 시험 동작", "Technician's pulse"],
  31: ["자가 시험", "Self-test run"],
  32: ["놓친 기록 수", "Events dropped"],
  33: ["내부 오류", "Verifier fault"],
  35: ["상태 목록 노후 단계", "Status list aged, step"],
  34: ["조작 명령, 번호", "Control verb, number"],
  36: ["서명 없는 신뢰 정보 사용", "Unsigned trust serves"],
  40: ["비상 개방", "Emergency opened"],
  41: ["비상 해제", "Emergency ended"],
  42: ["무단 통과", "Forced passage"],
  43: ["통로 막힘", "Held open"],
  44: ["통로 정상", "Held open, ended"],
  45: ["함체 열림", "Cabinet opened"],
  46: ["함체 닫힘", "Cabinet closed"],
  50: ["갱신 거부", "Update refused, rule"],
  60: ["릴레이 고장", "Relay failed"],
  61: ["릴레이 복구", "Relay recovered"],
  62: ["입력 고장", "Input failed"],
  63: ["입력 복구", "Input recovered"],
  64: ["표시등 고장", "Indicator failed"],
  65: ["표시등 복구", "Indicator recovered"],
  66: ["카메라 고장", "Camera failed"],
  67: ["카메라 복구", "Camera recovered"],
  68: ["카메라 초기화", "Camera reset"],
  72: ["NFC 리더 고장", "NFC reader failed"],
  73: ["NFC 리더 복구", "NFC reader recovered"],
  74: ["NFC 리더 초기화", "NFC reader reset"],
};

/** Expired, revoked and suspended are one class in the journal. */
export const CLASSES = { 400: "유효성 currency" };

export const STATES = {
  LOCKED: ["잠김", "Locked"],
  UNLOCKED: ["열림", "Unlocked"],
  PASSING: ["통과 중", "Passing"],
  OUT_OF_SERVICE: ["사용 중지", "Out of service"],
  FAULT: ["고장", "Fault"],
  EMERGENCY_OPEN: ["비상 개방", "Emergency open"],
};

export const STAGES = {
  read: ["판독", "read"],
  parse: ["해석", "parse"],
  verify: ["검증", "verify"],
  decide: ["판단", "decide"],
  total: ["전체", "whole"],
};

/** The parts of one decision, as the table of the script has them. */
export const PARTS = {
  decode: ["판독", "decode"],
  verify: ["검증", "verify"],
  decide: ["판단", "decide"],
  relay: ["릴레이", "relay"],
};

export const REASONS = {
  STARTING: ["시작 중", "starting"],
  NO_TRUST: ["신뢰 정보 없음", "no trust"],
  CLOCK_UNTRUSTED: ["시계를 믿을 수 없음", "clock untrusted"],
  NOT_ENROLLED: ["등록되지 않음", "not enrolled"],
  SELF_TEST: ["자가 시험", "self-test"],
  MAINTENANCE: ["점검", "maintenance"],
};

/** The signs, as whoever looks after the gate calls them. */
export const SIGNS = {
  STARTING: ["준비 중", "Getting ready"],
  READY: ["제시 대기", "Ready"],
  PASS: ["통과", "Walk through"],
  TRY_AGAIN: ["다시 제시", "Try again"],
  SEE_STAFF: ["직원 문의", "Ask staff"],
  OUT_OF_SERVICE: ["사용 중지", "Out of service"],
  WAY_OUT: ["대피", "Way out"],
};

/** Why the clock is believed, or not. */
export const CLOCKS = {
  SIMULATED: ["모의 시계", "simulated"],
  SYNCHRONISED: ["동기화됨", "synchronised"],
  HOLDOVER: ["동기화 없이 유지", "holdover"],
  NEVER_SYNCHRONISED: ["동기화된 적 없음", "never synchronised"],
  DRIFTED: ["오차가 큼", "drifted"],
  BEHIND: ["지난 시각보다 늦음", "behind"],
  AHEAD: ["서명된 시각보다 훨씬 빠름", "ahead"],
  STEPPED_BACK: ["뒤로 돌려짐", "set back"],
  STEPPED_FORWARD: ["앞으로 돌려짐", "set forward"],
  UNREADABLE: ["읽을 수 없음", "unreadable"],
};

/** The devices, and what else a self-test tests, by the daemon's own names. */
export const DEVICES = {
  camera: ["카메라", "camera"],
  nfc: ["NFC 리더", "nfc"],
  "nfc reader": ["NFC 리더", "nfc reader"],
  relay: ["릴레이", "relay"],
  fire: ["화재 접점", "fire"],
  tamper: ["함체 접점", "tamper"],
  rex: ["퇴장 버튼", "rex"],
  exit: ["퇴장 버튼", "exit"],
  passage: ["통과 센서", "passage"],
  indicator: ["표시등과 부저", "indicator"],
  "test code": ["시험 코드", "test code"],
  "freed lines": ["놓인 신호선", "freed lines"],
  "gate proof": ["게이트 인증서", "gate proof"],
  clock: ["시계", "clock"],
  storage: ["저장 장치", "storage"],
  wear: ["저장 장치 마모", "wear"],
  trust: ["신뢰 정보", "trust"],
  revocation: ["폐기 목록", "revocation"],
  vectors: ["시험 벡터", "vectors"],
  latency: ["걸린 시간", "latency"],
  drivers: ["드라이버", "drivers"],
  power: ["전원", "power"],
  temperature: ["온도", "temperature"],
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
  "no-tap": ["탭 실패", "Taps without an answer"],
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
