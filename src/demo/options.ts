import { parseArgs } from 'node:util';
import type { Month } from '#terms';
import { WrongUse } from '../cli/console.js';
import { demoBoards } from './boards/index.js';

export interface DemoOptions {
  readonly seed: number;
  readonly from: Month;
  readonly to: Month;
  /** Names of the demo's boards. */
  readonly boards: readonly string[];
  /** With `series`: ubigeos; undefined = all districts of the series. */
  readonly districts: readonly string[] | undefined;
  /** The national table of complaints; undefined = the figures that come with the demo. */
  readonly series: string | undefined;
  /** Folder of the demo's own store. */
  readonly data: string;
  /** Folder of the reports. */
  readonly out: string;
  readonly reports: boolean;
  readonly serve: boolean;
  readonly port: number;
}

export const usage = `Uso: npm run demo -- [opciones]
  --exit                    termina después de escribir los informes
  --seed N                  otra semilla, otros casos (1)
  --board NOMBRE,…|all      mesas: ${demoBoards.map(({ id }) => id).join(', ')} (independencia)
  --from AAAA-MM --to AAAA-MM   primer y último mes (2024-01, o 2025-01 con --board; 2025-12)
  --out CARPETA             dónde van los informes (out)
  --data CARPETA            dónde va el registro de la demostración (data/demo)
  --no-reports              no escribe informes ni publica una edición
  --port N                  puerto de las páginas (3000)
  --series ARCHIVO.csv      tabla nacional de denuncias, por distrito y mes
  --districts CÓDIGO,…|all  distritos de esa tabla (150112)`;

/** @throws WrongUse an option makes no sense */
export function optionsFrom(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      board: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string', default: '2025-12' },
      districts: { type: 'string', default: '150112' },
      series: { type: 'string' },
      data: { type: 'string', default: 'data/demo' },
      out: { type: 'string', default: 'out' },
      port: { type: 'string', default: '3000' },
      'no-reports': { type: 'boolean', default: false },
      exit: { type: 'boolean', default: false },
    },
  });
  const { to, districts, board } = values;
  const from = values.from ?? (board === undefined ? '2024-01' : '2025-01');
  for (const month of [from, to]) {
    if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) throw new WrongUse(`«${month}» no es un mes (AAAA-MM).`);
  }
  if (from > to) throw new WrongUse('El primer mes no puede ser posterior al último.');
  const codes = districts === 'all' ? undefined : districts.split(',');
  const odd = codes?.find((code) => !/^\d{6}$/.test(code));
  if (odd !== undefined) throw new WrongUse(`«${odd}» no es un código de distrito (seis cifras).`);
  if (values.series === undefined && districts !== '150112') {
    throw new WrongUse('Para otros distritos hace falta su tabla de denuncias (--series).');
  }
  if (board !== undefined && values.series !== undefined) throw new WrongUse('--board y --series no van juntas.');
  return {
    boards: boardsNamed(board ?? 'independencia'),
    seed: whole(values.seed, 'la semilla', 0xffff_ffff),
    from,
    to,
    districts: codes,
    series: values.series,
    data: values.data,
    out: values.out,
    reports: !values['no-reports'],
    serve: !values.exit,
    port: whole(values.port, 'el puerto', 65_535),
  };
}

/** @throws WrongUse there is no such board */
function boardsNamed(names: string): readonly string[] {
  const known = demoBoards.map(({ id }) => id);
  if (names === 'all') return known;
  const asked = [...new Set(names.split(','))];
  const odd = asked.find((name) => !known.includes(name));
  if (odd !== undefined) throw new WrongUse(`No hay una mesa «${odd}»: ${known.join(', ')} o all.`);
  return asked;
}

function whole(text: string, what: string, most: number): number {
  const value = Number(text);
  if (!/^\d{1,10}$/.test(text) || value > most) throw new WrongUse(`«${text}» no sirve para ${what}.`);
  return value;
}
