// A search box over a list of choices: <input data-pick="id of the list">. What is chosen always stays in sight.
(() => {
  "use strict";
  const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  document.querySelectorAll("input[data-pick]").forEach(search => {
    const list = document.getElementById(search.dataset.pick);
    const items = [...list.querySelectorAll("li")].map(item => ({ item, text: plain(item.textContent), box: item.querySelector("input") }));
    const count = document.getElementById(search.dataset.pick + "-count");
    const show = () => {
      const words = plain(search.value).split(/\s+/).filter(Boolean);
      let found = 0;
      items.forEach(({ item, text, box }) => {
        const fits = words.every(word => text.includes(word));
        found += fits ? 1 : 0;
        item.hidden = !fits && !box.checked;
      });
      count.textContent = words.length ? count.dataset.found.replace("{0}", found) : "";
    };
    search.closest("[hidden]")?.removeAttribute("hidden");
    search.addEventListener("input", event => { event.stopPropagation(); show(); });
    search.addEventListener("change", event => event.stopPropagation());
    search.addEventListener("keydown", event => { if (event.key === "Enter") event.preventDefault(); });
    search.form?.addEventListener("kept-filled", show);
  });
})();
