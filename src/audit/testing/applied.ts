import type { Difference } from '../domain/replay.js';

type Holder = Record<string, unknown>;

/** A document with differences applied to it: what the other one must be if they told everything. */
export function applied(document: unknown, changes: readonly Difference[]): unknown {
  const copy = document === undefined ? undefined : (JSON.parse(JSON.stringify(document)) as unknown);
  return changes.reduce<unknown>((now, change) => applyOne(now, change), copy);
}

function applyOne(document: unknown, { field, change, after }: Difference): unknown {
  if (field === '/') return change === 'removed' ? undefined : after;
  const names = field
    .slice(1)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = names.pop() ?? '';
  let holder = document as Holder;
  for (const name of names) holder = holder[name] as Holder;
  if (change !== 'removed') holder[last] = after;
  // Of a list what is removed is its end, the first of it first.
  else if (Array.isArray(holder)) holder.length = Math.min(holder.length, Number(last));
  else Reflect.deleteProperty(holder, last);
  return document;
}
