import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { ChartPicture, Icon, Sparkline } from './charts/index.js';
import { checkDocument } from './check.js';
import { DataTable, NumberCellView, RowLabel } from './html-table.js';
import type { Block, Figure, Indicators, ReportDocument, Section, Verdict } from './model.js';
import { indicatorTable } from './tables.js';

/** The style sheet: serve this file, or let `as: 'file'` write it into the page. */
export const reportCssPath = join(import.meta.dirname, 'report.css');

/**
 * What to make of the document: a page that links to a served style sheet (no inline style, no script: fits a policy of
 * `default-src 'self'`), one file that stands alone on a disk, or the bare article for a page somebody else frames.
 */
export type HtmlOptions =
  { readonly as: 'page'; readonly stylesheet: string } | { readonly as: 'file' } | { readonly as: 'fragment' };

/**
 * The document as HTML. Every cell carries `data-status`, and `data-value` where there is a number.
 * @throws BadDocument
 */
export function renderHtml(doc: ReportDocument, options: HtmlOptions): string {
  checkDocument(doc);
  if (options.as === 'fragment') return renderToString(<Report doc={doc} />);
  const head = options.as === 'page' ? <link rel="stylesheet" href={options.stylesheet} /> : <Embedded doc={doc} />;
  return `<!doctype html>\n${renderToString(<Page doc={doc} head={head} />)}\n`;
}

function Page({ doc, head }: { readonly doc: ReportDocument; readonly head: ComponentChildren }): JSX.Element {
  return (
    <html lang={doc.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{`${doc.title} · ${doc.subtitle}`}</title>
        {head}
      </head>
      <body class="report-page">
        <main>
          <Report doc={doc} />
        </main>
      </body>
    </html>
  );
}

function Embedded({ doc }: { readonly doc: ReportDocument }): JSX.Element {
  const { owner, period, code } = doc.footer;
  const line = cssString([owner, period, doc.classification, code].join(' · '));
  const css = `${readFileSync(reportCssPath, 'utf8')}\n@page { @bottom-left { content: ${line}; font: 8pt sans-serif; } }\n`;
  return <style dangerouslySetInnerHTML={{ __html: css }} />;
}

/** Everything but letters, digits and spaces as a CSS escape: nothing in it can end the string or the style element. */
const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`;

/** The article itself, for pages built with components; check the document first. */
export function Report({ doc }: { readonly doc: ReportDocument }): JSX.Element {
  return (
    <article class="report" lang={doc.lang} id={doc.id} data-report={doc.id}>
      <header class="report-head">
        <p class="report-class">{doc.classification}</p>
        <h1>{doc.title}</h1>
        <p class="report-subtitle">{doc.subtitle}</p>
        <dl class="report-meta">
          {doc.meta.map(({ label, value }) => (
            <div>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </header>
      <nav class="report-contents" aria-labelledby={`${doc.id}-contents`}>
        <h2 id={`${doc.id}-contents`}>{doc.words.contents}</h2>
        <ol>
          {doc.sections.map((section) => (
            <li>
              <a href={`#${section.id}`}>{numbered(section)}</a>
            </li>
          ))}
        </ol>
      </nav>
      {doc.sections.map((section) => (
        <ReportSection section={section} doc={doc} />
      ))}
      <footer class="report-foot">
        <p>{[doc.footer.owner, doc.footer.period, doc.classification].join(' · ')}</p>
        <p>
          <strong>{doc.footer.code}</strong> {doc.footer.verify}
        </p>
      </footer>
    </article>
  );
}

const numbered = ({ number, title }: Section): string => (number === undefined ? title : `${number}. ${title}`);

/** One section by itself. */
export function ReportSection({
  section,
  doc,
}: {
  readonly section: Section;
  readonly doc: ReportDocument;
}): JSX.Element {
  const heading = `${section.id}-title`;
  return (
    <section id={section.id} aria-labelledby={heading} class={section.newPage ? 'report-new-page' : undefined}>
      <h2 id={heading}>{numbered(section)}</h2>
      {section.blocks.map((block) => (
        <BlockView block={block} doc={doc} />
      ))}
    </section>
  );
}

function BlockView({ block, doc }: { readonly block: Block; readonly doc: ReportDocument }): JSX.Element {
  switch (block.kind) {
    case 'paragraph':
      return <p lang={block.lang}>{block.text}</p>;
    case 'list': {
      const items = block.items.map((item) => (
        <li>{item.to === undefined ? item.text : <a href={`#${item.to}`}>{item.text}</a>}</li>
      ));
      return (
        <>
          {block.title !== undefined && <h3>{block.title}</h3>}
          {block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>}
        </>
      );
    }
    case 'note':
      return (
        <aside class={`report-note report-note-${block.tone}`}>
          {block.title !== undefined && <p class="report-note-title">{block.title}</p>}
          <p>{block.text}</p>
        </aside>
      );
    case 'indicators':
      return <IndicatorsView block={block} doc={doc} />;
    case 'table':
      return (
        <div class="report-block" id={block.id}>
          <h3>{block.title}</h3>
          {block.description !== undefined && <p class="report-description">{block.description}</p>}
          <DataTable id={block.id} title={block.title} data={block.table} words={doc.words} narrow="cards" />
        </div>
      );
    case 'figure':
      return <FigureView figure={block} doc={doc} />;
    case 'form':
      return (
        <div class="report-block" id={block.id}>
          <h3>{block.title}</h3>
          <div class="report-box" role="region" aria-label={block.title} tabIndex={0}>
            <table class="report-form">
              <thead>
                <tr>
                  {block.columns.map((column) => (
                    <th scope="col">{column}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {Array.from({ length: block.lines }, () => (
                  <tr>
                    {block.columns.map(() => (
                      <td />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      );
  }
}

function FigureView({ figure, doc }: { readonly figure: Figure; readonly doc: ReportDocument }): JSX.Element {
  const heading = `${figure.id}-title`;
  // Only a grid is wider than a phone: its box scrolls, and so must be reachable from the keyboard.
  const scrolls =
    figure.chart.kind === 'matrix' ? ({ role: 'region', tabIndex: 0, 'aria-labelledby': heading } as const) : {};
  return (
    <figure class="report-block" id={figure.id} data-figure={figure.id} aria-labelledby={heading}>
      <h3 id={heading}>{figure.title}</h3>
      <p class="report-description">{figure.description}</p>
      <div class={`report-chart report-chart-${figure.chart.kind}`} {...scrolls}>
        <ChartPicture figure={figure} doc={doc} medium="screen" />
      </div>
      {figure.caption !== undefined && <figcaption>{figure.caption}</figcaption>}
      <details>
        <summary>
          {doc.words.showTable}
          <span class="report-unseen">{`: ${figure.title}`}</span>
        </summary>
        <DataTable id={figure.id} title={figure.title} data={figure.table} words={doc.words} narrow="scroll" />
      </details>
    </figure>
  );
}

function IndicatorsView({ block, doc }: { readonly block: Indicators; readonly doc: ReportDocument }): JSX.Element {
  const { headings } = block;
  const heading = `${block.id}-title`;
  const columns = ['indicator', 'value', 'previous', 'yearBefore', 'trend', 'change', 'target'] as const;
  return (
    <div class="report-block" id={block.id}>
      <h3 id={heading}>{block.title}</h3>
      {block.description !== undefined && <p class="report-description">{block.description}</p>}
      <table
        class="report-table report-cards report-indicators"
        role="table"
        aria-labelledby={heading}
        data-figure={block.id}
      >
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th role="columnheader" scope="col">
                {headings[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {block.rows.map((row) => (
            <tr role="row" data-row={row.id}>
              <th role="rowheader" scope="row">
                <RowLabel row={row} />
              </th>
              <NumberCellView cell={row.value} column="value" label={headings.value} words={doc.words} />
              <NumberCellView cell={row.previous} column="previous" label={headings.previous} words={doc.words} />
              <NumberCellView cell={row.yearBefore} column="yearBefore" label={headings.yearBefore} words={doc.words} />
              <td role="cell" data-label={headings.trend}>
                <Sparkline cells={row.trend} />
              </td>
              <VerdictCell verdict={row.change} label={headings.change} />
              <VerdictCell verdict={row.target} label={headings.target} />
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>
          {doc.words.showTable}
          <span class="report-unseen">{`: ${block.title}`}</span>
        </summary>
        <DataTable id={block.id} title={block.title} data={indicatorTable(block)} words={doc.words} narrow="scroll" />
      </details>
    </div>
  );
}

const VerdictCell = ({ verdict, label }: { readonly verdict: Verdict; readonly label: string }): JSX.Element => (
  <td role="cell" data-label={label} class="report-verdict">
    <span>
      <Icon name={verdict.icon} /> {verdict.word}
    </span>
  </td>
);
