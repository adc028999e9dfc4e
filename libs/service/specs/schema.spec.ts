import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsEnum,
  IsIn,
  IsInt,
  IsISO8601,
  IsNegative,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsPositive,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import fc from 'fast-check';
import { IsDay, IsInstant, Nested, NestedList, sameVerdict, schemasOf, verdict } from '../index.js';

enum Level {
  Low = 'low',
  High = 'high',
}

class Leaf {
  @IsString()
  @MinLength(1)
  @MaxLength(4)
  name: string;

  @IsOptional()
  @IsUUID('7')
  id?: string;
}

class Base {
  @IsInt()
  @Min(-2)
  @Max(3)
  count: number;
}

class Tree extends Base {
  @IsString()
  @IsNotEmpty()
  @Matches(/^[a-c ñ😀]*$/u)
  text: string;

  @IsOptional()
  @Length(2, 3)
  @IsString()
  short?: string;

  @IsOptional()
  @IsNumber()
  @IsPositive()
  plus?: number;

  @IsOptional()
  @IsNumber()
  @IsNegative()
  minus?: number;

  @IsBoolean()
  flag: boolean;

  @IsOptional()
  @IsIn(['a', 1, true])
  one?: unknown;

  @IsOptional()
  @IsEnum(Level)
  level?: Level;

  @IsOptional()
  @IsUUID()
  id?: string;

  @IsOptional()
  @IsEmail()
  mail?: string;

  @IsOptional()
  @IsDay()
  day?: string;

  @IsOptional()
  @IsInstant()
  at?: string;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(2, { each: true })
  tags?: string[];

  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @IsInt({ each: true })
  @Min(0, { each: true })
  numbers?: number[];

  @IsOptional()
  @Nested(() => Leaf)
  leaf?: Leaf;

  @NestedList(() => Leaf, 2)
  leaves: Leaf[];
}

const uuid = fc.uuid();
const texts = fc.oneof(
  fc.string({ maxLength: 5, unit: fc.constantFrom('a', 'b', 'c', ' ', 'ñ', '😀', '\u{FE0F}', '\u0301', 'z') }),
  uuid,
  fc.constantFrom(
    'low',
    'a@b.pe',
    'a@b',
    '2026-02-28',
    '2026-02-30',
    '2024-02-29T10:00:00Z',
    '2026-03-09T15:30:00.123-05:00',
    '2026-03-09T25:00:00Z',
    '2026-03-09 10:00Z',
    '01890000-0000-7000-8000-000000000000',
  ),
);
const numbers = fc.oneof(
  fc.integer({ min: -4, max: 5 }),
  fc.double({ min: -4, max: 5, noNaN: true }),
  fc.constantFrom(1e400, 2 ** 60),
);
const scalar = fc.oneof(texts, numbers, fc.boolean(), fc.constant(null));
const leafish = fc.oneof(
  { weight: 3, arbitrary: fc.record({ name: texts, id: fc.oneof(uuid, scalar) }, { requiredKeys: [] }) },
  {
    weight: 1,
    arbitrary: fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }), fc.record({ name: texts, other: scalar })),
  },
);
const anything = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 4 }),
  fc.array(fc.constantFrom('x', 'y', 'xyz'), { maxLength: 4 }),
  fc.array(numbers, { maxLength: 3 }),
  leafish,
  fc.array(leafish, { maxLength: 3 }),
);

const good: Record<string, fc.Arbitrary<unknown>> = {
  count: fc.integer({ min: -2, max: 3 }),
  text: fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom('a', 'ñ', '😀') }),
  short: fc.constantFrom('ab', 'a😀', 'a\u{FE0F}b', null),
  plus: fc.constantFrom(0.5, 3, null),
  minus: fc.constantFrom(-0.5, null),
  flag: fc.boolean(),
  one: fc.constantFrom('a', 1, true, null),
  level: fc.constantFrom('low', 'high'),
  id: uuid,
  mail: fc.constant('a@b.pe'),
  day: fc.constant('2024-02-29'),
  at: fc.constant('2026-03-09T15:30:00-05:00'),
  tags: fc.uniqueArray(fc.constantFrom('x', 'y', '😀😀'), { minLength: 1 }),
  numbers: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  leaf: fc.record({ name: fc.constant('leaf') }),
  leaves: fc.array(fc.record({ name: fc.constantFrom('l', 'm') }), { maxLength: 2 }),
};

const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** Mostly right: a whole tree, now and then a field left out, one replaced by anything, or one too many. */
const bodies = fc
  .tuple(
    fc.record(good),
    rarely(fc.constantFrom(...Object.keys(good))),
    rarely(fc.tuple(fc.constantFrom(...Object.keys(good)), anything)),
    rarely(fc.constantFrom('other', 'Count')),
  )
  .map(([whole, missing, replaced, extra]) => {
    const body: Record<string, unknown> = { ...whole };
    if (missing !== undefined) delete body[missing];
    if (replaced !== undefined) body[replaced[0]] = replaced[1];
    if (extra !== undefined) body[extra] = 1;
    return body;
  });

describe('The schema of a DTO', () => {
  it('accepts what class-validator accepts, and nothing else', () => {
    let accepted = 0;
    let total = 0;
    fc.assert(
      fc.property(bodies, (body) => {
        const { same, accepted: yes } = sameVerdict(Tree, body);
        total += 1;
        if (yes) accepted += 1;
        return same;
      }),
      { numRuns: 2_000 },
    );
    // Neither verdict is a rarity: the property says something about both.
    expect(accepted).toBeGreaterThan(total / 10);
    expect(accepted).toBeLessThan((total * 9) / 10);
  });

  it.each(Object.keys(good))('agrees with class-validator about any value of %s', (field) => {
    const rest = { count: 1, text: 'a', flag: true, leaves: [] };
    fc.assert(
      fc.property(anything, (value) => sameVerdict(Tree, { ...rest, [field]: value }).same),
      { numRuns: 300 },
    );
  });

  it('is plain JSON Schema that refers to its parts', () => {
    const [tree, leaf] = [...schemasOf(Tree).values()];
    expect([...schemasOf(Tree).keys()]).toEqual([Tree, Leaf]);
    expect(tree).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: expect.arrayContaining(['count', 'text', 'flag', 'leaves']),
      properties: {
        count: { type: 'integer', minimum: -2, maximum: 3 },
        level: { enum: ['low', 'high', null] },
        day: { type: ['string', 'null'], format: 'date' },
        leaves: { type: 'array', maxItems: 2, items: { $ref: '#/components/schemas/Leaf' } },
      },
    });
    expect(leaf).toMatchObject({ required: ['name'] });
  });

  it('leaves out what was sent as null, and nothing else', () => {
    const body = { count: 1, text: 'a', flag: false, leaves: [{ name: 'l', id: null }], leaf: null, tags: ['x'] };
    expect(verdict(Tree, body)).toEqual({
      value: { count: 1, text: 'a', flag: false, leaves: [{ name: 'l' }], tags: ['x'] },
    });
  });

  it('says where in a nested list something is wrong', () => {
    const said = verdict(Tree, {
      count: 1,
      text: 'a',
      flag: true,
      leaves: [{ name: 'l' }, { name: '' }],
      leaf: { name: 1 },
    });
    expect(said).toEqual({
      errors: expect.arrayContaining([
        { pointer: '/leaves/1/name', code: 'too-short', values: { limit: 1 } },
        { pointer: '/leaf/name', code: 'type/string' },
      ]),
    });
  });

  it('reads numbers, switches and single items out of text, but not out of JSON', () => {
    const form = { count: '2', text: 'a', flag: 'true', numbers: '7', leaves: [] };
    expect(verdict(Tree, form, 'text')).toEqual({
      value: { count: 2, text: 'a', flag: true, numbers: [7], leaves: [] },
    });
    expect(verdict(Tree, form)).toMatchObject({
      errors: expect.arrayContaining([{ pointer: '/count', code: 'type/integer' }]),
    });
    expect(form.count).toBe('2');
  });

  it('refuses, before any request comes, a DTO it could not check exactly', () => {
    class Loose {
      @IsISO8601()
      at: string;
    }
    class Typeless {
      @Min(3)
      count: number;
    }
    class Flags {
      @IsString()
      @Matches(/a/i)
      text: string;
    }
    class Misplaced {
      @IsInt()
      @MinLength(3)
      count: number;
    }
    class Bare {
      @ValidateNested()
      @Type(() => Leaf)
      leaf: Leaf;
    }
    class Items {
      @IsString({ each: true })
      tags: string[];
    }
    class Both {
      @IsString()
      @IsInt()
      value: unknown;
    }
    class Nothing {
      value: unknown;
    }
    for (const dto of [Loose, Typeless, Flags, Misplaced, Bare, Items, Both, Nothing]) {
      expect(() => schemasOf(dto)).toThrow(dto.name);
    }
  });
});
