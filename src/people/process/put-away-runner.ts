import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Stopping } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { PutAway } from './put-away.js';
import { SEAL_RECIPIENTS } from './recipients.js';

/** Puts keys away for as long as the process runs, where it was said for whom. */
@Injectable()
export class PutAwayRunner implements OnApplicationBootstrap {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Stopping) private readonly stopping: Stopping,
    @Inject(SEAL_RECIPIENTS) private readonly recipients: readonly string[] | undefined,
  ) {}

  onApplicationBootstrap(): void {
    const { platform, queries, recipients } = this;
    if (recipients === undefined) return;
    const putting = new PutAway(platform, queries, { recipients });
    this.stopping.run('sealed keys', (signal) => putting.run(signal));
  }
}
