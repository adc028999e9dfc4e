// Leaving at once, and referrals kept on the device while there is no signal. Everything works without this file.
(() => {
  const { body } = document;
  const { actor } = body.dataset;

  // Salir ya: by the button, or with Shift three times within five seconds.
  const exit = document.querySelector('[data-exit]');
  const leave = () => {
    body.hidden = true;
    navigator.sendBeacon('/salir');
    location.replace(exit.dataset.exit);
  };
  exit?.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let shifts = [];
  addEventListener('keyup', ({ key, timeStamp }) => {
    shifts = key === 'Shift' ? [...shifts, timeStamp].filter((at) => timeStamp - at < 5000) : [];
    if (shifts.length === 3) leave();
  });
  addEventListener('pageshow', () => (body.hidden = false));
  document.querySelector('[data-focus]')?.focus();

  // Drafts: choices and codes only, never what was written about a person. Each belongs to who made it.
  const store = 'agenda';
  const net = document.querySelector('[data-net]');
  const tell = (what, page) => {
    net.textContent = net.dataset[what] ?? '';
    if (page)
      net.append(' ', Object.assign(document.createElement('a'), { href: page, textContent: net.dataset.open }));
  };
  const all = () => {
    try {
      return JSON.parse(localStorage.getItem(store)) ?? [];
    } catch {
      return [];
    }
  };
  const keep = (drafts) => localStorage.setItem(store, JSON.stringify(drafts));
  const without = (key) => all().filter((draft) => draft.key !== key);
  const post = (action, fields) =>
    fetch(action, { method: 'POST', headers: { Accept: 'text/html' }, body: new URLSearchParams(fields) });

  // What the open form holds, notes included: gone with the page.
  let open;

  const send = async (draft) => {
    tell('sending');
    try {
      const answer = await post(draft.action, open?.key === draft.key ? open.fields : draft.fields);
      if (answer.ok) {
        keep(without(draft.key));
        tell('received', answer.url);
        if (open?.key === draft.key) location.assign(answer.url);
      } else if (answer.status < 500) {
        keep([...without(draft.key), { ...draft, refused: true }]);
        tell('refused', draft.page);
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
    const fields = [...new FormData(form)];
    const { action } = form;
    const key = form.elements._key.value;
    open = { key, fields };
    try {
      const answer = await post(action, fields);
      keep(without(key));
      // What has to be corrected is shown by the server: the same key, so nothing is done twice.
      if (answer.ok) location.assign(answer.url);
      else form.submit();
    } catch {
      const plain = fields.filter(([name]) => !('secret' in (form.elements[name].dataset ?? {})));
      keep([...without(key), { actor, key, action, page: location.href, fields: plain }]);
      tell('saved');
    }
  });
  addEventListener('online', flush);
  addEventListener('offline', () => tell('offline'));
  if (navigator.onLine) flush();
  else tell('offline');
})();
