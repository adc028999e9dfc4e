import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { VNode } from 'preact';
import { Choices, type Errors, type Filled, Text } from '../../pages/parts.js';
import { districtTyped } from '../../pages/places.js';
import { type AggressorKnows, aggressorKnows } from '../domain/place-events.js';
import type { WhereaboutsDto } from '../http/place.dto.js';
import { say } from './words.js';

/** Where she lives as pages send it: flat, beside whatever else a form asks. */
export class WhereaboutsForm {
  @IsOptional()
  @IsString()
  @MaxLength(240)
  address?: string;

  @IsOptional()
  @IsString()
  @MaxLength(240)
  reference?: string;

  /** As `homeCoded` leaves it. */
  @IsOptional()
  @IsString()
  @Matches(/^\d{6}$/u)
  homeDistrict?: string;

  @IsOptional()
  @IsIn(aggressorKnows)
  aggressor?: AggressorKnows;
}

/** The same fields with the code of the district in place of the name that was typed. */
export const homeCoded = (filled: Filled, near?: string): Filled => {
  const { homeDistrict } = filled;
  return typeof homeDistrict === 'string' ? { ...filled, homeDistrict: districtTyped(homeDistrict, near) } : filled;
};

type Said = { readonly [F in keyof WhereaboutsForm]: WhereaboutsForm[F] | undefined };

/** The same as the API takes it. */
export const whereaboutsOf = ({ address, reference, homeDistrict, aggressor }: Said): WhereaboutsDto => ({
  ...(homeDistrict === undefined ? {} : { district: homeDistrict }),
  ...(address === undefined ? {} : { address }),
  ...(reference === undefined ? {} : { reference }),
  ...(aggressor === undefined ? {} : { aggressor }),
});

/** Who knows a place is said of a place. */
export const whereaboutsError = ({ address, reference, homeDistrict, aggressor }: WhereaboutsForm): Errors =>
  new Map(
    aggressor !== undefined && (address ?? reference ?? homeDistrict) === undefined
      ? [['address', say('act.location.missing')]]
      : [],
  );

/** Names of its fields, each of which may be in error. */
export const whereaboutsFields = ['address', 'reference', 'homeDistrict', 'aggressor'] as const;

export function WhereaboutsFields(form: {
  readonly within?: string;
  readonly filled?: Filled;
  readonly errors?: Errors;
}): VNode {
  return (
    <>
      <Text name="address" label={say('act.location.address')} max={240} secret {...form} />
      <Text
        name="reference"
        label={say('act.location.reference')}
        hint={say('act.location.reference.hint')}
        max={240}
        secret
        {...form}
      />
      <Text
        name="homeDistrict"
        label={say('act.location.district')}
        hint={say('new.district.hint')}
        max={80}
        secret
        {...form}
      />
      <Choices
        name="aggressor"
        label={say('act.location.knows')}
        options={aggressorKnows.map((value) => ({ value, label: say(`act.location.knows.${value}`) }))}
        {...form}
      />
    </>
  );
}
