import { Controller, type DynamicModule, Get, Inject, Module } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Codes, header, Introducer, introductionHeader, Introductions, keysPath, Public } from '#service';
import { roles } from '../people/domain/roles.js';
import type { People, Staff } from '../people/people.js';
import type { Service } from './services.js';

/**
 * People as the process says that knows them: it asked who they are for this very request, so whoever was suspended a
 * moment ago is introduced no more.
 * @param door where that process is
 * @param here what this process is called
 */
export function introducedPeople(door: string, here: Service): People {
  const introductions = new Introductions({ from: 'write', at: door, to: here });
  return {
    authenticator: {
      challenge: 'Introduction',
      authenticate: async (request) => {
        const said = await introductions.read(header(request, introductionHeader), request);
        return said && staffIn(said);
      },
    },
  };
}

/** Nobody: where nothing is shown that anybody would have to be known for. */
export const nobody: People = { authenticator: { challenge: 'None', authenticate: async () => undefined } };

function staffIn({ code, institution, role, country }: Codes): Staff | undefined {
  const known = roles.find((each) => each === role);
  if (code === undefined || institution === undefined || country === undefined || known === undefined) return undefined;
  return { code, institution, role: known, country };
}

const INTRODUCER = Symbol('who introduces');

/** The public keys, for the processes that were given this one's address. */
@ApiExcludeController()
@Public()
@Controller()
class KeysController {
  constructor(@Inject(INTRODUCER) private readonly introducer: Introducer) {}

  @Get(keysPath)
  keys(): Introducer['keys'] {
    return this.introducer.keys;
  }
}

/** Shows what the introductions of this process are signed with. */
@Module({})
export class KeysShown {
  static of(introducer: Introducer): DynamicModule {
    return {
      module: KeysShown,
      controllers: [KeysController],
      providers: [{ provide: INTRODUCER, useValue: introducer }],
    };
  }
}
