import { ccapi } from './ccapi.js';
import { elAlto } from './el-alto.js';
import { jauja } from './jauja.js';
import type { DemoBoard } from './model.js';
import { sanJuanDeLurigancho } from './san-juan-de-lurigancho.js';
import { tayacaja } from './tayacaja.js';
import { independencia } from './urban.js';

/** The boards a demo can be played for, by the name `--board` has for them. */
export const demoBoards: readonly DemoBoard[] = [independencia, sanJuanDeLurigancho, jauja, tayacaja, ccapi, elAlto];
