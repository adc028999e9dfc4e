// Lets Node run the TypeScript of libs and tests as it is: it strips the types, this finds the files.
// Needs `--conditions=source --experimental-transform-types`.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.startsWith('.') || !specifier.endsWith('.js')) return next(specifier, context);
    const source = specifier.replace(/\.js$/, '.ts');
    return next(existsSync(new URL(source, context.parentURL)) ? source : specifier, context);
  },
});
