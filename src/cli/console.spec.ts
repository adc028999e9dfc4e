import { parseArgs } from 'node:util';
import { type Console, exit, run, WrongUse } from './console.js';

describe('a tool', () => {
  const told = async (work: () => void) => {
    const said: Record<'out' | 'err', string[]> = { out: [], err: [] };
    const console: Console = {
      out: (line) => void said.out.push(line),
      err: (line) => void said.err.push(line),
      progress: () => undefined,
    };
    return { code: await run(console, 'Uso: …', async () => work()), ...said };
  };

  it.each(['--help', '-h'])('that is asked %s says how it is used, and that is no mistake', async (asked) => {
    const help = await told(() => void parseArgs({ args: [asked], options: {} }));
    expect(help).toEqual({ code: exit.ok, out: ['Uso: …'], err: [] });
  });

  it('that is given what it does not know says how it is used, and that it was a mistake', async () => {
    const unknown = await told(() => void parseArgs({ args: ['--helpp'], options: {} }));
    expect(unknown).toEqual({ code: exit.wrongUse, out: [], err: ['No se entienden las opciones.', 'Uso: …'] });
    const wrong = await told(() => {
      throw new WrongUse('Falta algo.');
    });
    expect(wrong).toEqual({ code: exit.wrongUse, out: [], err: ['Falta algo.', 'Uso: …'] });
  });
});
