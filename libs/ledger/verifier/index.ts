export { findings } from './codes.js';
export { main } from './main.js';
