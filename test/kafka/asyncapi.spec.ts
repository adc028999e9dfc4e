import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { asyncApi, factTopic } from '#publishing/kafka';
import { publications } from '../../src/capabilities.js';
import { factSchemas } from './support/schemas.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const schemas = factSchemas(
  globSync('src/*/published/*.ts', { cwd: root, exclude: ['**/*.spec.ts'] }).map((file) => join(root, file)),
);
const facts = publications.flatMap((publication) => publication.facts);
const options = { title: 'Facts', version: '1', topic: factTopic({ name: 'facts' }), publications, schemas };

describe('the AsyncAPI document', () => {
  it('has a schema for every fact that is told, and for no other', () => {
    expect(Object.keys(schemas)).toEqual([...facts].sort());
    const { components } = asyncApi(options) as { components: { messages: Record<string, { headers: object }> } };
    expect(Object.keys(components.messages).sort()).toEqual([...facts, 'watermark'].sort());
  });

  it('lets every recorded fact pass, and none with a field too many or too few', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const file of globSync('test/history/facts/*.json', { cwd: root })) {
      const { type, data } = JSON.parse(readFileSync(join(root, file), 'utf8')) as { type: string; data: object };
      const passes = ajv.compile(schemas[type] ?? false);
      expect([type, passes(data), passes.errors]).toEqual([type, true, null]);
      expect(passes({ ...data, note: 'more' })).toBe(false);
      const required = (schemas[type]?.['required'] as string[] | undefined) ?? [];
      for (const name of required) expect(passes({ ...data, [name]: undefined })).toBe(false);
    }
  });

  it('refers only to what is in it', () => {
    const document = asyncApi({ ...options, host: 'broker.example.org:9093' });
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
    expect(references.length).toBeGreaterThan(facts.length);
    for (const path of references) {
      expect(
        path.split('/').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], document),
      ).toBeDefined();
    }
    expect(document).toMatchObject({
      asyncapi: '3.0.0',
      servers: { broker: { host: 'broker.example.org:9093' } },
      channels: { facts: { address: 'facts.g1' } },
    });
  });

  it('is not made with a fact that has no schema', () => {
    expect(() => asyncApi({ ...options, schemas: {} })).toThrow('has no schema');
  });
});
