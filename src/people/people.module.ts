import { join } from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { Access, POLICIES } from './access/access.js';
import { AccessGuard } from './access/guard.js';
import { Lists } from './access/lists.js';
import { openPolicies, policyTexts } from './access/policies.js';
import { CountryOfActor } from './country.interceptor.js';
import { KnownPeople } from './known-people.js';
import { PEOPLE, type People } from './people.js';

const folder = join(import.meta.dirname, 'policies-cedar');

/** Who acts, in which country, and what they may do: in every process. */
@Module({})
export class PeopleModule {
  /** @throws PoliciesInvalid */
  static with(people: People): DynamicModule {
    return {
      module: PeopleModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: PEOPLE, useValue: people },
        { provide: POLICIES, useFactory: () => openPolicies(policyTexts(folder)) },
        { provide: APP_INTERCEPTOR, useClass: CountryOfActor },
        { provide: APP_GUARD, useClass: AccessGuard },
        Access,
        Lists,
        KnownPeople,
      ],
      exports: [PEOPLE, Access, Lists, KnownPeople],
    };
  }
}
