/**
 * GitHub's published API description, held against every request that we send and every answer that the fake gives.
 * `openapi.json` is cut out of @octokit/openapi by scripts/testbed/github-api.mjs.
 */
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly nullable?: boolean;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Content {
  /** Of a request's body: whether it may not be left out. */
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
  readonly $ref?: string;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

interface Description {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly components: unknown;
}

const description = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8')) as Description;

export const operations = Object.values(description.operations);

/** What a `#/components/…` pointer names. */
export function resolve<T extends object>(value: T | { readonly $ref: string }): T {
  if (!('$ref' in value)) return value;
  const found = value.$ref
    .split('/')
    .slice(1)
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], description);
  return found as T;
}

/** OpenAPI 3.0's `nullable` in JSON Schema's words. */
function jsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(jsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = value as Record<string, unknown>;
  const schema = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, jsonSchema(item)]));
  return nullable === true ? { anyOf: [{ type: 'null' }, schema] } : schema;
}

const ajv = new Ajv({ strict: false, coerceTypes: true, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'github', ...(jsonSchema(description) as object) });
const strictAjv = new Ajv({ strict: false, allErrors: true });
addFormats.default(strictAjv);
strictAjv.addSchema({ $id: 'github', ...(jsonSchema(description) as object) });

const compiled = new Map<string, ValidateFunction>();

function problems(key: string, schema: Schema, value: unknown, kind: Ajv): string[] {
  const absolute = JSON.parse(JSON.stringify(jsonSchema(schema)).replaceAll('"#/', '"github#/')) as object;
  const validate = compiled.get(key) ?? kind.compile(absolute);
  compiled.set(key, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${key}: ${error.instancePath} ${error.message ?? ''}`);
}

export interface Received {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What is wrong with a request, by GitHub's description; fields it does not know count as wrong. */
export function requestProblems(operation: Operation, { parameters, query, body }: Received): string[] {
  const known = (operation.parameters ?? []).map((parameter) => resolve<Parameter>(parameter));
  const found = [];
  for (const [name, value] of [...Object.entries(query), ...Object.entries(parameters)]) {
    const parameter = known.find((one) => one.name === name);
    if (parameter === undefined) found.push(`${operation.operationId}: unknown parameter ${name}`);
    else
      found.push(...problems(`${operation.operationId}?${name}`, wrapped(parameter.schema), { value }, ajv));
  }
  const { content, required = false } = resolve<Content>(operation.requestBody ?? {});
  const schema = content?.['application/json']?.schema;
  if (schema === undefined || (body === undefined && !required)) return found;
  found.push(...problems(`${operation.operationId} request`, schema, body, strictAjv));
  const fields = Object.keys(resolve(schema).properties ?? {});
  const strange = Object.keys(body ?? {}).filter((field) => fields.length > 0 && !fields.includes(field));
  return [...found, ...strange.map((field) => `${operation.operationId}: unknown field ${field}`)];
}

/** Parameters arrive as text; only inside an object can ajv turn them into numbers. */
function wrapped({ oneOf, ...rest }: Schema): Schema {
  // As text, 12 is both of "a number or a string": one is enough.
  return { type: 'object', properties: { value: oneOf === undefined ? rest : { ...rest, anyOf: oneOf } } };
}

/** What is wrong with an answer: a status that GitHub does not document, or a body unlike the documented one. */
export function answerProblems(operation: Operation, status: number, body: unknown): string[] {
  const response = operation.responses[status];
  if (response === undefined) return [`${operation.operationId}: GitHub documents no answer ${status}`];
  const schema = answerSchema(operation, status);
  return schema === null ? [] : problems(`${operation.operationId} ${status}`, schema, body, strictAjv);
}

export function answerSchema(operation: Operation, status: number): Schema | null {
  const response = operation.responses[status];
  return response === undefined
    ? null
    : (resolve<Content>(response).content?.['application/json']?.schema ?? null);
}

/** `value` with every field that the description requires and `value` leaves out, filled with the plainest valid one. */
export function filled(schema: Schema, value: unknown): unknown {
  const known = resolve(schema);
  if (value === undefined) return plainest(known);
  if (Array.isArray(value)) return value.map((item) => filled(known.items ?? {}, item));
  if (typeof value !== 'object' || value === null) return value;
  const shape = shapeOf(known);
  const given = value as Record<string, unknown>;
  const missing = shape.required.filter((name) => !(name in given));
  return Object.fromEntries(
    [...Object.keys(given), ...missing].map((name) => [
      name,
      filled(shape.properties[name] ?? {}, given[name]),
    ]),
  );
}

function shapeOf(schema: Schema): {
  properties: Readonly<Record<string, Schema>>;
  required: readonly string[];
} {
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? schema.oneOf ?? []).slice(0, 1)].map((part) =>
    shapeOf(resolve(part)),
  );
  return {
    properties: Object.assign({}, schema.properties, ...parts.map((part) => part.properties)) as Record<
      string,
      Schema
    >,
    required: [...(schema.required ?? []), ...parts.flatMap((part) => part.required)],
  };
}

function plainest(schema: Schema): unknown {
  if (schema.nullable === true) return null;
  if (schema.enum !== undefined) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf)?.[0];
  switch (schema.type) {
    case 'string':
      return schema.format === 'uri'
        ? 'https://example.com/'
        : schema.format === 'date-time'
          ? '2026-11-20T10:00:00Z'
          : '';
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    default:
      return choice !== undefined && schema.properties === undefined
        ? filled(choice, undefined)
        : filled(schema, {});
  }
}
