import { draftOf, figuresFrom } from './drafted.js';
import { indicators as agreed, type Registry } from './indicators/registry.js';
import type { Inputs } from './inputs.js';
import { withheldFrom } from './insiders.js';
import type { Figures } from './model.js';

/**
 * The figures of a board's month, as the board may see them while the month can still change. Pure: inputs folded from
 * the same facts give the same figures anywhere.
 * @param registry the definitions indicators are counted by
 */
export function figuresOf(inputs: Inputs, registry: Registry = agreed): Figures {
  const drafted = draftOf(inputs, registry);
  const { tally } = drafted;
  const hidden = withheldFrom(inputs, tally);
  return figuresFrom(
    inputs,
    drafted,
    tally.publish((cell) => (hidden.has(cell) ? null : tally.get(cell))),
  );
}
