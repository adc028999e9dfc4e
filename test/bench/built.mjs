// Lets a bench run the built product: what it imports from ../../src and ../../libs comes out of dist/, as a server's
// modules do; its own modules are TypeScript, whose types Node strips. Run `npm run build` first.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';

const root = new URL('../../', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.startsWith('.') || !specifier.endsWith('.js')) return next(specifier, context);
    const wanted = new URL(specifier, context.parentURL).href;
    const inside = wanted.startsWith(root) ? wanted.slice(root.length) : '';
    if (/^(src|libs)\//.test(inside)) return next(`${root}dist/${inside}`, context);
    const source = wanted.replace(/\.js$/, '.ts');
    return next(existsSync(new URL(source)) ? source : specifier, context);
  },
});
