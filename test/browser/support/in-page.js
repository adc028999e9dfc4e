// Runs inside a page under test: what only the page itself can measure.
(() => {
  /** For screen readers only: cut to nothing where it stands. */
  const clipped = (element) =>
    element !== null && (getComputedStyle(element).clipPath !== 'none' || clipped(element.parentElement));

  globalThis.measures = {
    /** Everything that unfolds, unfolded. */
    unfold() {
      for (const details of document.querySelectorAll('details')) details.open = true;
    },

    /** How many pixels the page is wider than the window. */
    overflow: () => document.documentElement.scrollWidth - document.documentElement.clientWidth,

    /** Neighbours in the flow whose boxes lie over each other, and text that reaches out of its box. */
    collisions() {
      const flows = (element) => !['absolute', 'fixed', 'sticky'].includes(getComputedStyle(element).position);
      const shown = [...document.querySelectorAll('main *')].filter(
        (element) =>
          !(element instanceof SVGElement) && element.checkVisibility() && flows(element) && !clipped(element),
      );
      const name = (element) => `${element.tagName.toLowerCase()} "${element.textContent.trim().slice(0, 40)}"`;
      const meets = (one, other) =>
        Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
        Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2;
      const inRow = shown.filter((element) => /flex|grid/.test(getComputedStyle(element.parentElement).display));
      const over = inRow.filter(
        (element) =>
          element.nextElementSibling &&
          inRow.includes(element.nextElementSibling) &&
          meets(element.getBoundingClientRect(), element.nextElementSibling.getBoundingClientRect()),
      );
      const out = shown.filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 &&
          element.clientWidth > 1 &&
          getComputedStyle(element).overflowX === 'visible' &&
          getComputedStyle(element).display !== 'inline',
      );
      return [...over, ...out].map(name);
    },

    /** What can be touched and is lower or narrower than so many pixels. A label belongs to what it names. */
    smallTargets(least) {
      const shown = (element) =>
        element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().right > 0;
      const size = (element) => {
        const boxes = [element, ...(element.labels ?? [])].map((each) => each.getBoundingClientRect());
        const reach = (side) => boxes.map((box) => box[side]);
        return {
          width: Math.max(...reach('right')) - Math.min(...reach('left')),
          height: Math.max(...reach('bottom')) - Math.min(...reach('top')),
        };
      };
      return [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden])')]
        .filter(shown)
        .map((element) => ({ element, ...size(element) }))
        .filter(({ width, height }) => width < least - 0.5 || height < least - 0.5)
        .map(
          ({ element, width, height }) =>
            `${element.tagName.toLowerCase()} "${element.textContent.trim().slice(0, 40)}" ${Math.round(width)}×${Math.round(height)}`,
        );
    },

    /** What has the focus, and what keeps one from seeing that: no outline, or something that lies over it. */
    focus() {
      const element = document.activeElement;
      // Between the last and the first the focus is on the browser itself.
      if (element === document.body) return { name: '', faults: [] };
      const label = element.labels?.[0]?.textContent ?? element.textContent;
      const name = label.trim().replace(/\s+/g, ' ').slice(0, 60);
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      const faults = [
        ...(outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? [`no outline: ${name}`] : []),
        ...(element.contains(top) || top?.contains(element) ? [] : [`covered by ${top?.className}: ${name}`]),
      ];
      return { name, faults };
    },

    /** As browsers print by default. */
    withoutBackgrounds() {
      for (const element of document.querySelectorAll('body, body *:not(svg *)')) element.style.background = 'none';
    },

    /** Every text that is shown, with where it stands on the page. */
    texts() {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      const found = [];
      while (walker.nextNode()) {
        const { parentElement, textContent } = walker.currentNode;
        if (textContent.trim() === '' || !parentElement.checkVisibility() || parentElement.closest('title, desc'))
          continue;
        range.selectNodeContents(walker.currentNode);
        const { x, y, width, height } = range.getBoundingClientRect();
        if (width < 2 || height < 2 || x < 0 || clipped(parentElement)) continue;
        found.push({ text: textContent.trim().slice(0, 60), x, y: y + scrollY, width, height });
      }
      return found;
    },

    /** Everything the page says to people, but for what stands there as code, and the names definitions are cited by. */
    said() {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) {
        const { parentElement, textContent } = walker.currentNode;
        if (textContent.trim() !== '' && !parentElement.closest('code, pre, script, style, .who, [id^=definition]'))
          found.push(textContent.trim());
      }
      return found;
    },

    /** Of these texts, those without enough contrast in a picture of the page: between its lightest and darkest point. */
    async faint(texts, picture, least) {
      const bytes = Uint8Array.from(atob(picture), (char) => char.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
      canvas.drawImage(bitmap, 0, 0);
      const share = (part) => (part <= 10.3 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
      return texts
        .filter(({ x, y, width, height }) => {
          const { data } = canvas.getImageData(Math.floor(x), Math.floor(y), Math.ceil(width), Math.ceil(height));
          let [low, high] = [1, 0];
          for (let at = 0; at < data.length; at += 4) {
            const light = 0.2126 * share(data[at]) + 0.7152 * share(data[at + 1]) + 0.0722 * share(data[at + 2]);
            if (light < low) low = light;
            if (light > high) high = light;
          }
          return (high + 0.05) / (low + 0.05) < least;
        })
        .map(({ text }) => text);
    },

    /** Everything this device keeps of the site, as text. */
    async kept() {
      const databases = await indexedDB.databases();
      const caches_ = 'caches' in window ? await caches.keys() : [];
      return JSON.stringify({ ...localStorage, ...sessionStorage, databases, caches: caches_ });
    },
  };
})();
