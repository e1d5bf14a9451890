// Shows what the gate says, the moment it says it. Decides nothing and remembers nothing.
import { chime, turn } from "/sound.js";

// The gate's own loop says every two seconds that it turns. A screen that went on saying "ready" for a gate that does
// not would be worse than none.
const GONE_AFTER_MILLIS = 6000;
const GONE = {
  sign: "OUT_OF_SERVICE", shape: "bar", background: "#8f1d1d", ink: "#ffffff",
  korean: "사용할 수 없습니다. 옆 게이트를 이용해 주세요", english: "Not in service. Please use the next gate", asksForAPhone: false,
};

const element = (id) => document.getElementById(id);
const main = element("sign");
const NOTHING = { korean: "", english: "", isNarrowed: false };
let standing = {};
let below = NOTHING;
let code = { side: 0, modules: "" };

function show(sign) {
  standing = sign;
  main.dataset.sign = sign.sign;
  document.documentElement.style.setProperty("--ground", sign.background);
  document.documentElement.style.setProperty("--ink", sign.ink);
  element("korean").textContent = sign.korean;
  element("english").textContent = sign.english;
  arrange();
  // When the sign was on the screen, for whoever measures it.
  requestAnimationFrame(() => requestAnimationFrame(() => { main.dataset.paintedAt = String(performance.timeOrigin + performance.now()); }));
}

function hint(words) {
  below = words;
  element("hint-korean").textContent = words.korean;
  element("hint-english").textContent = words.english;
  element("hint").hidden = words.korean === "";
  arrange();
}

/** What depends on the sign and on what stands with it. */
function arrange() {
  // Whoever can be served only perhaps is not told so by a line alone.
  const isNarrowed = below.isNarrowed && standing.sign === "READY";
  main.classList.toggle("narrowed", isNarrowed);
  element("shape").setAttribute("href", isNarrowed ? "#phone-and-warning" : `#${standing.shape}`);
  // A code beside a sign that asks for nothing would be answered by a phone to which nobody listens.
  const hasCode = standing.asksForAPhone && code.side > 0;
  main.classList.toggle("coded", hasCode);
  element("challenge").hidden = !hasCode;
}

function draw(challenge) {
  code = challenge;
  const { side, modules } = challenge;
  // Four light modules around, as the standard asks.
  element("code").setAttribute("viewBox", `-4 -4 ${side + 8} ${side + 8}`);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  let dark = "";
  for (let i = 0; i < modules.length; i++) {
    if (modules[i] === "1") {
      dark += `M${i % side} ${Math.floor(i / side)}h1v1h-1z`;
    }
  }
  path.setAttribute("d", dark);
  element("code").replaceChildren(path);
  arrange();
}

let watch;
let isGone = false;
let newest = {};

function gone() {
  isGone = true;
  show(GONE);
  hint(NOTHING);
}

function alive() {
  clearTimeout(watch);
  watch = setTimeout(gone, GONE_AFTER_MILLIS);
  if (isGone) {
    isGone = false;
    Object.values(newest).forEach((tell) => tell());
  }
}

// Each topic is told again when a gate that had gone is back.
function on(topic, tell) {
  events.addEventListener(topic, ({ data }) => {
    const told = JSON.parse(data);
    newest[topic] = () => tell(told);
    alive();
    tell(told);
  });
}

// All shapes are here before the first sign is: none may stand without its own.
element("shapes").innerHTML = await (await fetch("/shapes.svg")).text();

const events = new EventSource("/display/events");
let isOld = true;
on("sign", show);
on("hint", hint);
on("challenge", draw);
// What stood before this page was open was said to somebody else, and makes no sound.
events.addEventListener("sign", ({ data }) => isOld || chime(JSON.parse(data)));
events.addEventListener("alive", () => { isOld = false; alive(); });
events.onopen = () => { isOld = true; };
events.onerror = gone;
alive();
turn(true);
