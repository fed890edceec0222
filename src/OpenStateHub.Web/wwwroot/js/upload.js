// Sends each file of the form by itself, a few at once, and shows how far it is. Without this, the form sends them together.
for (const form of document.querySelectorAll('form[data-upload]')) {
  const atOnce = 3;
  const list = form.querySelector('.uploads');
  const token = form.querySelector('input[name="__RequestVerificationToken"]').value;

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const button = form.querySelector('button[type="submit"]');
    const waiting = [...form.querySelector('input[type="file"]').files].map(file => [file, line(file.name)]);
    button.disabled = true;
    list.replaceChildren(...waiting.map(([, shown]) => shown.item));
    list.hidden = false;
    let refused = 0;

    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const kept = await send(...next);
        refused += kept ? 0 : 1;
      }
    };

    await Promise.all(Array.from({ length: atOnce }, work));

    if (refused === 0) {
      location.assign(form.dataset.done);
      return;
    }

    button.disabled = false;
    form.reset();
    const again = document.createElement('a');
    again.href = form.dataset.done.replace('hecho=subidos', '');
    again.textContent = form.dataset.again;
    const last = document.createElement('li');
    last.append(again);
    list.append(last);
  });

  function line(name) {
    const item = document.createElement('li');
    const label = document.createElement('span');
    label.className = 'file-name';
    label.textContent = name;
    const bar = document.createElement('progress');
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute('aria-label', name);
    const said = document.createElement('span');
    said.className = 'upload-said';
    item.append(label, bar, said);
    return { item, bar, said };
  }

  function send(file, shown) {
    return new Promise(resolve => {
      const end = (kept, text) => {
        shown.bar.hidden = true;
        shown.item.classList.add(kept ? 'upload-kept' : 'upload-refused');
        shown.said.textContent = text;
        resolve(kept);
      };

      if (file.size > Number(form.dataset.most)) {
        end(false, form.dataset.tooBig);
        return;
      }

      const body = new FormData();
      body.append('archivos', file);
      const request = new XMLHttpRequest();
      request.open('POST', form.action);
      request.setRequestHeader('RequestVerificationToken', token);
      request.setRequestHeader('Accept', 'application/json');
      request.upload.addEventListener('progress', progress => { shown.bar.value = progress.loaded / progress.total; });
      request.addEventListener('error', () => end(false, form.dataset.failed));
      request.addEventListener('load', () => {
        let said = form.dataset.failed;

        if (request.getResponseHeader('Content-Type')?.startsWith('application/json')) {
          said = JSON.parse(request.responseText)[0].said;
        }

        end(request.status === 200, said);
      });
      request.send(body);
    });
  }
}
