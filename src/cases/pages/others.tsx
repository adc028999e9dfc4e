import type { VNode } from 'preact';
import { ageLabel, label, optionsOf } from '../../pages/labels.js';
import { Choices, Facts, Select, Text } from '../../pages/parts.js';
import { type Described, type OtherKind, otherKinds } from '../domain/other-events.js';
import type { Shown } from '../http/case-desk.js';
import type { CaseCard } from '../views/case-card.js';
import type { Other } from '../views/others.js';
import { Act } from './act.js';
import { Sealed } from './sealed.js';
import { say } from './words.js';

/** The kinds of others, as paths and queries of pages name them. */
export const otherPaths = { aggressor: 'denunciada', children: 'hijos', reporter: 'aviso' } as const satisfies Record<
  OtherKind,
  string
>;

export const kindsOfOthers = Object.keys(otherKinds) as readonly OtherKind[];

/** What is written of one of the others, as far as it is shown now. */
export interface ShownOther {
  readonly kind: OtherKind;
  readonly other: Other;
  readonly details: Shown<Described>;
  /** Whoever looks may have it opened. */
  readonly mayOpen: boolean;
}

/** Who else the case is about; nothing where nobody was described. */
export function OtherPersons({ id, others }: { readonly id: string; readonly others: readonly ShownOther[] }) {
  if (others.length === 0) return null;
  return (
    <>
      <h2>{say('others.title')}</h2>
      <Facts
        rows={others.map((each) => [
          say(`others.${each.kind}`),
          <>
            {codesOf(each.other)}
            <Details {...each} id={id} />
          </>,
        ])}
      />
    </>
  );
}

function codesOf({ relation, sex, ageBand, byAge = {} }: Other): VNode | null {
  const words = [
    ...(relation === undefined ? [] : [label('relations', relation)]),
    ...(sex === undefined ? [] : [label('sexes', sex)]),
    ...(ageBand === undefined ? [] : [ageLabel(ageBand)]),
    ...Object.entries(byAge).map(([band, count]) => say('others.byAge', { count, band: ageLabel(band).toLowerCase() })),
  ];
  return words.length === 0 ? null : <p>{words.join(' · ')}</p>;
}

function Details({ id, kind, details, mayOpen }: ShownOther & { readonly id: string }): VNode | null {
  if (details.state === 'none') return null;
  return (
    <p>
      <Sealed id={id} section={details} mayOpen={mayOpen} mostrar={otherPaths[kind]}>
        {({ name, documentId, phone, address, notes }) =>
          [name, documentId, phone, address, notes].filter((part) => part !== undefined).join(' · ')
        }
      </Sealed>
    </p>
  );
}

/** Forms for what is known of others. What is left empty stays as it was. */
export function OtherActs({ card, newKey }: { readonly card: CaseCard; readonly newKey: () => string }): VNode {
  return (
    <>
      {kindsOfOthers.map((kind) => {
        const within = otherPaths[kind];
        return (
          <Act key={kind} card={card} word={`act.${kind}`} path={`otras/${within}`} newKey={newKey}>
            <p class="hint">{say('act.other.hint')}</p>
            {kind === 'aggressor' && <AggressorCodes />}
            {kind === 'children' && <Text name="ages" within={within} label={say('act.children.ages')} max={120} />}
            <Text name="name" within={within} label={say(`act.${kind}.name`)} max={240} secret />
            {kind !== 'children' && (
              <>
                <Text name="documentId" within={within} label={say('new.document')} max={30} secret />
                <Text name="phone" within={within} label={say('act.other.phone')} inputMode="tel" max={30} secret />
              </>
            )}
            <Text name="address" within={within} label={say('act.other.address')} max={240} secret />
            <Text name="notes" within={within} label={say('act.other.notes')} rows={3} max={2_000} secret />
          </Act>
        );
      })}
    </>
  );
}

function AggressorCodes(): VNode {
  const within = otherPaths.aggressor;
  return (
    <>
      <Select name="relation" within={within} label={say('new.relation')} options={optionsOf('relations')} />
      <Choices name="sex" within={within} label={say('new.sex')} options={optionsOf('sexes')} />
      <Text
        name="age"
        within={within}
        label={say('act.aggressor.age')}
        hint={say('new.age.hint')}
        inputMode="numeric"
        width="short"
        max={3}
      />
    </>
  );
}
