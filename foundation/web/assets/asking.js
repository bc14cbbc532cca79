// A form that keeps itself as a draft while it is written, and shows what was asked before. <form data-asking
// data-like="/requests/similar">: `title` and `details` are looked up there and the answer stands in
// [data-asking-similar]; the form itself is sent to its own address with act=auto, and [data-asking-said] says that it
// was kept. Without this script the buttons of the form do the same.
const QUIET = 700;
const KEEP_AFTER = 4000;

for (const form of document.querySelectorAll("[data-asking]")) {
  const said = form.querySelector("[data-asking-said]");
  const similar = form.querySelector("[data-asking-similar]");
  let looking, keeping, asked = "", left = false, busy = false;

  const look = async () => {
    const words = `${form.elements.title.value}\n${form.elements.details.value.slice(0, 300)}`.trim();
    if (words === asked) return;
    asked = words;
    try {
      const answer = await fetch(`${form.dataset.like}?${new URLSearchParams({ q: words, part: "" })}`, { headers: { accept: "text/html" } });
      // A later question may be on its way: its answer is the one to show.
      if (!answer.ok || words !== asked) return;
      const template = document.createElement("template");
      template.innerHTML = await answer.text();
      similar.replaceChildren(template.content);
    } catch { /* Offline: nothing was asked before, as far as we know. */ }
  };

  const keep = async () => {
    if (left || busy) return;
    busy = true;
    const fields = new URLSearchParams(new FormData(form));
    fields.set("act", "auto");
    try {
      const answer = await fetch(form.action, { method: "POST", body: fields, redirect: "manual" });
      if (!answer.ok || answer.status === 204) return;
      const { path, said: word } = await answer.json();
      if (/^\/requests\/drafts\/\d+$/.test(path)) {
        form.action = path;
        if (location.pathname !== path) history.replaceState(null, "", path);
        said.textContent = word;
      }
    } catch { /* Offline: the next change tries again, and the text stays here. */ } finally { busy = false; }
  };

  form.addEventListener("input", (event) => {
    if (event.target.name === "find") return;
    said.textContent = "";
    clearTimeout(keeping);
    keeping = setTimeout(keep, KEEP_AFTER);
    if (event.target.name !== "title" && event.target.name !== "details") return;
    clearTimeout(looking);
    looking = setTimeout(look, QUIET);
  });
  form.addEventListener("submit", () => { left = true; clearTimeout(keeping); });
  // A page brought back from memory may be written again.
  addEventListener("pageshow", () => { left = false; });
}
