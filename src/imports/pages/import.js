// Sends the file itself, byte by byte: as a field of the form it would lose how its letters are written.
(() => {
  const form = document.querySelector('[data-import]');
  const input = form?.querySelector('input[type=file]');
  if (!form || !input) return;
  form.querySelector('[data-file]').hidden = false;
  form.addEventListener('submit', async (event) => {
    const [file] = input.files;
    if (!file) return;
    event.preventDefault();
    const fields = new FormData(form, event.submitter);
    fields.delete('archivo');
    fields.delete('texto');
    const query = new URLSearchParams([...fields].filter(([, value]) => value !== ''));
    const answer = await fetch(`/importar?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv', Accept: 'text/html' },
      body: file,
    });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const found = page.querySelector('[data-result]') ?? page.querySelector('main');
    const result = document.querySelector('[data-result]');
    result.replaceChildren(...found.childNodes);
    result.focus();
  });
})();
