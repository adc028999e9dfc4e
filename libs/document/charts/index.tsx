import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Cell, Figure, IconName, ReportDocument } from '../model.js';
import { Bars, Steps } from './bars.js';
import { Dots } from './dots.js';
import type { Frame } from './draw.js';
import { Line } from './line.js';
import { Matrix } from './matrix.js';
import type { ChartProps } from './rows.js';
import { Icon, Sparkline } from './spark.js';
import { Stacked } from './stacked.js';

/** Where a picture will stand: a phone or a column of text (380 units wide), or a sheet of paper (620). */
export type Medium = 'screen' | 'paper';

/** The picture of a figure as a component. A grid keeps its width on any screen: its numbers could not be read smaller. */
export function ChartPicture(props: {
  readonly figure: Figure;
  readonly doc: Pick<ReportDocument, 'locale' | 'words'>;
  readonly medium: Medium;
}): JSX.Element {
  const { figure, doc, medium } = props;
  const { chart, title, alt, table: data } = figure;
  const width = medium === 'paper' || chart.kind === 'matrix' ? 620 : 380;
  const frame: Frame = { id: `chart-${figure.id}`, width, locale: doc.locale, words: doc.words };
  const common: Omit<ChartProps<unknown>, 'chart'> = { frame, title, alt, data };
  switch (chart.kind) {
    case 'line':
      return <Line {...common} chart={chart} />;
    case 'bars':
      return <Bars {...common} chart={chart} />;
    case 'stacked':
      return <Stacked {...common} chart={chart} />;
    case 'matrix':
      return <Matrix {...common} chart={chart} />;
    case 'steps':
      return <Steps {...common} chart={chart} />;
    case 'dots':
      return <Dots {...common} chart={chart} />;
  }
}

/** The picture of a figure as SVG text, the same bytes every time; every style is an attribute of its element. */
export const chartSvg = (figure: Figure, doc: Pick<ReportDocument, 'locale' | 'words'>, medium: Medium): string =>
  renderToString(<ChartPicture figure={figure} doc={doc} medium={medium} />);

export const sparklineSvg = (cells: readonly Cell[]): string => renderToString(<Sparkline cells={cells} />);
export const iconSvg = (name: IconName): string => renderToString(<Icon name={name} />);
export { Icon, Sparkline };
