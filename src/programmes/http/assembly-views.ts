import { IsArray, IsIn, IsString } from 'class-validator';
import { NestedList } from '#service';
import type { ShownAssembly } from './assembly-desk.js';
import { CountView, counted } from './count-views.js';

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
