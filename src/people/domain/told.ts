/** A notice to each of these, that something of this kind happened to what `ref` names. */
export const told = (kind: string, ref: string, ...to: readonly string[]) =>
  to.map((whom) => ({ category: 'notice', id: ref, command: { to: whom, kind, ref } }));
