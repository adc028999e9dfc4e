import { IsArray, IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { Nested, NestedList } from '#service';
import type { HelpFigures, NetworkFigures } from '../domain/network-figures.js';
import type { AlertCard } from '../views/alerts.js';
import type { HelpCard } from '../views/community-helps.js';
import type { CouncilCard } from '../views/councils.js';
import type { ShownAssembly } from './assembly-desk.js';

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

/** How many of a code; null: withheld. */
class CountView {
  @IsString()
  code: string;

  @IsOptional()
  @IsInt()
  count: number | null;
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

  @NestedList(() => CouncilFiguresView, 500)
  councils: readonly CouncilFiguresView[];

  @Nested(() => HelpFiguresView)
  total: HelpFiguresView;
}

export const figuresView = (
  month: string,
  { network, councils, total }: NetworkFigures & { readonly network: { readonly id: string } },
): NetworkFiguresView => ({
  network: network.id,
  month,
  councils: Object.entries(councils).map(([council, figures]) => ({ council, ...helpFiguresView(figures) })),
  total: helpFiguresView(total),
});

const helpFiguresView = ({ taken, acts, matters }: HelpFigures): HelpFiguresView => ({
  taken,
  acts: counted(acts),
  matters: counted(matters),
});

const counted = <N extends number | null>(counts: Readonly<Record<string, N>>) =>
  Object.entries(counts).map(([code, count]) => ({ code, count }));

export class HelpView {
  @IsString()
  id: string;

  /** When it happened. */
  @IsString()
  at: string;

  @IsString()
  community: string;

  @IsString()
  matter: string;

  @IsString()
  sex: string;

  @IsString()
  ageBand: string;

  @IsString()
  language: string;

  @IsArray()
  @IsString({ each: true })
  acts: readonly string[];

  /** The case that was opened, and who it was handed to. */
  @IsOptional()
  @IsString()
  case?: string;

  @IsOptional()
  @IsString()
  to?: string;
}

export const helpView = ({ council: _, month: __, ...card }: HelpCard): HelpView => card;

export class AlertView {
  @IsString()
  id: string;

  @IsString()
  district: string;

  @IsString()
  place: string;

  @IsString()
  topic: string;

  @IsString()
  source: string;

  @IsString()
  institution: string;

  @IsString()
  to: string;

  @IsIn(['open', 'looked-at', 'referred', 'answered', 'closed'])
  status: AlertCard['status'];

  /** By when it is to be answered. */
  @IsOptional()
  @IsString()
  due?: string;

  /** How often it came back unanswered. */
  @IsInt()
  times: number;

  @IsString()
  raisedAt: string;

  @IsOptional()
  @IsString()
  endedAt?: string;

  /** The answer, or the reason. */
  @IsOptional()
  @IsString()
  code?: string;

  /** Who somebody was handed on to. */
  @IsOptional()
  @IsString()
  referredTo?: string;
}

/** Of a case only that there is one: whoever gave the alert is none of its ends. */
export const alertView = ({ revision: _, case: __, country: ___, ...card }: AlertCard): AlertView => card;

class HeardAgreementView {
  @IsString()
  id: string;

  @IsString()
  board: string;

  @IsString()
  text: string;

  @IsString()
  due: string;

  @IsIn(['open', 'done', 'cancelled'])
  status: 'open' | 'done' | 'cancelled';
}

export class AssemblyView {
  @IsString()
  id: string;

  @IsString()
  district: string;

  @IsString()
  community: string;

  @IsString()
  institution: string;

  @IsString()
  on: string;

  @IsArray()
  @IsString({ each: true })
  languages: readonly string[];

  /** By sex. */
  @NestedList(() => CountView, 5)
  attended: readonly CountView[];

  /** What it asked for and boards agreed to, with how each stands. */
  @NestedList(() => HeardAgreementView, 200)
  agreements: readonly HeardAgreementView[];
}

export function assemblyView({ agreements, attended, ...card }: ShownAssembly): AssemblyView {
  return {
    ...card,
    attended: counted(attended),
    agreements: agreements.map(({ id, board, text, due, status }) => ({ id, board, text, due, status })),
  };
}
