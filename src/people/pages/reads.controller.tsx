import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { type Actor, CurrentActor, UuidPipe } from '#service';
import { Back } from '../../pages/parts.js';
import { Pages } from '../../pages/pages.js';
import { outcomeWord, readWord } from '../../pages/read-words.js';
import { dayName } from '../../pages/time.js';
import { CaseReads } from '../http/case-reads.js';
import type { CaseReadView } from '../http/staff.dto.js';
import { say } from './words.js';

/** Who looked at the data of a case: to be read on the screen, or printed and handed to her. */
@ApiExcludeController()
@Controller('casos/:id/lecturas')
export class ReadsPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CaseReads) private readonly reads: CaseReads,
  ) {}

  @Get()
  async show(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.reads.of(id);
    const name = await this.pages.names(found.map(({ institution }) => institution));
    // Who looks after personal data sees who looked, and not the case.
    const back = actor.role === 'data-officer' ? '/derechos' : `/casos/${id}`;
    await this.pages.send(reply, actor, 'cases', <ReadList {...{ back, found, name }} />);
  }
}

function ReadList(props: { back: string; found: readonly CaseReadView[]; name: (code: string) => string }): VNode {
  const { back, found, name } = props;
  return (
    <>
      <Back href={back} />
      <h1>{say('reads.title')}</h1>
      <p>{say('reads.lead')}</p>
      {found.length === 0 ? (
        <p>{say('reads.none')}</p>
      ) : (
        <table class="changes listing">
          <thead>
            <tr>
              {(['day', 'institution', 'role', 'purpose', 'what'] as const).map((each) => (
                <th key={each} scope="col">
                  {say(`reads.${each}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map(({ day, institution, role, purpose, what, ...came }, index) => (
              <tr key={index}>
                <th scope="row">{dayName(day)}</th>
                <td data-name={say('reads.institution')}>{name(institution)}</td>
                <td data-name={say('reads.role')}>{readWord('role', role)}</td>
                <td data-name={say('reads.purpose')}>{readWord('purpose', purpose)}</td>
                <td data-name={say('reads.what')}>
                  {readWord('what', what)} · {outcomeWord(came)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
