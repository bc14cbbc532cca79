// The Desk by keyboard: j and k go from row to row, Enter opens the row one stands on, e does its first act. Without
// this script the same is done by Tab and Enter. Letters can be switched off beside the rows, for those who speak to
// their computer or whose keyboard reader uses them; the choice stays in this browser.
const list = document.querySelector("[data-desk]");
const help = document.querySelector("[data-desk-keys]");
const box = document.querySelector("[data-desk-switch]");
const OFF = "desk-keys-off";
const STOOD = "desk-stood";

const rows = () => [...(list?.querySelectorAll("[data-desk-row]") ?? [])];
const standing = () => rows().findIndex((row) => row.contains(document.activeElement));

const stand = (place) => {
  const all = rows();
  const row = all[Math.max(0, Math.min(place, all.length - 1))];
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
};

const kept = (store, key) => { try { return store.getItem(key); } catch { return null; } };
const keep = (store, key, value) => { try { value === null ? store.removeItem(key) : store.setItem(key, value); } catch { /* a browser that keeps nothing */ } };

if (list && help && box) {
  help.hidden = false;
  box.checked = kept(localStorage, OFF) === null;
  box.addEventListener("change", () => keep(localStorage, OFF, box.checked ? null : "1"));
}

// After an act the page comes anew without its row: one stands where that was, on the next.
const stood = kept(sessionStorage, STOOD);
if (stood !== null) {
  keep(sessionStorage, STOOD, null);
  if (list) stand(Number(stood));
}
// Who opened a row and comes back stands on it again: the row is kept with this entry of the browser's history.
else if (typeof history.state?.desk === "string") {
  const place = rows().findIndex((row) => row.dataset.deskRow === history.state.desk);
  if (place >= 0) stand(place);
}
list?.addEventListener("focusin", (event) => {
  const row = event.target.closest("[data-desk-row]");
  if (row) history.replaceState({ ...history.state, desk: row.dataset.deskRow }, "");
});
list?.addEventListener("submit", () => keep(sessionStorage, STOOD, String(standing())));

const act = (row) => {
  const primary = row.querySelector("[data-desk-primary]");
  if (primary instanceof HTMLFormElement) primary.requestSubmit();
  else primary?.click();
};

const KEYS = {
  j: (place) => stand(place + 1),
  k: (place) => stand(place < 0 ? 0 : place - 1),
  e: (place) => { if (place >= 0) act(rows()[place]); },
  Enter: (place) => { if (place >= 0) rows()[place].querySelector("h3 a")?.click(); },
};

// The physical key counts too, so that a Russian layout needs no switching.
const BY_PLACE = { KeyJ: "j", KeyK: "k", KeyE: "e" };

document.addEventListener("keydown", (event) => {
  if (!list || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat && event.code === "KeyE") return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const name = event.key === "Enter" ? "Enter" : BY_PLACE[event.code] ?? event.key;
  if (!Object.hasOwn(KEYS, name)) return;
  if (name !== "Enter" && !box?.checked) return;
  // Enter on a link or a button is theirs; on the row itself it opens the row.
  if (name === "Enter" && !event.target.matches("[data-desk-row]")) return;
  event.preventDefault();
  KEYS[name](standing());
});
