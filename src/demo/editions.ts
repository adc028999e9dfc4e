import type { CommandBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Month } from '#terms';
import { type Platform, send } from '../platform.js';
import { editionId } from '../report/release/domain/edition.js';
import type { HandleEdition } from '../report/release/http/commands.js';
import type { EditionDesk } from '../report/release/http/edition-desk.js';
import { refresh } from '../runners.js';
import { boardOf, type DemoBoard } from './boards/model.js';
import { coordinatorOf } from './founding.js';

type Act = 'freeze' | 'approve' | 'to-board' | 'to-all' | 'restate';

const issued = ['approve', 'to-board', 'to-all'] as const;

/** What is done to the first report, by how many reports were due. */
const course: readonly (readonly Act[])[] = [[], ['freeze'], issued, ['restate', 'freeze'], issued];

/**
 * The first report of a board as it is issued, by the desk that issues them: frozen when it is due, approved by the session
 * of the month after and published to the board and to everybody, then made again with what came late, as a second
 * version. Only the first, because to issue a report everything before it is replayed.
 */
export class Issuing {
  private constructor(
    private readonly platform: Platform,
    private readonly board: DemoBoard,
    private readonly desk: EditionDesk,
  ) {}

  /** The code of the server is loaded for it. */
  static async of(platform: Platform, board: DemoBoard): Promise<Issuing> {
    const [{ EditionDesk: Desk }, { EditionReader }, { Editions }] = await Promise.all([
      import('../report/release/http/edition-desk.js'),
      import('../report/release/http/edition-reader.js'),
      import('../report/editions.js'),
    ]);
    const bus: Pick<CommandBus, 'execute'> = {
      execute: (command: unknown) => send(platform, 'edition', (command as HandleEdition).request) as Promise<never>,
    };
    return new Issuing(
      platform,
      board,
      new Desk(platform, bus as CommandBus, new EditionReader(platform), new Editions(platform)),
    );
  }

  /** What is done with it when the report of a month is due. @param months of the demo, up to that one */
  async at(months: readonly Month[]): Promise<void> {
    const [first = ''] = months;
    for (const act of course[months.length] ?? []) {
      // It is weighed against all that was released before.
      await refresh(this.platform);
      await this.#act(act, first, months.at(-1) ?? first);
    }
  }

  #act(act: Act, month: Month, session: Month): Promise<unknown> {
    const { desk } = this;
    const board = boardOf(this.board);
    const commandId = deriveId(editionId(board, month), session, act);
    const meta = { commandId, actor: coordinatorOf(this.board) };
    switch (act) {
      case 'freeze':
        return desk.freeze(board, month, meta);
      case 'approve':
        return desk.approve(board, month, meta, `ACTA-${session}`);
      case 'to-board':
        return desk.publish(board, month, meta, 'board');
      case 'to-all':
        return desk.publish(board, month, meta, 'public');
      case 'restate':
        return desk.restate(board, month, meta, 'LATE');
    }
  }
}
