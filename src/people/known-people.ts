import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#service';
import { PLATFORM, type Platform } from '../platform.js';
import { soon } from '../requests.js';
import { PEOPLE, type People } from './people.js';
import { staff } from './views/staff.js';

/** Somebody who works, or worked, here: whether they may come in is not said. */
export type KnownPerson = Pick<Actor, 'code' | 'institution'> & { readonly role?: string };

/** Everybody there is: who was enrolled, and in a demonstration whom one may be. */
@Injectable()
export class KnownPeople {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(PEOPLE) private readonly people: People,
  ) {}

  /** Whose code it is; undefined: nobody's. */
  async find(code: string): Promise<KnownPerson | undefined> {
    const { platform, people } = this;
    const enrolled = () => platform.views.get(staff, code);
    return (await enrolled()) ?? (await people.directory?.find(code)) ?? soon(platform, [staff], enrolled);
  }
}
