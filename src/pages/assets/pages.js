// Leaving at once, and referrals kept while there is no signal.
(() => {
  const { body } = document;
  const { actor } = body.dataset;
  const find = (name) => document.querySelector(`[data-${name}]`);

  // Out: the button, or Shift three times in five seconds.
  const exit = find('exit');
  const leave = () => {
    body.hidden = true;
    sessionStorage.clear();
    sessionStorage.left = 1;
    navigator.sendBeacon('/salir');
    location.replace(exit.dataset.exit);
  };
  exit?.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  // Going back after that shows no page the browser had kept alive.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && sessionStorage.left) location.reload();
  });
  if (actor) delete sessionStorage.left;
  let shifts = [];
  addEventListener('keyup', ({ key, timeStamp }) => {
    shifts = key === 'Shift' ? [...shifts, timeStamp].filter((at) => timeStamp - at < 5000) : [];
    if (shifts.length === 3) leave();
  });
  find('focus')?.focus();

  // Drafts hold codes, nothing written about a person, and belong to who made them.
  const net = find('net');
  const tell = (what, href) => {
    net.textContent = net.dataset[what];
    if (href) net.append(' ', Object.assign(document.createElement('a'), { href, textContent: net.dataset.open }));
  };
  const all = () => JSON.parse(localStorage.agenda ?? '[]');
  const keep = (key, ...draft) => {
    localStorage.agenda = JSON.stringify([...all().filter((one) => one.key !== key), ...draft]);
    delete sessionStorage[key];
  };
  const post = (action, fields) =>
    fetch(action, { method: 'POST', headers: { Accept: 'text/html' }, body: new URLSearchParams(fields) });

  const plain = (form) => [...new FormData(form)].filter(([name]) => form.elements[name].dataset?.secret === undefined);

  // A reload keeps what was chosen.
  const card = find('draft');
  if (card) {
    const key = card.elements._key.value;
    for (const [name, value] of JSON.parse(sessionStorage[key] ?? '[]')) card.elements[name].value = value;
    card.addEventListener('change', () => (sessionStorage[key] = JSON.stringify(plain(card))));
  }

  // What the open form holds, notes too: gone with the page.
  let open;
  let busy = false;

  const send = async (draft) => {
    const { key, action, fields, page } = draft;
    tell('sending');
    try {
      const here = open?.key === key;
      const { ok, status, url } = await post(action, here ? open.fields : fields);
      if (ok) {
        keep(key);
        tell('received', url);
        if (here) location.assign(url);
      } else if (status < 500) {
        keep(key, { ...draft, refused: 1 });
        tell('refused', page);
      } else tell('saved');
    } catch {
      tell('saved');
    }
  };
  const flush = async () => {
    for (const draft of all()) {
      if (draft.actor !== actor) continue;
      if (draft.refused) tell('refused', draft.page);
      else await send(draft);
    }
  };

  addEventListener('submit', async (event) => {
    const form = event.target;
    if (!form.matches('[data-draft]')) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    const { action, elements } = form;
    const key = elements._key.value;
    const fields = [...new FormData(form)];
    open = { key, fields };
    try {
      const { ok, url } = await post(action, fields);
      keep(key);
      // The server shows what is wrong; the key is the same.
      if (ok) location.assign(url);
      else form.submit();
    } catch {
      keep(key, { actor, key, action, page: location.href, fields: plain(form) });
      tell('saved');
    } finally {
      busy = false;
    }
  });
  addEventListener('online', flush);
  addEventListener('offline', () => tell('offline'));
  if (navigator.onLine) flush();
  else tell('offline');
})();
