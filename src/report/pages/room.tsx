import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VNode } from 'preact';
import { type Block, type ReportDocument, ReportSection, type Section } from '#document';
import { assets } from '../../pages/assets.js';
import { boardWords as words } from './words.js';

assets.add('room.css', readFileSync(join(import.meta.dirname, 'room.css')));

/** The sections a room reads, one after the other: the numbered ones. */
const read = ({ sections }: ReportDocument): readonly Section[] =>
  sections.filter(({ number }) => number !== undefined);

/** The sections before and after one, in the order they are read; undefined where the report has no such section. */
export function around(
  document: ReportDocument,
  id: string | undefined,
):
  | { readonly section: Section; readonly place: number; readonly of: number; readonly ids: readonly string[] }
  | undefined {
  const sections = read(document);
  const place = id === undefined ? 0 : sections.findIndex((section) => section.id === id);
  const section = sections[place];
  return section && { section, place, of: sections.length, ids: sections.map((each) => each.id) };
}

/** One section in large letters, with the way to the next and the one before: links, no script. */
export function Room(props: {
  readonly document: ReportDocument;
  readonly found: NonNullable<ReturnType<typeof around>>;
  /** Of the month. */
  readonly path: string;
}): VNode {
  const { document, found, path } = props;
  const { section, place, of, ids } = found;
  const blocks = section.blocks.filter((block) => !leadsElsewhere(block));
  const turning = (
    <nav class="around turning" aria-label={words.turning}>
      <Turn path={path} to={ids[place - 1]} label={`← ${words.before}`} />
      <span>{words.place(place + 1, of)}</span>
      <Turn path={path} to={ids[place + 1]} label={`${words.next} →`} />
    </nav>
  );
  return (
    <article class="report room" lang={document.lang}>
      {turning}
      <p class="step">
        {document.title} · {document.subtitle} · {document.classification}
      </p>
      <ReportSection section={{ ...section, blocks, newPage: false }} doc={document} />
      {turning}
    </article>
  );
}

/** A list of links into other sections has nowhere to lead where one section is shown. */
const leadsElsewhere = (block: Block): boolean =>
  block.kind === 'list' && block.items.length > 0 && block.items.every(({ to }) => to !== undefined);

const Turn = (props: { readonly path: string; readonly to: string | undefined; readonly label: string }): VNode =>
  props.to === undefined ? (
    <span />
  ) : (
    <a class="button quiet" href={`${props.path}?modo=sala&seccion=${props.to}`}>
      {props.label}
    </a>
  );
