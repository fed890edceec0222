// A live page follows what happens: when the place's public record changes, its changing part is read anew. Without script a link reads it anew.
(() => {
  "use strict";
  const region = document.querySelector("[data-live]");
  if (!region || !window.EventSource) return;
  const said = document.querySelector("[data-live-said]");
  let reading = false;
  let again = false;

  const read = async () => {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    do {
      again = false;
      try {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
        if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), "text/html"));
      } catch {
        // The network is away: the stream reconnects by itself, and its first event reads again.
      }
    } while (again);
    reading = false;
  };

  const show = page => {
    const fresh = page.querySelector("[data-live]");
    if (!fresh || fresh.innerHTML === region.innerHTML) return;
    region.replaceChildren(...fresh.childNodes);
    const lead = region.querySelector(".lead");
    if (said && lead && said.textContent !== lead.textContent) said.textContent = lead.textContent;
  };

  const events = new EventSource(region.dataset.live);
  events.addEventListener("message", read);
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", event => event.persisted && location.reload());
})();
