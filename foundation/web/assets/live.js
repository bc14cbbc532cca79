// Live parts of a page. <section data-live="/import/3/events" data-live-parts="progress findings"> listens to that
// address; an event named `progress` brings the new content of the element with that id. The element itself stays,
// so that its aria-live goes on being heard. `go` leads to another page of this site, `end` closes the stream.
const put = (target, fresh) => {
  const focused = target.contains(document.activeElement) ? document.activeElement.id : "";
  target.replaceChildren(fresh);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
};

for (const place of document.querySelectorAll("[data-live]")) {
  const source = new EventSource(place.dataset.live);

  for (const id of (place.dataset.liveParts ?? "").split(" ").filter(Boolean)) {
    source.addEventListener(id, (event) => {
      const target = document.getElementById(id);
      if (!target) return;
      const template = document.createElement("template");
      template.innerHTML = event.data;
      put(target, template.content);
    });
  }

  source.addEventListener("go", (event) => {
    source.close();
    if (/^\/(?![/\\])/.test(event.data)) location.assign(event.data);
  });
  source.addEventListener("end", () => source.close());
  addEventListener("pagehide", () => source.close());
  // A page brought back from memory has a closed stream: read it anew.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
}
