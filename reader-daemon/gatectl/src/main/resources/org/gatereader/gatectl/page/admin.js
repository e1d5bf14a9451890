// The admin's page: what the gate trusts, until when, and new files for it. Believes nothing itself.
import { clock, closing, element, facts, fill, head, joined, moment, mono, on, pill, press, quoted, source, span, step, until } from "/gate.js";
import { bilingual } from "/words.js";

const CANARIES = { ok: ["good", ["확인됨", "read back"]], "no canary": ["skip", ["없음", "none"]], wrong: ["bad", ["불일치", "wrong"]] };

on("status", (answer) => {
  head(answer);
  if (answer.status) {
    show(answer.status);
  }
});

function show({ reader, trust }) {
  const refusal = trust.last_refusal;
  facts("facts", [
    [["출처", "Source"], pill(trust.source === "signed" ? "good" : "bad", source(trust))],
    [["발급자 키", "Issuer keys"], String(trust.issuer_keys)],
    [["시계", "Clock"], clock(reader)],
    [["마지막 거부", "Last refusal"], refusal ? joined(moment(refusal.at), mono(refusal.file), mono(refusal.rule), quoted(refusal.message)) : "–"],
    ...trust.unasked.map((why) => [["사용하지 않는 목록", "List left out"], quoted(why)]),
  ]);
  fill("lists", trust.lists.map((list) => ({
    cells: [mono(list.uri), step(list.step), span(list.age_s), moment(list.issued_at), closes(list), list.entries.toLocaleString("en"), canary(list, reader.now)],
  })), ["목록 없음", "no lists"]);
  fill("roles", trust.roles.map((role) => ({ cells: [mono(role.name), String(role.version), moment(role.expires_at), until(role.expires_at)] })), ["서명된 버전 없음", "none: trust is unsigned"]);
  fill("targets", trust.targets.map((target) => ({ cells: [mono(target.path), target.bytes.toLocaleString("en"), mono(target.sha256)] })), ["파일 없음", "none"]);
}

/** When a list answers no more, and for which classes if others have longer. */
function closes(list) {
  const { closed_after: at, classes } = closing(list);
  const when = `${moment(at)} (${until(at)})`;
  return classes === "" ? when : joined(when, bilingual([`등급 ${classes}`, `class ${classes}`]));
}

/** Whether the list serves as it was signed: looked up in what serves, each time that the gate is asked. */
function canary(list, now) {
  const [kind, words] = CANARIES[list.canary] ?? ["warns", [list.canary, ""]];
  const made = document.createDocumentFragment();
  made.append(pill(kind, words), ...(list.canary === "no canary" ? [] : [` ${moment(now)}`]));
  return made;
}

async function bring(file) {
  element("changes").replaceChildren();
  element("outcome").replaceChildren(mono(`${file.name} …`));
  const { imported, refusal, refused } = await press("/import", file);
  const changes = imported ?? [];
  const why = refused ?? (refusal && `${refusal.file}: ${refusal.rule}: ${refusal.message}`);
  element("outcome").replaceChildren(bilingual(why
    ? ["거부됨", `Refused: ${why}`]
    : changes.length === 0 ? ["이미 있는 것입니다", "The gate has it already"] : ["적용되었습니다", "Taken, and serving now"]));
  element("changes").replaceChildren(...changes.map((change) => {
    const item = document.createElement("li");
    item.append(mono(change));
    return item;
  }));
}

element("file").addEventListener("change", ({ target }) => {
  const [file] = target.files;
  if (file) {
    bring(file);
  }
  target.value = "";
});

const drop = element("drop");
drop.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("over");
});
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  const [file] = event.dataTransfer.files;
  if (file) {
    bring(file);
  }
});
