import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { IsDay, NestedList } from '#service';
import { correctionReasons, type RegisterSpec, type StepSpec, withdrawalReasons } from '../domain/register.js';
import type { Field, Fields } from '../domain/register-fields.js';

/** A DTO class made from a description: checked, and documented, like one that is written out. */
export type MadeDto = new () => object;

type Rules = Readonly<Record<string, readonly PropertyDecorator[]>>;

/** What bodies of a register are checked with. */
export interface RegisterDtos {
  readonly record: MadeDto;
  readonly correct: MadeDto;
  readonly view: MadeDto;
  /** By event type. */
  readonly steps: Readonly<Record<string, MadeDto>>;
}

const code = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u;
const most = 200;

const made = new WeakMap<RegisterSpec, RegisterDtos>();

export function dtosOf(spec: RegisterSpec): RegisterDtos {
  let dtos = made.get(spec);
  if (dtos === undefined) made.set(spec, (dtos = makeDtos(spec)));
  return dtos;
}

/** Why an entry is taken out, or a step taken back. */
export class EntryWithdrawalDto {
  @IsIn([...withdrawalReasons])
  reason: (typeof withdrawalReasons)[number];
}

function makeDtos(spec: RegisterSpec): RegisterDtos {
  const rules = rulesOf(spec.recorded, spec.fields);
  const steps = Object.entries(spec.steps).map(
    ([type, { fields }]) => [type, rulesOf(type, fields as Fields)] as const,
  );
  const step = dto(`${spec.recorded}StepView`, {
    ...stepView,
    ...Object.fromEntries(steps.flatMap(([, each]) => Object.entries(eased(each)))),
  });
  return {
    record: dto(`${spec.recorded}Dto`, rules),
    correct: dto(`${spec.corrected}Dto`, { reason: [IsIn([...correctionReasons])], ...rules }),
    view: dto(`${spec.recorded}View`, {
      ...view,
      ...eased(rules),
      steps: [NestedList(() => step, most)],
      changes: [NestedList(() => EntryChangeView, most)],
    }),
    steps: Object.fromEntries(steps.map(([type, each]) => [type, dto(`${type}Dto`, each)])),
  };
}

class EntryChangeView {
  @IsString()
  type: string;

  @IsString()
  at: string;

  @IsString()
  reason: string;
}

const stepView: Rules = { id: [IsUUID()], type: [IsString()], institution: [IsString()], at: [IsString()] };
const view: Rules = {
  ...{ id: [IsUUID()], board: [IsString()], institution: [IsString()], status: [IsIn(['held', 'withdrawn'])] },
  ...{ recordedAt: [IsString()], revision: [IsInt()] },
};

/** None of them has to be there: who may not see a field is not told it. */
const eased = (rules: Rules): Rules =>
  Object.fromEntries(Object.entries(rules).map(([name, all]) => [name, all.includes(left) ? all : [left, ...all]]));

const left = IsOptional();

function dto(name: string, rules: Rules): MadeDto {
  const type = { [name]: class {} }[name] as MadeDto;
  for (const [field, decorators] of Object.entries(rules)) {
    for (const decorate of decorators) decorate(type.prototype as object, field);
  }
  return type;
}

const rulesOf = (name: string, fields: Fields): Rules =>
  Object.fromEntries(
    Object.entries(fields).map(([field, one]) => [
      field,
      [...(one.optional ? [left] : []), ...rulesOfField(`${name}${field}Row`, one)],
    ]),
  );

const list = (...items: readonly PropertyDecorator[]): readonly PropertyDecorator[] => [
  ...[IsArray(), ArrayNotEmpty(), ArrayMaxSize(most), ArrayUnique()],
  ...items,
];
const codes = list(IsString({ each: true }), Matches(code, { each: true }));

function rulesOfField(rowName: string, { kind, of, columns }: Field): readonly PropertyDecorator[] {
  switch (kind) {
    case 'one':
      return [IsIn([...of])];
    case 'many':
      return list(IsIn([...of], { each: true }));
    case 'codes':
    case 'organizations':
    case 'districts':
    case 'staff':
      return codes;
    case 'day':
    case 'happened':
      return [IsDay()];
    case 'count':
    case 'cents':
      return [IsInt(), Min(0)];
    case 'number':
      return [IsNumber()];
    case 'line':
      return [IsString(), MaxLength(160)];
    case 'agreement':
    case 'project':
      return [IsUUID()];
    case 'rows': {
      const row = dto(rowName, rulesOf(rowName, columns as Fields));
      return [NestedList(() => row, most)];
    }
    case 'ageBand':
    case 'code':
    case 'currency':
    case 'district':
    case 'organization':
      return [IsString(), Matches(code)];
  }
}

/** The steps somebody can send, by event type. */
export const sendableSteps = (spec: RegisterSpec): readonly (readonly [type: string, step: StepSpec])[] =>
  Object.entries(spec.steps).filter(([, { by }]) => by !== 'clock');
