import type { VNode } from 'preact';
import { Back, Button, Choices, Facts, Select, Send } from '../../pages/parts.js';
import { dataRights, requestRules, rightsOutcomes, rightsReasons } from '../../protocol/index.js';
import type { RequestCard } from '../views/requests.js';
import { dueOf } from './home.js';
import { dayOf, named, optionsOf, short } from './labels.js';
import { say } from './words.js';

export interface RequestProps {
  readonly request: RequestCard;
  readonly officer: boolean;
  readonly now: string;
  readonly newKey: () => string;
}

/** One request: its clock, and its answer. */
export function RequestPage({ request, officer, now, newKey }: RequestProps): VNode {
  const { id, person, country, right, receivedAt, clock, answered } = request;
  const rule = clock && requestRules(country).rule(clock.rule, clock.version);
  return (
    <article>
      <Back href={`/derechos/personas/${person}`} />
      <h1>{say('request.title', { right: named(dataRights, right) })}</h1>
      <Facts
        rows={[
          [say('erasure.person'), short(person)],
          [say('request.received'), dayOf(country, receivedAt)],
          [say('request.due'), dueOf(request, now)[1]],
          ...(rule === undefined
            ? []
            : [
                [
                  say('request.rule'),
                  <>
                    {rule.norm}, {rule.legalRef} {!rule.verified && `(${say('unverified')})`}
                  </>,
                ] as const,
              ]),
          ...(answered === undefined
            ? []
            : [
                [
                  say('request.answered'),
                  answered.late
                    ? say('request.answeredLate', { outcome: named(rightsOutcomes, answered.outcome) })
                    : named(rightsOutcomes, answered.outcome),
                ] as const,
              ]),
          ...(answered?.reason === undefined
            ? []
            : [[say('request.reason'), named(rightsReasons, answered.reason)] as const]),
        ]}
      />
      {right === 'CANCELLATION' && answered === undefined && (
        <p>
          <a href={`/derechos/personas/${person}`}>{say('request.erase')}</a>
        </p>
      )}
      {officer && answered === undefined && (
        <section>
          <h2>{say('request.answer')}</h2>
          <p class="hint">{say('request.answer.hint')}</p>
          <Send action={`/derechos/pedidos/${id}/respuesta`} commandKey={newKey()}>
            <Choices name="outcome" label={say('request.outcome')} options={optionsOf(rightsOutcomes)} />
            <Select name="reason" label={say('request.why')} options={optionsOf(rightsReasons)} />
            <Button>{say('request.answer.send')}</Button>
          </Send>
        </section>
      )}
    </article>
  );
}
