// Passkeys. A form with data-passkey="create" or "get" holds the options in data-options and takes the answer of the device in its field "llave"; what cannot be
// used stays hidden.
(() => {
  "use strict";
  if (!window.PublicKeyCredential) return;
  const toBytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), sign => sign.charCodeAt(0));
  const toText = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = list => (list ?? []).map(one => ({ ...one, id: toBytes(one.id) }));

  const ask = (kind, options) => kind === "create"
    ? navigator.credentials.create({ publicKey: {
      ...options, challenge: toBytes(options.challenge), user: { ...options.user, id: toBytes(options.user.id) }, excludeCredentials: known(options.excludeCredentials) } })
    : navigator.credentials.get({ publicKey: { ...options, challenge: toBytes(options.challenge), allowCredentials: known(options.allowCredentials) } });

  const say = ({ id, rawId, type, authenticatorAttachment, response }, extensions) => JSON.stringify({
    id, rawId: toText(rawId), type, authenticatorAttachment, clientExtensionResults: extensions,
    response: Object.fromEntries([
      ...["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"].filter(name => response[name]).map(name => [name, toText(response[name])]),
      ...(response.getTransports ? [["transports", response.getTransports()]] : [])]),
  });

  document.querySelectorAll("form[data-passkey]").forEach(form => {
    const failed = form.querySelector("[data-passkey-failed]");
    form.hidden = false;
    form.addEventListener("submit", async event => {
      if (form.elements.llave.value) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      failed.hidden = true;
      try {
        const credential = await ask(form.dataset.passkey, JSON.parse(form.dataset.options));
        form.elements.llave.value = say(credential, credential.getClientExtensionResults());
        form.submit();
      } catch {
        failed.hidden = false;
      }
    });
  });
})();
