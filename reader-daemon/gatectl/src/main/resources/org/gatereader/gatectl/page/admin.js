// The admin's page: what the gate trusts, until when, and new files for it. Believes nothing itself.
import { element, facts, fill, head, moment, mono, on, pill, press, span, step, until } from "/gate.js";

const CANARIES = { ok: ["good", ["확인됨", "read back"]], "no canary": ["skip", ["없음", "none"]], wrong: ["bad", ["틀림", "wrong"]] };

on("status", (answer) => {
  head(answer);
  if (answer.status) {
    show(answer.status);
  }
});

function show({ reader, trust }) {
  const isSigned = trust.source === "signed";
  const refusal = trust.last_refusal;
  facts("facts", [
    [["출처", "Source"], pill(isSigned ? "good" : "bad", isSigned ? ["서명됨", "signed"] : ["서명 없음", trust.source])],
    [["발급자 키", "Issuer keys"], String(trust.issuer_keys)],
    [["시계", "Clock"], `${reader.clock} · ${reader.clock_condition}`],
    [["마지막 거부", "Last refusal"], refusal ? `${moment(refusal.at)} · ${refusal.file} · ${refusal.rule}: ${refusal.message}` : "–"],
  ]);
  fill("lists", trust.lists.map((list) => {
    const [kind, words] = CANARIES[list.canary] ?? ["warns", [list.canary, ""]];
    return { cells: [mono(list.uri), step(list.step), span(list.age_s), moment(list.issued_at), `${moment(list.expires_at)} (${until(list.expires_at)})`, list.entries.toLocaleString("en"), pill(kind, words)] };
  }), ["목록 없음", "no lists"]);
  fill("roles", trust.roles.map((role) => ({ cells: [role.name, String(role.version), moment(role.expires_at), until(role.expires_at)] })), ["서명된 판 없음", "none: trust is unsigned"]);
  fill("targets", trust.targets.map((target) => ({ cells: [mono(target.path), target.bytes.toLocaleString("en"), mono(target.sha256)] })), ["파일 없음", "none"]);
}

async function bring(file) {
  element("changes").replaceChildren();
  element("outcome").textContent = `${file.name} …`;
  const { imported, refusal, refused } = await press("/import", file);
  const changes = imported ?? [];
  element("outcome").textContent = refused
    ? `거부됨 Refused: ${refused}`
    : refusal
      ? `거부됨 Refused: ${refusal.file}: ${refusal.rule}: ${refusal.message}`
      : changes.length === 0 ? "이미 있는 것입니다. The gate has it already." : "적용되었습니다. Taken, and serving now.";
  element("changes").replaceChildren(...changes.map((change) => {
    const item = document.createElement("li");
    item.textContent = change;
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
