import { Query } from '@nestjs/cqrs';
import type { RecordedEvent } from '#event-log';

/** How the owner of a thing would have shown it after these of its events: asked by audit, answered by one folder. */
export class Replay extends Query<object | undefined> {
  constructor(
    readonly kind: 'case' | 'referral' | 'organization' | 'board' | 'session' | 'agreement' | 'plan',
    readonly id: string,
    readonly events: readonly RecordedEvent[],
  ) {
    super();
  }
}

/** What has this code that people read to each other, or which board it is: asked by audit. */
export class FindByCode extends Query<
  { readonly kind: 'case' | 'referral' | 'board'; readonly id: string } | undefined
> {
  constructor(readonly code: string) {
    super();
  }
}
