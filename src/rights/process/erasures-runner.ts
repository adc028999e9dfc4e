import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Stopping } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { ForgetPerson } from '../../questions.js';
import { backupDaysFrom } from './backup-days.js';
import { CarryOut } from './carry-out.js';

/** Carries erasures out for as long as the process runs. */
@Injectable()
export class ErasuresRunner implements OnApplicationBootstrap {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Stopping) private readonly stopping: Stopping,
  ) {}

  onApplicationBootstrap(): void {
    const carrying = new CarryOut(this.platform, {
      forget: (person, upTo) => this.queries.execute(new ForgetPerson(person, upTo)),
      backupDays: backupDaysFrom(process.env),
    });
    this.stopping.run('erasures', (signal) => carrying.run(signal));
  }
}
