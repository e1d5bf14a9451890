// Every visible text whose contrast is below 4.5:1 (WCAG 2.2, success criterion 1.4.3), one a line.
(() => {
  const channel = (value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const parse = (colour) => (colour.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
  const luminance = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
  const isOpaque = (colour) => colour.length < 4 || colour[3] === 1;
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (isOpaque(colour)) {
        return colour;
      }
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const element of document.querySelectorAll("body *")) {
    const text = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join("");
    // The words on the barrier stand on its post, which is drawn and has no background.
    if (!text || !element.checkVisibility() || element.closest(".barrier")) {
      continue;
    }
    const style = getComputedStyle(element);
    const isDrawn = element.namespaceURI.endsWith("svg");
    const ink = luminance(parse(isDrawn ? style.fill : style.color));
    const paper = luminance(ground(isDrawn ? element.closest("div") : element));
    const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    if (contrast < 4.5) {
      poor.push(`${contrast.toFixed(2)} ${element.tagName} ${text.slice(0, 30)}`);
    }
  }
  return poor.join("\n");
})()
