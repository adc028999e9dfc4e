import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assets } from '../../pages/assets.js';

/** Makes the style of these pages known to the frame. */
assets.add('reeducation.css', readFileSync(join(import.meta.dirname, 'reeducation.css')));
