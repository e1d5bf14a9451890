// Every visible text in which only English stands, one a line. Proper names are marked as not to be translated; what the
// gate's parts said is quoted as its log has it; a unit is the same in both languages.
(() => {
  const BLOCKS = "h1, h2, h3, p, li, dt, dd, th, td, a, button, label";
  const words = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll("[translate=no], .quoted").forEach((each) => each.remove());
    return copy.textContent.replace(/\b(d|h|min|s|ms|px|p50|p99)\b/g, "").trim();
  };
  return [...document.querySelectorAll(BLOCKS)]
    .filter((each) => each.checkVisibility() && each.querySelector(BLOCKS) === null && !each.closest("[translate=no], .quoted"))
    .map(words)
    .filter((text) => /[A-Za-z]{2,}/.test(text) && !/[가-힣]/.test(text))
    .join("\n");
})()
