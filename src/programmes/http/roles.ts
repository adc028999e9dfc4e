import type { Actor } from '#service';

/** Whether somebody works with people, at whatever institution. */
export const works = ({ role }: Pick<Actor, 'role'>): boolean => ['worker', 'supervisor'].includes(role);

/** Whether somebody sees what every institution does: whoever coordinates or audits, and nobody who attends. */
export const oversees = ({ role }: Pick<Actor, 'role'>): boolean => ['coordinator', 'auditor'].includes(role);
