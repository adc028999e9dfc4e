import type { VNode } from 'preact';
import { assets } from '../../pages/assets.js';
import { Button, Choices, Facts, type Filled, Select, Text } from '../../pages/parts.js';
import { type Mapping, nameOf } from '../domain/mapping.js';
import type { ImportPreview } from '../http/import.dto.js';
import { say } from './words.js';

/** What became of a file, or would. */
export interface Outcome extends ImportPreview {
  readonly readable: boolean;
  readonly written: boolean;
}

interface Props {
  readonly mappings: readonly Mapping[];
  readonly filled: Filled;
  /** What became of the file, or why nothing did. */
  readonly outcome: Outcome | string | undefined;
}

export function ImportPage({ mappings, filled, outcome }: Props): VNode {
  const options = mappings.map((mapping) => ({
    value: nameOf(mapping),
    label: say('mapping.option', { title: mapping.title, version: mapping.version }),
  }));
  return (
    <>
      <h1>{say('title')}</h1>
      <p>{say('lead')}</p>
      <section data-result tabIndex={-1} role="status">
        {typeof outcome === 'string' && <p class="error">{outcome}</p>}
        {typeof outcome === 'object' && <Result {...outcome} />}
      </section>
      <form method="post" action="/importar" data-import>
        <Select
          name="plantilla"
          label={say('mapping')}
          options={[{ value: '', label: say('own') }, ...options]}
          blank={false}
          filled={filled}
        />
        <Text name="institucion" label={say('institution')} hint={say('institution.hint')} max={80} filled={filled} />
        <div class="field" data-file hidden>
          <label for="archivo">{say('file')}</label>
          <input type="file" id="archivo" name="archivo" accept=".csv,.tsv,.txt" />
        </div>
        <Text name="texto" label={say('text')} rows={6} filled={filled} />
        <Choices
          name="demo"
          label={say('demo')}
          many
          options={[{ value: 'si', label: say('demo.yes') }]}
          filled={filled}
        />
        <Button name="hacer" value="ver">
          {say('look')}
        </Button>
        <Button kind="quiet" name="hacer" value="importar">
          {say('write')}
        </Button>
      </form>
      <script src={assets.href('import.js')} defer />
    </>
  );
}

function Result(outcome: Outcome): VNode {
  const { readable, written, mapping, refused, problems, sample } = outcome;
  const counts = (['rows', 'created', 'continued', 'unchanged', 'refused'] as const).map(
    (name) => [say(name), String(outcome[name])] as const,
  );
  return (
    <>
      <h2>{say(readable ? (written ? 'imported' : 'preview') : 'unreadable')}</h2>
      {mapping !== undefined && <p>{say('readBy', { mapping })}</p>}
      {readable && <Facts rows={counts} />}
      {problems.length > 0 && <Problems count={Math.max(refused, problems.length)} problems={problems} />}
      {sample.length > 0 && <h3>{say('sample')}</h3>}
      {sample.map(({ row, cells }) => (
        <details key={row} open={row === sample[0]?.row}>
          <summary>{say('sample.row', { row })}</summary>
          <Facts
            rows={cells.map(({ heading, read, value }) => [
              heading,
              say('sample.cell', { read, value: value ?? say('sample.bad') }),
            ])}
          />
        </details>
      ))}
    </>
  );
}

function Problems({ count, problems }: { count: number; problems: ImportPreview['problems'] }): VNode {
  return (
    <div class="scroll">
      <table>
        <caption>{say('problems', { count })}</caption>
        <thead>
          <tr>
            {(['row', 'column', 'read', 'message'] as const).map((name) => (
              <th key={name} scope="col">
                {say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {problems.map(({ row, column, heading, read, message }) => (
            <tr key={`${row} ${column} ${message}`}>
              <td>{row}</td>
              <td>{heading ?? column}</td>
              <td>{read}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
