import type { ComponentChildren, VNode } from 'preact';
import { type Option } from '../../pages/labels.js';
import { Select, Text } from '../../pages/parts.js';
import { placeLabel } from '../../pages/places.js';
import { onDay } from '../../pages/time.js';
import type { AggressorKnows, PlaceKind, ShelterPlace, Whereabouts } from '../domain/place-events.js';
import type { Shown } from '../http/case-desk.js';
import type { CaseCard } from '../views/case-card.js';
import { Act } from './act.js';
import { Sealed } from './sealed.js';
import { WhereaboutsFields } from './whereabouts-form.js';
import { say } from './words.js';

/** The kinds of places, as paths and queries of pages name them. */
export const placePaths = { location: 'domicilio', shelter: 'hogar' } as const satisfies Record<PlaceKind, string>;

/** Where she is, as far as it is shown now. */
export interface ShownPlaces {
  readonly location: Shown<Whereabouts>;
  readonly mayOpenLocation: boolean;
  /** Absent where whoever looks may not have it opened: they are not told that there is one. */
  readonly shelter?: Shown<ShelterPlace>;
}

/** What makes it dangerous to look for her there, or to write to her. */
const givesAway: ReadonlySet<AggressorKnows> = new Set(['LIVES_THERE', 'KNOWS_IT']);

type Row = readonly [string, ComponentChildren];

/**
 * Rows about where she is: each hidden until it is asked for, with the day it was told.
 * @param name what the directory calls a shelter
 */
export function placeRows(
  { id, places }: Pick<CaseCard, 'id' | 'places'>,
  { location, mayOpenLocation, shelter }: ShownPlaces,
  name: (code: string) => string,
): readonly Row[] {
  const live = (
    <>
      <Sealed id={id} section={location} mayOpen={mayOpenLocation} mostrar={placePaths.location}>
        {({ district, address, reference, aggressor }) => (
          <>
            {aggressor && <Known aggressor={aggressor} />}
            {[address, reference, district && say('place.district', { district: placeLabel(district) })]
              .filter(Boolean)
              .join(' · ')}
          </>
        )}
      </Sealed>
      <Since at={places.location?.at} />
    </>
  );
  const sheltered = shelter !== undefined && shelter.state !== 'none' && (
    <>
      <Sealed id={id} section={shelter} mayOpen mostrar={placePaths.shelter}>
        {({ organization, name: called, reach }) =>
          [organization && name(organization), called, reach].filter(Boolean).join(' · ')
        }
      </Sealed>
      <Since at={places.shelter?.at} />
    </>
  );
  return [[say('one.location'), live], ...(sheltered ? [[say('one.shelterPlace'), sheltered] as const] : [])];
}

const Known = ({ aggressor }: { readonly aggressor: AggressorKnows }): VNode => {
  const words = say(`place.knows.${aggressor}`);
  return <>{givesAway.has(aggressor) ? <strong>{words}</strong> : words} </>;
};

/** How old it is: she may have moved since. */
const Since = ({ at }: { readonly at: string | undefined }): VNode | null =>
  at === undefined ? null : <p class="hint">{say('place.since', { day: onDay(at) })}</p>;

/** The form for where she lives. What is told takes the place of all that was told before. */
export function WhereaboutsAct({ card, newKey }: { readonly card: CaseCard; readonly newKey: () => string }): VNode {
  const within = placePaths.location;
  return (
    <Act card={card} word="act.location" path={`lugares/${within}`} newKey={newKey}>
      <p class="hint">{say('act.location.hint')}</p>
      <WhereaboutsFields within={within} />
    </Act>
  );
}

/** The form for the shelter she is in. */
export function ShelterPlaceAct(props: {
  readonly card: CaseCard;
  readonly shelters: readonly Option[];
  readonly newKey: () => string;
}): VNode {
  const { card, shelters, newKey } = props;
  const within = placePaths.shelter;
  return (
    <Act card={card} word="act.shelter" path={`lugares/${within}`} newKey={newKey}>
      <p class="hint">{say('act.shelter.hint')}</p>
      {shelters.length > 0 && (
        <Select name="organization" within={within} label={say('act.shelter.organization')} options={shelters} />
      )}
      <Text
        name="name"
        within={within}
        label={say('act.shelter.name')}
        {...(shelters.length > 0 ? { hint: say('act.shelter.name.hint') } : {})}
        max={160}
        secret
      />
      <Text name="reach" within={within} label={say('act.shelter.reach')} rows={3} max={500} secret />
    </Act>
  );
}
