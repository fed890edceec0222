// Shows what a search would find while somebody types: <form data-suggest="address of a fragment"> with one search field and a .suggestions beside it.
(() => {
  "use strict";
  const pause = 200;

  document.querySelectorAll("form[data-suggest]").forEach(form => {
    const field = form.querySelector("input[type=search]");
    const list = form.querySelector(".suggestions");
    let timer, asked;
    const hide = () => { list.hidden = true; };
    const show = async () => {
      const text = field.value.trim();
      asked?.abort();
      if (text.length < 2) return hide();
      asked = new AbortController();
      const address = new URL(form.dataset.suggest, location.href);
      address.searchParams.set("q", text);
      const language = new URL(location.href).searchParams.get("lang");
      if (language) address.searchParams.set("lang", language);
      try {
        const answer = await fetch(address, { signal: asked.signal });
        if (!answer.ok || answer.redirected) return hide();
        list.innerHTML = await answer.text();
        list.hidden = false;
      } catch {
        // Somebody typed on, or the network is gone: the button still searches.
      }
    };
    field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, pause); });
    form.addEventListener("keydown", event => {
      const links = [...list.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      if (event.key === "Escape") { hide(); field.focus(); }
      if (list.hidden || links.length === 0 || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
      event.preventDefault();
      (links[at + (event.key === "ArrowDown" ? 1 : -1)] ?? field).focus();
    });
    form.addEventListener("focusout", event => { if (!form.contains(event.relatedTarget)) hide(); });
  });
})();
