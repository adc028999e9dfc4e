import { IsArray, IsInt, IsOptional, IsString } from 'class-validator';
import { Nested, NestedList } from '#service';
import type { HelpFigures } from '../domain/network-figures.js';
import type { CouncilCard } from '../views/councils.js';
import { CountView, counted } from './count-views.js';
import type { FiguresOfNetwork } from './council-desk.js';

class CouncilRecognitionView {
  @IsString()
  by: string;

  @IsString()
  on: string;

  @IsOptional()
  @IsString()
  norm?: string;
}

class DefenderTermView {
  @IsString()
  defender: string;

  @IsString()
  from: string;

  @IsOptional()
  @IsString()
  until?: string;

  @IsString()
  training: string;
}

export class CouncilView {
  @IsString()
  id: string;

  @IsString()
  kind: string;

  @IsString()
  country: string;

  @IsString()
  name: string;

  @IsString()
  district: string;

  @IsArray()
  @IsString({ each: true })
  communities: readonly string[];

  /** The day it was founded. */
  @IsString()
  on: string;

  @IsOptional()
  @Nested(() => CouncilRecognitionView)
  recognised?: CouncilRecognitionView;

  @IsOptional()
  @IsString()
  network?: string;

  /** Every term, in the order they began to be known. */
  @NestedList(() => DefenderTermView, 2000)
  defenders: readonly DefenderTermView[];

  @IsOptional()
  @IsString()
  endedOn?: string;
}

export function councilView({ revision: _, inNetworkFrom: __, ...card }: CouncilCard): CouncilView {
  return card;
}

export class CouncilNetworkView {
  @IsString()
  id: string;

  @IsString()
  country: string;

  @IsString()
  name: string;

  @IsArray()
  @IsString({ each: true })
  territory: readonly string[];

  @IsString()
  on: string;

  @IsOptional()
  @Nested(() => CouncilRecognitionView)
  recognised?: CouncilRecognitionView;

  @IsOptional()
  @IsString()
  endedOn?: string;
}

/** Null: withheld. */
class HelpFiguresView {
  @IsOptional()
  @IsInt()
  taken: number | null;

  /** By what was done. */
  @NestedList(() => CountView, 50)
  acts: readonly CountView[];

  /** By what it was about. */
  @NestedList(() => CountView, 50)
  matters: readonly CountView[];
}

class CouncilFiguresView extends HelpFiguresView {
  @IsString()
  council: string;
}

export class NetworkFiguresView {
  @IsString()
  network: string;

  @IsString()
  month: string;

  /** The last day whose records count. */
  @IsString()
  through: string;

  @NestedList(() => CouncilFiguresView, 500)
  councils: readonly CouncilFiguresView[];

  @Nested(() => HelpFiguresView)
  total: HelpFiguresView;
}

export const figuresView = (
  month: string,
  { network, through, councils, total }: FiguresOfNetwork,
): NetworkFiguresView => ({
  network: network.id,
  ...{ month, through },
  councils: Object.entries(councils).map(([council, figures]) => ({ council, ...helpFiguresView(figures) })),
  total: helpFiguresView(total),
});

const helpFiguresView = ({ taken, acts, matters }: HelpFigures): HelpFiguresView => ({
  taken,
  acts: counted(acts),
  matters: counted(matters),
});
