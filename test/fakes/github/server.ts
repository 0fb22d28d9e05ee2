/**
 * A GitHub of our own on a loopback port: REST, GraphQL, artifact storage and git, one state behind all of them.
 * Whatever a client sends or the fake answers against GitHub's published descriptions fails the test that uses it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  answerProblems,
  answerSchema,
  filled,
  operations,
  requestProblems,
  type Operation,
} from './contract.ts';
import { serveGit } from './git.ts';
import { answerGraphql } from './graphql.ts';
import { handlers, type Answer } from './rest.ts';
import { World, type Actor } from './world.ts';

/** What the server says instead of its own answer; `after` lets the request have its effect first. */
export interface Fault {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly after?: boolean;
}

export interface FakeGitHub extends AsyncDisposable {
  readonly world: World;
  readonly url: string;
  /** As the runner's variables GITHUB_API_URL and GITHUB_GRAPHQL_URL have them. */
  readonly api: { readonly rest: string; readonly graphql: string };
  /** `GET /repos/acme/shop/pulls/7`, in order; GraphQL as `POST /graphql name`. */
  readonly calls: readonly string[];
  /** The next call that the pattern matches meets the fault, once. */
  failOnce(pattern: RegExp, fault: Fault): void;
  /** Every call that the pattern matches meets the fault from now on, until the returned function is called. */
  failAlways(pattern: RegExp, fault: Fault): () => void;
}

/** Below what path the APIs answer: github.com has hosts of their own for them. */
const APIS = {
  cloud: { rest: '', graphql: '/graphql' },
  enterprise: { rest: '/api/v3', graphql: '/api/graphql' },
} as const;

export async function startGitHub(kind: keyof typeof APIS = 'cloud'): Promise<FakeGitHub> {
  const apis = APIS[kind];
  const root = mkdtempSync(join(tmpdir(), 'fake-github-'));
  const world = new World(root);
  const calls: string[] = [];
  const broken: string[] = [];
  const faults: { readonly pattern: RegExp; readonly fault: Fault }[] = [];
  const lasting = new Set<{ readonly pattern: RegExp; readonly fault: Fault }>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`);
    const actor = actorOf(request, world);
    if (url.pathname.startsWith(`/${world.fullName}.git/`)) {
      if (actor !== null) return serveGit(root, url, request, response);
      response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' }).end();
      return;
    }
    const body = await jsonOf(request);
    const stored = /^\/storage\/(\d+)$/.exec(url.pathname)?.[1];
    if (stored !== undefined) {
      response.writeHead(200, { 'content-type': 'application/zip' });
      response.end(world.artifacts.find(({ id }) => id === Number(stored))?.archive);
      return;
    }
    const path = pathWithin(url.pathname);
    if (path === null) {
      broken.push(`${request.method ?? ''} ${url.pathname}: no API of this server is there`);
      return send(response, { status: 404 });
    }
    const name = [request.method, path, ...graphqlName(body)].join(' ');
    calls.push(name);
    const fault = faults.findIndex(({ pattern }) => pattern.test(name));
    const once = fault < 0 ? undefined : faults.splice(fault, 1)[0];
    const met = (once ?? [...lasting].find(({ pattern }) => pattern.test(name)))?.fault;
    if (met !== undefined && met.after !== true) return send(response, met);
    if (actor === null) return send(response, { status: 401, body: { message: 'Bad credentials' } });
    const own =
      path === '/graphql'
        ? { status: 200, body: await answerGraphql(world, actor, body as { query: string }) }
        : rest(request.method ?? 'GET', path, url, actor, body);
    send(response, met ?? own);
  };

  /** The path as github.com would have it; null where this server has no API. */
  const pathWithin = (path: string): string | null => {
    if (path === apis.graphql) return '/graphql';
    return path.startsWith(`${apis.rest}/`) ? path.slice(apis.rest.length) : null;
  };

  const rest = (method: string, path: string, url: URL, actor: Actor, body: unknown): Answer => {
    const found = match(method, path);
    if (found === null) {
      broken.push(`${method} ${path}: no such operation in the extract of GitHub's description`);
      return { status: 500 };
    }
    const { operation, parameters } = found;
    const query = Object.fromEntries(url.searchParams);
    broken.push(...requestProblems(operation, { parameters, query, body }));
    const handler = handlers[operation.operationId];
    if (handler === undefined) throw new Error(`the fake does not answer ${operation.operationId}`);
    if (!may(actor, handler.needs)) {
      return { status: 403, body: { message: 'Resource not accessible by integration' } };
    }
    const given = handler.answer({
      world,
      actor,
      url: origin,
      api: origin + apis.rest,
      parameters,
      query,
      body: (body ?? {}) as Record<string, unknown>,
    });
    const schema = answerSchema(operation, given.status);
    const whole = schema === null ? given : { ...given, body: filled(schema, given.body) };
    if (given.undocumented !== true) broken.push(...answerProblems(operation, whole.status, whole.body));
    return whole;
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      broken.push(String(error));
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    world,
    url: origin,
    api: { rest: origin + apis.rest, graphql: origin + apis.graphql },
    calls,
    failOnce: (pattern, fault) => faults.push({ pattern, fault }),
    failAlways(pattern, fault) {
      const one = { pattern, fault };
      lasting.add(one);
      return () => void lasting.delete(one);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(root, { recursive: true, force: true });
      if (broken.length > 0) throw new Error(`against GitHub's published description:\n${broken.join('\n')}`);
    },
  };
}

function match(
  method: string,
  path: string,
): { operation: Operation; parameters: Record<string, string> } | null {
  for (const operation of operations) {
    if (operation.method.toUpperCase() !== method) continue;
    const pattern = new RegExp(`^${operation.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    const groups = pattern.exec(path)?.groups;
    if (groups === undefined) continue;
    const parameters = Object.entries(groups).map(([key, value]) => [key, decodeURIComponent(value)]);
    return { operation, parameters: Object.fromEntries(parameters) as Record<string, string> };
  }
  return null;
}

/** Who a request's token belongs to: `token X`, `Bearer X`, or git's Basic with the token as password. */
function actorOf(request: IncomingMessage, world: World): Actor | null {
  const [scheme = '', value = ''] = (request.headers.authorization ?? '').split(' ');
  const token =
    scheme.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString().split(':')[1] : value;
  return world.actors.get(token ?? '') ?? null;
}

const may = (actor: Actor, needs: string): boolean =>
  actor.permissions.has(needs) || actor.permissions.has(needs.replace(':read', ':write'));

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString());
}

function graphqlName(body: unknown): string[] {
  const query = typeof body === 'object' && body !== null && 'query' in body ? String(body.query) : '';
  const [, name] = /\{\s*(\w+)/.exec(query) ?? [];
  return name === undefined ? [] : [name];
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
