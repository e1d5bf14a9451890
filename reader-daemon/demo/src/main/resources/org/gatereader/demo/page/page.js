// Draws what the daemon's events say. Nothing is decided here, and no event names a person.

import { BANDS, CLASSES, EVENTS, PARTS, REASONS, STATES, bilingual, micros } from "/words.js";
import { plotIn } from "/plot.js";
import { chime, turn } from "/sound.js";

const JOURNAL_ROWS = 40;
const DENIED = 2;
const place = (id) => document.getElementById(id);
const model = await (await fetch("/model")).json();
const byName = new Map(model.cases.map((each) => [each.name, each]));
const buttons = new Map();
const plot = plotIn(place("plot"));

const SHOW = {
  gate({ state, reasons, engaged, passing, fire }) {
    const why = reasons.split(" ").filter((reason) => reason && state === "OUT_OF_SERVICE");
    place("gate-state").replaceChildren(bilingual(STATES[state]), ...why.flatMap((reason) => [" · ", bilingual(REASONS[reason])]));
    buttons.get("fire-alarm")?.setAttribute("aria-pressed", String(fire));
    const barrier = place("barrier").classList;
    barrier.toggle("engaged", engaged);
    barrier.toggle("passing", passing);
    barrier.toggle("open", ["UNLOCKED", "PASSING", "EMERGENCY_OPEN"].includes(state));
  },

  sign(sign) {
    const panel = place("sign");
    panel.dataset.sign = sign.sign;
    panel.style.setProperty("--sign", sign.background);
    panel.style.setProperty("--sign-ink", sign.ink);
    place("sign-shape").setAttribute("href", `#shape-${sign.shape}`);
    place("sign-korean").textContent = sign.korean;
    place("sign-english").textContent = sign.english;
    const lamp = document.querySelector(".lamp");
    lamp.dataset.colour = sign.lamp;
    lamp.dataset.rhythm = sign.rhythm;
    chime(sign);
  },

  hint({ korean, english }) {
    place("hint-korean").textContent = korean;
    place("hint-english").textContent = english;
  },

  challenge({ picture }) {
    place("challenge").hidden = picture === 0;
    place("demand").setAttribute("aria-pressed", String(picture > 0));
    if (picture > 0) {
      showPicture("challenge-code", "/challenge.png", picture);
    }
  },

  phone({ case: name, picture, presented, secondsLeft }) {
    place("phone").classList.toggle("presented", presented);
    showPicture("phone-code", "/phone.png", picture);
    place("phone-fresh").textContent = secondsLeft > 0 ? `새 코드까지 ${secondsLeft}초 · new in ${secondsLeft} s` : "";
    const shown = byName.get(name);
    place("pass-p1").setAttribute("aria-pressed", String(!name.startsWith("p2-")));
    place("pass-p2").setAttribute("aria-pressed", String(name.startsWith("p2-")));
    place("phone-case").replaceChildren(bilingual([shown.korean, shown.english]));
    for (const [each, button] of buttons) {
      button.classList.toggle("playing", presented && [each, `p2-${each}`].includes(name));
    }
  },

  loss({ lost }) {
    place("lost").setAttribute("aria-pressed", String(lost));
  },

  camera({ picture, plugged }) {
    place("view").classList.toggle("unplugged", !plugged);
    showPicture("camera-picture", "/camera.png", picture);
    buttons.get("camera-unplugged")?.setAttribute("aria-pressed", String(!plugged));
  },

  decision({ got, expected, agrees, ...times }) {
    const outcome = place("outcome");
    const [kind, what] = got.split(" ");
    outcome.textContent = outcomeText(kind, what);
    outcome.className = kind;
    place("reason").textContent = kind === "denied" ? model.reasons[what] ?? "" : "";
    place("expected").textContent = expected ? `${agrees ? "✓" : "✗"} 예상 expected: ${expected}` : "";
    place("times").replaceChildren(...Object.keys(PARTS).map((part) => time(part, times[part])));
  },

  journal({ time, code, number }) {
    const row = document.createElement("tr");
    const what = document.createElement("td");
    what.append(bilingual(EVENTS[code] ?? [String(code), ""]));
    row.append(cell(time), what, cell(numberText(code, number)));
    const rows = place("journal");
    rows.prepend(row);
    while (rows.rows.length > JOURNAL_ROWS) {
      rows.lastElementChild.remove();
    }
  },

  latency({ stages, decisions }) {
    place("latency-note").replaceChildren(
      bilingual([`${decisions}건 ● p50 ◇ p95 ┃ p99, 점선은 목표`, `decisions; dashed: the promise, p50 60 ms and p99 150 ms`]));
    plot(stages);
  },

  clock({ time }) {
    place("clock").textContent = time;
  },
};

function outcomeText(kind, what) {
  switch (kind) {
    case "granted":
      return `통과 GRANTED ${what}`;
    case "denied":
      return `거부 DENIED ${what}`;
    case "no-tap":
      return `탭 실패 NO TAP ${what}`;
    case "event":
      return what;
    default:
      return "판단 없음 No decision";
  }
}

function numberText(code, number) {
  const reason = code === DENIED ? ` ${model.reasons[number] ?? CLASSES[number] ?? ""}` : "";
  return number === 0 && !reason ? "" : `${number}${reason}`;
}

function showPicture(id, address, number) {
  const picture = place(id);
  if (picture.dataset.number !== String(number)) {
    picture.dataset.number = number;
    picture.src = `${address}?${number}`;
  }
}

function cell(text) {
  const made = document.createElement("td");
  made.textContent = text;
  return made;
}

function time(part, value) {
  const entry = document.createElement("div");
  const term = document.createElement("dt");
  const what = document.createElement("dd");
  term.append(bilingual(PARTS[part]));
  what.textContent = value > 0 ? micros(value) : "–";
  entry.append(term, what);
  return entry;
}

/** The same case with the pass that the phone carries, where that pass has it. */
function withThePass(name) {
  const other = `p2-${name}`;
  return place("pass-p2").getAttribute("aria-pressed") === "true" && byName.has(other) ? other : name;
}

const play = (name) => ask(`/case/${name}`);

async function ask(address) {
  const answer = await fetch(address, { method: "POST" }).catch(() => null);
  place("problem").textContent = answer?.ok ? "" : "게이트가 대답하지 않습니다. The gate does not answer.";
}

function addButtons() {
  const more = place("more");
  const large = model.cases.filter((one) => one.button > 0).sort((one, other) => one.button - other.button);
  for (const each of large) {
    const button = document.createElement("button");
    button.type = "button";
    button.title = each.how;
    button.classList.toggle("granted", each.expected.startsWith("granted"));
    button.append(bilingual([each.korean, each.english]));
    button.addEventListener("click", () => play(withThePass(each.name)));
    if (["fire-alarm", "camera-unplugged"].includes(each.name)) {
      button.setAttribute("aria-pressed", "false");
    }
    buttons.set(each.name, button);
    more.before(button);
  }
}

/** Every case that this gate can play, by the band of its number. */
function addChoices() {
  const groups = new Map();
  for (const each of model.cases) {
    const [kind, number] = each.expected.split(" ");
    const band = kind === "denied" ? number[0] : kind;
    if (!groups.has(band)) {
      const group = document.createElement("optgroup");
      group.label = BANDS[band].join(" · ");
      groups.set(band, group);
    }
    groups.get(band).append(new Option(`${each.korean} · ${each.english}`, each.name));
  }
  place("all").append(...groups.values());
  place("more").addEventListener("submit", (event) => {
    event.preventDefault();
    play(place("all").value);
  });
}

function listen() {
  const stream = new EventSource("/events");
  for (const [topic, show] of Object.entries(SHOW)) {
    stream.addEventListener(topic, (event) => show(JSON.parse(event.data)));
  }
  stream.addEventListener("open", () => {
    // What follows begins with everything again.
    place("journal").replaceChildren();
    place("problem").textContent = "";
  });
  stream.addEventListener("error", () => {
    place("problem").textContent = "게이트와 연결이 끊어졌습니다. The connection to the gate is lost.";
  });
}

place("gate-name").textContent = model.gate;
place("sound").addEventListener("click", ({ currentTarget }) => {
  const on = currentTarget.getAttribute("aria-pressed") !== "true";
  currentTarget.setAttribute("aria-pressed", String(on));
  turn(on);
});
place("pass-p1").addEventListener("click", () => ask("/pass/p1"));
place("pass-p2").addEventListener("click", () => ask("/pass/p2"));
place("lost").addEventListener("click", ({ currentTarget }) =>
  ask(currentTarget.getAttribute("aria-pressed") === "true" ? "/phone/found" : "/phone/lost"));
place("demand").addEventListener("click", ({ currentTarget }) =>
  ask(currentTarget.getAttribute("aria-pressed") === "true" ? "/gate/one-way" : "/gate/challenge"));
addButtons();
addChoices();
listen();
