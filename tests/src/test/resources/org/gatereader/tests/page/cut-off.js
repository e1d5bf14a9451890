[...document.querySelectorAll("#sign *")]
  .filter((each) => each.checkVisibility() && each.childElementCount === 0 && each.textContent.trim() !== "")
  .concat([...document.querySelectorAll("#sign .shape, #challenge, #code")].filter((each) => each.checkVisibility()))
  .filter((each) => {
    const box = each.getBoundingClientRect();
    return box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight || each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0;
  })
  .map((each) => `${each.id || each.className}: ${JSON.stringify(each.getBoundingClientRect())}`)
  .join("\n")
