import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assets } from '../../pages/assets.js';

/** The styles these pages ask for, by asset name. */
export const registerStyles = ['boards.css', 'register.css'];

assets.add('register.css', readFileSync(join(import.meta.dirname, 'register.css')));
