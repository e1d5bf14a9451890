// The technician's page: shows what the gate says and presses its buttons. Decides nothing.
import { clock, closing, element, facts, fill, head, joined, moment, mono, on, pill, press, quoted, say, source, span, step, until } from "/gate.js";
import { plotIn } from "/plot.js";
import { DEVICES, EVENTS, SIGNS, bilingual } from "/words.js";

const DEVICE_STATES = { WORKING: ["good", ["정상", "working"]], CLOSED: ["skip", ["닫힘", "closed"]], FAILED: ["bad", ["고장", "failed"]] };
const FINDINGS = { PASS: ["good", ["정상", "PASS"]], WARN: ["warns", ["주의", "WARN"]], FAIL: ["bad", ["고장", "FAIL"]], SKIP: ["skip", ["건너뜀", "SKIP"]] };
const HINTS = {
  NONE: ["없음", "none"], TOO_DARK: ["더 밝게", "brighten the screen"], TOO_BRIGHT: ["반사", "turn it from the light"], TOO_FAR: ["더 가까이", "closer"],
  TOO_TILTED: ["똑바로", "straight"], TOO_BLURRED: ["멈추기", "still"], CUT_OFF: ["코드 전체", "the whole code"],
};
const LOOK_MILLIS = 500;

const plot = plotIn(element("plot"));
let isOutOfService = false;

const named = (name) => bilingual(DEVICES[name] ?? [name, ""]);

on("status", (answer) => {
  head(answer);
  if (answer.status) {
    show(answer.status);
  }
});

function show({ reader, gate, trust, figures }) {
  isOutOfService = gate.reasons.length > 0;
  const inMaintenance = gate.reasons.includes("MAINTENANCE");
  element("maintenance-on").disabled = inMaintenance;
  element("maintenance-off").disabled = !inMaintenance;
  facts("facts", [
    [["표시", "Sign"], bilingual(SIGNS[gate.sign] ?? [gate.sign, ""])],
    [["버전", "Version"], mono(`${reader.version} · ${reader.crypto_module}`)],
    [["켜진 시간", "Up for"], span(reader.uptime_s)],
    [["시계", "Clock"], clock(reader)],
    [["신뢰", "Trust"], joined(bilingual(source(trust)), bilingual([`키 ${trust.issuer_keys}개`, `${trust.issuer_keys} keys`]))],
  ]);
  fill("devices", gate.devices.map((device) => {
    const [kind, words] = DEVICE_STATES[device.state] ?? ["warns", [device.state, ""]];
    const since = device.since_sign_ms === undefined ? "–" : span(device.since_sign_ms / 1000);
    return { cells: [named(device.name), pill(kind, words), since, String(device.failures), String(device.reopenings), String(device.resets)] };
  }));
  element("problems").replaceChildren(...gate.problems.map((problem) => {
    const item = document.createElement("li");
    const [name, ...said] = problem.split(": ");
    item.append(named(name), " ", quoted(said.join(": ")));
    return item;
  }));
  plot(figures.stages.map(({ name, count, p50_us, p95_us, p99_us }) => ({ stage: name.toLowerCase(), count, p50: p50_us, p95: p95_us, p99: p99_us })));
  const denied = Object.entries(figures.denied).map(([code, count]) => `${code}: ${count}`).join(" · ");
  facts("counts", [
    [["통과", "Granted"], String(figures.granted)],
    [["거부", "Denied"], denied === "" ? "0" : denied],
    [["놓침", "Dropped"], `${figures.dropped.payloads} · ${figures.dropped.decisions} · ${figures.dropped.events}`],
  ]);
  fill("ages", [
    ...trust.lists.map((list) => ({ cells: [mono(list.uri), step(list.step), span(list.age_s), until(closing(list).closed_after)] })),
    ...trust.roles.map((role) => ({ cells: [mono(`${role.name} v${role.version}`), "–", "–", until(role.expires_at)] })),
  ], ["목록 없음", "no lists"]);
}

on("journal", ({ journal = [] }) => fill("journal", journal.toReversed().map((line) => ({
  cells: [String(line.sequence), moment(line.bucket), bilingual(EVENTS[line.code] ?? [line.kind || String(line.code), ""]), String(line.number)],
})), ["아직 없음", "none yet"]));

on("self-test", ({ self_test: report }) => {
  element("report").hidden = !report || report.testing !== "";
  element("test").disabled = element("test-attended").disabled = Boolean(report?.testing);
  element("testing").replaceChildren(...(report?.testing ? [bilingual(["시험 중", "testing"]), ": ", named(report.testing)] : []));
  fill("findings", (report?.findings ?? []).map((finding) => {
    const [kind, words] = FINDINGS[finding.state];
    const measured = document.createDocumentFragment();
    measured.append(quoted(finding.measured));
    if (finding.advice_ko !== "") {
      const advice = document.createElement("p");
      advice.append(bilingual([finding.advice_ko, finding.advice_en]));
      measured.append(advice);
    }
    return { cells: [named(finding.part), pill(kind, words), measured] };
  }), ["아직 시험하지 않음", "not run yet"]);
});

function button(id, path, words, question) {
  element(id).addEventListener("click", async () => {
    if (question && !confirm(question)) {
      return;
    }
    const { refused } = await press(path);
    element("outcome").replaceChildren(bilingual(refused ? ["처리되지 않았습니다", refused] : words));
  });
}
button("maintenance-on", "/maintenance/on", ["점검이 끝날 때까지 아무도 통과하지 못합니다", "Nobody is admitted until maintenance is off"]);
button("maintenance-off", "/maintenance/off", ["전과 같이 운영합니다", "The gate serves as before"]);
const BEGUN = ["자가 시험을 시작했습니다", "The self-test has begun"];
button("test", "/self-test", BEGUN);
button("test-attended", "/self-test/attended", BEGUN,
  "게이트 앞에 아무도 없습니까? 릴레이가 움직이고 그동안 아무도 통과하지 못합니다.\nIs the barrier free? The relay will move, and nobody is admitted meanwhile.");

// ---- The camera, only while nobody is admitted: it would be they whom it sees. ----

async function look() {
  if (isOutOfService && !document.hidden) {
    try {
      draw(await (await fetch("/camera")).json());
    } catch {
      draw({ refused: "" });
    }
  } else {
    draw({});
  }
  setTimeout(look, LOOK_MILLIS);
}

function draw({ camera, refused }) {
  const canvas = element("canvas");
  const outlines = element("outlines");
  element("camera-said").hidden = Boolean(camera?.picture);
  if (camera && !camera.picture) {
    element("camera-said").replaceChildren(bilingual(["코드의 일부가 보여 사진을 뺐습니다", "Left out: part of a code is in it"]));
  } else if (!camera) {
    element("camera-said").replaceChildren(bilingual(refused === undefined
      ? ["게이트가 사람을 받지 않을 때만 보입니다", "Shown only while nobody is admitted"]
      : ["기다리는 중", refused]));
  }
  const context = canvas.getContext("2d");
  if (!camera?.picture) {
    context.clearRect(0, 0, canvas.width, canvas.height);
    outlines.replaceChildren();
    facts("camera-facts", camera ? seen(camera) : []);
    return;
  }
  const { width, height, grey_base64: grey } = camera.picture;
  canvas.width = width;
  canvas.height = height;
  outlines.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const image = context.createImageData(width, height);
  const bytes = atob(grey);
  for (let i = 0; i < width * height; i++) {
    image.data.fill(bytes.charCodeAt(i), 4 * i, 4 * i + 3);
    image.data[4 * i + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  outlines.replaceChildren(...camera.outlines.map(({ left, top, width: wide, height: high }) => {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    Object.entries({ x: left, y: top, width: wide, height: high }).forEach(([name, value]) => rect.setAttribute(name, value));
    return rect;
  }));
  facts("camera-facts", seen(camera));
}

function seen(camera) {
  return [
    [["위치 표식", "Finder patterns"], String(camera.finders)],
    [["모듈", "Module"], camera.module_px === 0 ? "–" : `${camera.module_px} px`],
    [["밝기", "Brightness"], `${camera.brightness} / 255`],
    [["선명도", "Sharpness"], camera.sharpness < 0 ? "–" : `${camera.sharpness} %`],
    [["안내", "Hint"], bilingual(HINTS[camera.hint] ?? [camera.hint, ""])],
  ];
}

say(null);
look();
