import { readFile } from 'node:fs/promises';
import openapi, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { parse } from 'yaml';
import { format, resolveConfig } from 'prettier';

/** Types of what the server speaks, made from its own contracts: never written by hand. */

const RESOURCES = new URL('../../src/main/resources/', import.meta.url);
const TARGET = new URL('../src/contract/', import.meta.url);

const HEAD =
  '// Made from the server’s contract by `npm run contract`. Change the contract, not this file.\n\n';

/** Each generated file with its text. */
export async function generated(): Promise<Map<URL, string>> {
  return new Map([
    [new URL('http.ts', TARGET), await types(await contract('openapi.yaml'))],
    [new URL('live.ts', TARGET), await types(schemasOf(await contract('asyncapi.yaml')))],
  ]);
}

async function contract(name: string): Promise<OpenAPI3> {
  return shape(parse(await readFile(new URL(name, RESOURCES), 'utf8'))) as OpenAPI3;
}

/** Without what is said about it: whoever mends a sentence of the contract need not make the types anew. */
function shape(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(shape);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(
    ([key, value]) => !(['description', 'summary'].includes(key) && typeof value === 'string'),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, shape(value)]));
}

/** AsyncAPI's schemas are JSON Schema like OpenAPI 3.1's: a contract without paths holds them. */
function schemasOf({ info, components }: OpenAPI3): OpenAPI3 {
  return { openapi: '3.1.0', info, paths: {}, components: { schemas: components?.schemas ?? {} } };
}

async function types(contract: OpenAPI3): Promise<string> {
  const nodes = await openapi(contract, { alphabetize: true });
  const options = { ...(await resolveConfig(new URL(import.meta.url))), parser: 'typescript' };
  return format(HEAD + astToString(nodes), options);
}
