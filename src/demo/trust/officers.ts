import type { DemoBoard } from '../boards/model.js';
import { coordinatorOf } from '../founding.js';

/** Somebody who looks after personal data, and where. */
interface Officer {
  readonly code: string;
  readonly institution: string;
}

/** Who decides what others ask about personal data: in Bolivia the coordination does it, which the demo has no officers beside. */
export const officerOf = (board: Pick<DemoBoard, 'country'>): Officer =>
  board.country === 'PE'
    ? { code: 'demo-datos-01', institution: 'pe-150112-datos' }
    : { code: coordinatorOf(board), institution: 'bo-020105-unidad' };
