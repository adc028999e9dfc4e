import type { VNode } from 'preact';
import { Facts, Notice } from '../../pages/parts.js';
import { when } from '../../pages/time.js';
import { type Standing, uncounted } from '../ledger/standing.js';
import { say } from './words.js';

/** How far the record is proved: size, root, age, who signed, and what is still to be sealed. */
export function Proved({ standing }: { readonly standing: Standing }): VNode {
  const { origin, checkpoint, cosigned, unsealed, diverged, witnesses } = standing;
  const held = witnesses.filter((each) => each.held !== undefined);
  return (
    <section aria-labelledby="proved">
      <h2 id="proved">{say('proved')}</h2>
      <p>{say('provedLead')}</p>
      {diverged !== null && (
        <Notice title={say('diverged')}>
          <p>{say('divergedWhy', { why: say(`diverged.${diverged}`) })}</p>
        </Notice>
      )}
      <Facts
        rows={[
          [say('origin'), <code>{origin}</code>],
          [say('size'), String(checkpoint?.size ?? 0)],
          [say('root'), <code>{checkpoint?.root ?? say('none')}</code>],
          [say('sealedAt'), checkpoint === null ? say('none') : when(checkpoint.signedAt)],
          [say('cosigners'), checkpoint?.cosigners.map(({ name }) => name).join(', ') || say('nobodyYet')],
          [
            say('cosigned'),
            cosigned === null ? say('none') : say('cosignedUpTo', { n: cosigned.size, when: when(cosigned.signedAt) }),
          ],
          [say('unsealed'), unsealed === uncounted ? say('many', { n: uncounted }) : String(unsealed)],
          ...held.map(({ url, held: why = 'away' }) => [say('witness', { url }), say(`held.${why}`)] as const),
        ]}
      />
    </section>
  );
}
