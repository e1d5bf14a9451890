// Percentiles per stage on one logarithmic axis, drawn by hand: five rows need no library.

import { STAGES, micros } from "/words.js";

const SVG = "http://www.w3.org/2000/svg";
const LEFT = 104;
const VALUES = 148;
const NARROW = 520;
const FOOT = 22;
const LEAST = 1; // µs
const MOST = 1_000_000;
const TICKS = [[1, "1 µs"], [10, "10"], [100, "0.1 ms"], [1000, "1"], [10_000, "10"], [100_000, "100 ms"], [1_000_000, "1 s"]];
/** The gate's promise for the whole: p50 and p99 (DESIGN, latency budget). */
const BUDGET = [60_000, 150_000];

let latest = [];

/** Draws into the place, and again whenever its size changes. */
export function plotIn(place) {
  new ResizeObserver(() => draw(place)).observe(place);
  return (stages) => {
    latest = stages;
    draw(place);
  };
}

function draw(place) {
  const { clientWidth: width, clientHeight: height } = place;
  if (width === 0 || latest.length === 0) {
    return;
  }
  const svg = element("svg", { viewBox: `0 0 ${width} ${height}`, role: "img" });
  svg.append(element("title", {}, latest.map(spoken).join("; ")));
  const isNarrow = width < NARROW;
  const right = width - (isNarrow ? 20 : VALUES);
  for (const [value, label] of isNarrow ? TICKS.filter((_, index) => index % 2 === 0) : TICKS) {
    const x = at(value, right);
    svg.append(
      element("line", { class: "grid", x1: x, x2: x, y1: 2, y2: height - FOOT }),
      element("text", { class: "soft", x, y: height - 5, "text-anchor": "middle" }, label));
  }
  const row = (height - FOOT) / latest.length;
  latest.forEach((stage, index) => svg.append(...marks(stage, row * (index + 0.5), right)));
  for (const value of BUDGET) {
    const x = at(value, right);
    svg.append(element("line", { class: "budget", x1: x, x2: x, y1: height - FOOT - row + 3, y2: height - FOOT - 3 }));
  }
  place.replaceChildren(svg);
}

function marks(stage, y, right) {
  const [korean, english] = STAGES[stage.stage] ?? [stage.stage, ""];
  const name = element("text", { x: 0, y: y + 5 }, `${korean} ${english}`);
  if (stage.count === 0) {
    return [name];
  }
  const [median, p95, p99] = [stage.p50, stage.p95, stage.p99].map((value) => at(value, right));
  return [
    name,
    element("line", { class: "span", x1: median, x2: p99, y1: y, y2: y }),
    element("line", { class: "p99", x1: p99, x2: p99, y1: y - 8, y2: y + 8 }),
    element("path", { class: "p95", d: `M${p95} ${y - 6}l6 6-6 6-6-6z` }),
    element("circle", { class: "median", cx: median, cy: y, r: 6 }),
    element("text", { class: "soft", x: right + 24, y: y + 5 }, `${micros(stage.p50)} · ${micros(stage.p99)}`),
  ];
}

function spoken(stage) {
  const [korean, english] = STAGES[stage.stage] ?? [stage.stage, ""];
  return `${korean} ${english}: p50 ${micros(stage.p50)}, p95 ${micros(stage.p95)}, p99 ${micros(stage.p99)}`;
}

function at(value, right) {
  const bounded = Math.min(Math.max(value, LEAST), MOST);
  const share = Math.log(bounded / LEAST) / Math.log(MOST / LEAST);
  return LEFT + share * (right - LEFT);
}

function element(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}
