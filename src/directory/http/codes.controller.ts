import { Controller, Get } from '@nestjs/common';
import { IsBoolean, IsString } from 'class-validator';
import { Answers, NestedList } from '#service';
import { countryNow } from '../../country.js';
import { jurisdiction } from '../../protocol/index.js';

export class CodeView {
  @IsString()
  code: string;

  @IsString()
  label_es: string;
}

export class CodeListView {
  @IsString()
  name: string;

  /** Where the list comes from. */
  @IsString()
  source: string;

  /** Whether it was checked against that source. */
  @IsBoolean()
  verified: boolean;

  @NestedList(() => CodeView, 500)
  entries: CodeView[];
}

/** The code lists of the country of who asks, with the names used today. */
@Controller('api/codes')
export class CodesController {
  @Get()
  @Answers(CodeListView, { list: true })
  lists(): readonly CodeListView[] {
    const { codes, ageBands } = jurisdiction(countryNow());
    const bands = { name: 'ageBands', source: 'Age in completed years.', verified: true, entries: ageBands };
    return [...Object.values(codes), bands].map(({ name, source, verified, entries }) => ({
      name,
      source,
      verified,
      entries: entries.map(({ code, label_es }) => ({ code, label_es })),
    }));
  }
}
