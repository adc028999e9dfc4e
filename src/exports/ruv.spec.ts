import type { Position } from '#event-log';
import type { Fact } from '#publishing';
import { ruvColumns, ruvCsv, ruvRows } from './ruv.js';

let at = 0;
const fact = (type: string, data: object, effectiveAt = '2025-04-10T15:00:00.000Z'): Fact => {
  const position = String((at += 1)).padStart(16, '0');
  const id = `00000000-0000-8000-8000-${String(at).padStart(12, '0')}`;
  return { id, type, stream: 'case-1', revision: at, position: position as Position, data, metadata: { effectiveAt } };
};

const registered = (organization: string, kind: string) => fact('OrganizationRegistered.v1', { organization, kind });
const opened = (id: string, more: object = {}, effectiveAt?: string) =>
  fact(
    'CaseOpened.v1',
    {
      ...{ case: id, person: 'p', code: `25-${id}`, country: 'BO', district: '020105', institution: 'slim' },
      ...{ entry: 'SELF', condition: 'NEW', sex: 'F', ageBand: '26-29', relation: 'PARTNER', ...more },
    },
    effectiveAt,
  );

const codesOf = (rows: Awaited<ReturnType<typeof ruvRows>>) => rows.map(({ codigo }) => codigo);

const houses = [registered('slim', 'SLIM'), registered('felcv', 'POLICE_SPECIAL'), registered('cem', 'CEM')];

it('has a row for an incident a promoter opened, worked out by hand', async () => {
  const rows = await ruvRows(
    [
      ...houses,
      opened('AAAA-0001'),
      fact('IncidentRecorded.v1', { case: 'AAAA-0001', principal: 'DIGNITY', types: ['PSYCHOLOGICAL', 'DIGNITY'] }),
      fact('StepRecorded.v1', { case: 'AAAA-0001', step: 'recorded-in-national-register' }),
    ],
    '2025-04',
  );
  expect(ruvCsv(rows)).toBe(
    '\uFEFFmes,codigo,institucion,municipio,personas,sexo,edad,estado_civil,tipo_violencia,otros_tipos,relacion_agresor,lugar,reportado_sippase\r\n' +
      '2025-04,25-AAAA-0001,Servicio Legal Integral Municipal (SLIM),020105,1,Mujer,26 a 29 años,No registrado,' +
      '"Contra la dignidad, la honra y el nombre",Psicológica,Concubino(a),No registrado,Sí\r\n',
  );
});

it('leaves out other countries, other months by the clocks of La Paz, and bodies that keep no register', async () => {
  const rows = await ruvRows(
    [
      ...houses,
      opened('PERU', { country: 'PE', institution: 'cem' }),
      opened('POLICE', { institution: 'felcv' }),
      // Four hours behind UTC: the last evening of March, and the first minute of April.
      opened('MARCH', {}, '2025-04-01T03:59:00.000Z'),
      opened('APRIL', {}, '2025-04-01T04:00:00.000Z'),
    ],
    '2025-04',
  );
  expect(
    rows.map(({ codigo, tipo_violencia, reportado_sippase }) => [codigo, tipo_violencia, reportado_sippase]),
  ).toEqual([['25-APRIL', 'No registrado', 'No']]);
});

it('is a header alone where nothing happened', async () => {
  expect(ruvCsv(await ruvRows([], '2025-04'))).toBe(`\uFEFF${ruvColumns.join(',')}\r\n`);
});

it('leaves out what is sealed, and cases of persons who were erased', async () => {
  const erased = (person: string, categories?: readonly string[]) =>
    fact('SubjectErased.v1', { person, ...(categories === undefined ? {} : { categories }) });
  const rows = await ruvRows(
    [
      ...houses,
      ...['KEPT', 'SEALED', 'GONE', 'NAMELESS', 'WORDLESS'].map((id) => opened(id, { person: id })),
      erased('GONE'),
      erased('NAMELESS', ['identity', 'contact']),
      erased('WORDLESS', ['narrative']),
    ],
    '2025-04',
    { isSealed: async (id) => id === 'SEALED' },
  );
  expect(codesOf(rows)).toEqual(['25-KEPT', '25-WORDLESS']);
});

it('is of some districts alone, where it is for whoever coordinates those', async () => {
  const facts = [...houses, opened('THERE'), opened('ELSEWHERE', { district: '070101' })];
  const rows = await ruvRows(facts, '2025-04', { isSealed: async () => false, districts: new Set(['020105']) });
  expect(codesOf(rows)).toEqual(['25-THERE']);
});
