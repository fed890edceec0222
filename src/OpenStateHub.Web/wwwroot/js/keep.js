// Keeps what is typed into a form that carries data-keep: in this browser at once, on the server a moment later. Whatever the network or the
// session does meanwhile, coming back to the form brings the text back. Without this script the form works as it stands.
(() => {
  "use strict";
  const prefix = "kept:";
  const pause = 2000;
  const retry = 15000;

  const store = {
    read(key) { try { return JSON.parse(localStorage.getItem(prefix + key)); } catch { return null; } },
    write(key, value) { try { localStorage.setItem(prefix + key, JSON.stringify(value)); } catch { /* no room or not allowed: the server's copy remains */ } },
    drop(key) { try { localStorage.removeItem(prefix + key); } catch { /* not allowed: nothing was written either */ } },
    dropAll() { try { Object.keys(localStorage).filter(key => key.startsWith(prefix)).forEach(key => localStorage.removeItem(key)); } catch { /* as above */ } },
  };

  const saved = new URLSearchParams(location.search).get("guardado");
  if (saved) {
    store.drop(saved);
    const address = new URL(location.href);
    address.searchParams.delete("guardado");
    history.replaceState(null, "", address);
  }

  // Who leaves on purpose leaves nothing behind on this machine.
  document.querySelector("form.masthead-out")?.addEventListener("submit", store.dropAll);
  document.querySelectorAll("form[data-keep-discard]").forEach(form => form.addEventListener("submit", () => store.drop(form.dataset.keepDiscard)));

  const form = document.querySelector("form[data-keep]");
  if (!form) return;

  const key = form.dataset.keep;
  const status = form.querySelector("[data-keep-status]");
  const revision = form.elements.namedItem("_revision");
  const typed = () => [...new FormData(form)].filter(([name, value]) => !name.startsWith("_") && typeof value === "string");
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  const fill = fields => {
    const values = new Map();
    fields.forEach(([name, value]) => values.set(name, [...(values.get(name) ?? []), value]));
    for (const field of form.elements) {
      if (!field.name || field.name.startsWith("_")) continue;
      const given = values.get(field.name) ?? [];
      if (field.type === "checkbox" || field.type === "radio") field.checked = given.includes(field.value);
      else if (given.length > 0) field.value = given[0];
    }
    form.dispatchEvent(new Event("kept-filled"));
  };

  let timer = 0;
  let sending = null;
  let leaving = false;

  const send = async keepalive => {
    clearTimeout(timer);
    if (leaving) return;
    const before = typed();
    sending?.abort();
    sending = new AbortController();
    try {
      const answer = await fetch("/gestion/borrador" + location.search, {
        method: "POST", body: new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string")), redirect: "manual", signal: sending.signal, keepalive,
      });
      if (!answer.ok) throw new Error(String(answer.status));
      status.textContent = await answer.text();
      if (same(before, typed())) store.drop(key);
    } catch (reason) {
      if (reason.name === "AbortError") return;
      status.textContent = form.dataset.keepLost;
      timer = setTimeout(send, retry);
    }
  };

  const keep = () => {
    store.write(key, { fields: typed(), revision: revision.value, at: Date.now() });
    clearTimeout(timer);
    timer = setTimeout(send, pause);
  };

  const local = store.read(key);
  if (local && "keepSent" in form.dataset) {
    store.drop(key);
  } else if (local && local.at > Number(form.dataset.keepSaved) && !same(local.fields, typed())) {
    fill(local.fields);
    revision.value = local.revision;
    status.textContent = form.dataset.keepFound;
    send();
  } else if (local) {
    store.drop(key);
  }

  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
    sending?.abort();
    store.write(key, { fields: typed(), revision: revision.value, at: Date.now() });
  });
  // Back from the browser's own memory of the page: it may be sent again.
  addEventListener("pageshow", () => { leaving = false; });
  document.addEventListener("visibilitychange", () => { if (document.hidden && store.read(key)) send(true); });
})();
