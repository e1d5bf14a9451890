// What both pages do alike: hear the gate, say so when it falls silent, and press its buttons.
import { CLOCKS, REASONS, STATES, bilingual } from "/words.js";

export const element = (id) => document.getElementById(id);

const GONE_AFTER_MILLIS = 6000;
const events = new EventSource("/events");
let watch;
let now;

function alive() {
  clearTimeout(watch);
  watch = setTimeout(() => say(["gatectl page 가 끝났거나 응답하지 않습니다", "gatectl page has ended, or does not answer"]), GONE_AFTER_MILLIS);
}

/** Hears a topic; what the gate refuses to answer goes to the line on top. */
export function on(topic, tell) {
  events.addEventListener(topic, ({ data }) => {
    alive();
    tell(JSON.parse(data));
  });
}

events.onerror = () => {
  if (events.readyState === EventSource.CLOSED) {
    say(["gatectl page 가 출력한 주소로 여세요", "Open the address that gatectl page printed"]);
  }
};
alive();

/** One line on top of the page; none for nothing. */
export function say(words) {
  element("said").replaceChildren(...(words ? [bilingual(words)] : []));
}

/** Presses a button of the gate; resolves to what it answered. */
export async function press(path, body) {
  try {
    const answer = await fetch(path, { method: "POST", body });
    return answer.ok ? await answer.json() : { refused: await answer.text() };
  } catch {
    return { refused: "gatectl page has ended" };
  }
}

/** The state in the bar, the same on both pages. */
export function head({ status, refused }) {
  if (!status) {
    element("state").dataset.state = "GONE";
    element("state").replaceChildren(bilingual(["응답 없음", "no answer"]));
    say(["게이트가 응답하지 않습니다", refused]);
    return;
  }
  now = status.reader.clock === "trusted" ? Date.parse(status.reader.now) : undefined;
  element("gate").textContent = status.reader.gate_id;
  element("state").dataset.state = status.gate.state;
  element("state").replaceChildren(bilingual(STATES[status.gate.state] ?? [status.gate.state, ""]));
  const reasons = status.gate.reasons.map((reason) => REASONS[reason] ?? [reason, ""]);
  say(reasons.length === 0 ? null : [reasons.map(([korean]) => korean).join(", "), reasons.map(([, english]) => english).join(", ")]);
}

/** Fills a table: rows of cells, each a text or a node; a row may have a class. */
export function fill(id, rows, nothing) {
  const body = element(id);
  const made = rows.map(({ cells, mark }) => {
    const row = document.createElement("tr");
    row.className = mark ?? "";
    row.append(...cells.map((cell, index) => {
      const made = document.createElement(index === 0 ? "th" : "td");
      if (index === 0) {
        made.scope = "row";
      }
      made.append(cell);
      return made;
    }));
    return row;
  });
  if (made.length === 0 && nothing) {
    const row = document.createElement("tr");
    const cell = document.createElement("td");
    cell.colSpan = 9;
    cell.append(bilingual(nothing));
    row.append(cell);
    made.push(row);
  }
  body.replaceChildren(...made);
}

/** A word in a coloured frame: never by its colour alone. */
export function pill(kind, words) {
  const made = document.createElement("span");
  made.className = `pill ${kind}`;
  made.append(bilingual(words));
  return made;
}

/** A name that is copied letter by letter, and the same in every language. */
export function mono(text) {
  const made = document.createElement("span");
  made.className = "mono";
  made.translate = false;
  made.textContent = text;
  return made;
}

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** What the gate said in its own words, as its log has them; times as everywhere on the page. */
export function quoted(text) {
  const made = document.createElement("span");
  made.className = "quoted";
  made.lang = "en";
  made.textContent = text.replace(INSTANT, moment);
  return made;
}

/** Several facts in one place. */
export function joined(...parts) {
  const made = document.createDocumentFragment();
  parts.forEach((part, index) => made.append(index === 0 ? "" : " · ", part));
  return made;
}

/** What time the gate thinks it is, how exactly, and why. */
export function clock({ now, clock, clock_condition: condition, clock_uncertainty_ms: uncertainty }) {
  return joined(
    `${moment(now)} ± ${uncertainty} ms`,
    bilingual(clock === "trusted" ? ["신뢰", "trusted"] : ["신뢰할 수 없음", "not trusted"]),
    bilingual(CLOCKS[condition] ?? [condition, ""]));
}

/** Who vouches for what the gate believes. */
export function source(trust) {
  return trust.source === "signed" ? ["서명됨", "signed"] : ["서명 없음", "unsigned"];
}

/** A pair of the list of facts. */
export function facts(id, pairs) {
  element(id).replaceChildren(...pairs.flatMap(([words, value]) => {
    const term = document.createElement("dt");
    term.append(bilingual(words));
    const fact = document.createElement("dd");
    fact.append(value);
    return [term, fact];
  }));
}

const UNITS = [[86_400, "d"], [3600, "h"], [60, "min"], [1, "s"]];

/** A span of time in its two largest units. */
export function span(seconds) {
  const whole = Math.max(0, Math.round(Math.abs(seconds)));
  const first = UNITS.findIndex(([size]) => whole >= size);
  if (first < 0) {
    return "0 s";
  }
  const [size, unit] = UNITS[first];
  const parts = [`${Math.floor(whole / size)} ${unit}`];
  const next = UNITS[first + 1];
  const rest = next ? Math.floor((whole % size) / next[0]) : 0;
  if (rest > 0) {
    parts.push(`${rest} ${next[1]}`);
  }
  return parts.join(" ");
}

/** When, as everybody reads it, in UTC as the gate thinks. */
export function moment(instant) {
  return instant.replace("T", " ").replace(/(\.\d+)?Z$/, "");
}

/** How long until then, by the gate's clock while that is trusted; with a minus where it is past. */
export function until(instant) {
  if (now === undefined) {
    return "–";
  }
  const left = (Date.parse(instant) - now) / 1000;
  return (left < 0 ? "−" : "") + span(left);
}

/** The ladder on which a list closes first: by its age, or as it expires. */
export function closing(list) {
  return list.ladders.reduce((first, each) => (Date.parse(each.closed_after) < Date.parse(first.closed_after) ? each : first));
}

const STEPS = { fresh: ["good", ["최신", "fresh"]], warn: ["warns", ["경고", "warn"]], degraded: ["warns", ["제한", "degraded"]], closed: ["bad", ["중단", "closed"]] };

/** The step of the staleness ladder. */
export function step(name) {
  const [kind, words] = STEPS[name] ?? ["warns", [name, ""]];
  return pill(kind, words);
}
