// A form is sent once, however often its button is pressed: the second press of a double click does not send it again. After a moment it may be
// sent anew, because the network may have swallowed the first.
(() => {
  "use strict";
  const pause = 3000;
  const sent = new WeakMap();
  document.addEventListener("submit", event => {
    if (event.defaultPrevented || event.target.method !== "post") return;
    if (event.timeStamp - (sent.get(event.target) ?? -pause) < pause) event.preventDefault();
    else sent.set(event.target, event.timeStamp);
  });
})();
