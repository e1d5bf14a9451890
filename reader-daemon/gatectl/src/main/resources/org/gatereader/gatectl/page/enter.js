// Trades the token of the printed address for a session. It is not sent in an address, and not kept.
import { bilingual } from "/words.js";

const token = location.hash.slice(1);
history.replaceState(null, "", "/");
const answer = token === "" ? undefined : await fetch("/session", { method: "POST", body: token });
if (answer?.ok) {
  location.replace("/technician");
} else {
  const said = document.getElementById("said");
  said.replaceChildren(bilingual([
    "이 주소는 한 번만, 5분 동안 쓸 수 있습니다. gatectl page 를 다시 실행해 주세요.",
    "This address works once, for five minutes. Run gatectl page again.",
  ]));
}
