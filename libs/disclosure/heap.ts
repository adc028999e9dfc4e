/** A binary heap of keys by price. */
export class Heap {
  readonly #items: { readonly price: number; readonly key: number }[] = [];

  push(price: number, key: number): void {
    const items = this.#items;
    let at = items.push({ price, key }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = items[parent];
      const here = items[at];
      if (above === undefined || here === undefined || above.price <= here.price) return;
      items[parent] = here;
      items[at] = above;
      at = parent;
    }
  }

  pop(): { readonly price: number; readonly key: number } | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return top;
    items[0] = last;
    for (let at = 0; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if ((items[child]?.price ?? Infinity) < (items[least]?.price ?? Infinity)) least = child;
      }
      const a = items[at];
      const b = items[least];
      if (least === at || a === undefined || b === undefined) return top;
      items[at] = b;
      items[least] = a;
      at = least;
    }
  }
}
