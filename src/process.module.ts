import {
  type DynamicModule,
  Global,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type Provider,
  type Type,
} from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { type Indicator, type Mac, type ProblemText, ServiceModule, Stopping } from '#service';
import type { Seals } from './audit/ledger/ledgers.js';
import { errorPage } from './pages/error-page.js';
import type { People } from './people/people.js';
import { PeopleModule } from './people/people.module.js';
import { PLATFORM, type Platform } from './platform.js';
import type { Runners } from './runners.js';

/** As much of a platform as the modules of a process use. Who makes reports needs of the ledger only what seals name. */
export type PlatformPart = Partial<Omit<Platform, 'ledger'>> & { readonly ledger?: Seals };

/** What a process offers, what runs in it, and what it says of itself. */
export interface Process {
  readonly platform: PlatformPart;
  readonly people: People;
  readonly modules?: readonly (Type | DynamicModule)[];
  readonly providers?: readonly Provider[];
  /** What runs as long as the process does. */
  readonly runners?: Runners;
  readonly indicators: readonly Indicator[];
  readonly problems?: readonly ProblemText[];
  /** What is closed by name when everything that runs has ended: the last first. */
  readonly closers: Readonly<Record<string, () => Promise<void>>>;
}

const RUNNING = Symbol('what runs');

/** Gives every capability what it runs on. */
@Global()
@Module({})
class PlatformModule {
  static with(platform: PlatformPart): DynamicModule {
    return { module: PlatformModule, providers: [{ provide: PLATFORM, useValue: platform }], exports: [PLATFORM] };
  }
}

/** Runs what runs as long as the process does, and closes what is held after it. */
@Injectable()
class Running implements OnApplicationBootstrap {
  constructor(
    @Inject(RUNNING) private readonly process: Process,
    @Inject(Stopping) private readonly stopping: Stopping,
  ) {}

  onApplicationBootstrap(): void {
    const { closers, runners = {} } = this.process;
    for (const [name, close] of Object.entries(closers)) this.stopping.closes(name, close);
    for (const [name, run] of Object.entries(runners)) this.stopping.run(name, run);
  }
}

/** Everything one process serves. */
@Module({})
export class ProcessModule {
  static of(process: Process): DynamicModule {
    const { platform, people, modules = [], providers = [], indicators, problems = [] } = process;
    const { vault, views } = platform;
    const mac: Mac = vault === undefined ? noCommands : (purpose, text) => vault.mac(purpose, text);
    return {
      module: ProcessModule,
      imports: [
        PlatformModule.with(platform),
        CqrsModule.forRoot(),
        ServiceModule.register({
          mac,
          authenticator: people.authenticator,
          ...(views === undefined ? {} : { views }),
          ...(people.rates === undefined ? {} : { rates: people.rates }),
          problems,
          errorPage,
          languages: ['es'],
          indicators,
        }),
        PeopleModule.with(people),
        ...modules,
      ],
      providers: [{ provide: RUNNING, useValue: process }, Running, ...providers],
    };
  }
}

/** Only commands are fingerprinted, and a process without keys takes none. */
const noCommands: Mac = () => Promise.reject(new Error('this process takes no commands'));
