/**
 * Cuts the operations that we use out of GitHub's published description of its REST API (@octokit/openapi, 394 MB
 * unpacked), so that the tests can hold every request and answer against it without network.
 *
 *   node scripts/testbed/github-api.mjs           writes test/fakes/github/openapi.json
 *   node scripts/testbed/github-api.mjs --check   fails where the committed file differs
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';

const VERSION = '23.0.2';
const TARGET = 'test/fakes/github/openapi.json';
const OPERATIONS = [
  'pulls/get',
  'pulls/list',
  'pulls/list-reviews',
  'pulls/create-review',
  'pulls/list-files',
  'teams/get-membership-for-user-in-org',
  'issues/list-comments',
  'issues/create-comment',
  'issues/update-comment',
  'reactions/create-for-issue-comment',
  'repos/get-branch',
  'repos/get-commit',
  'repos/get-collaborator-permission-level',
  'repos/list-commit-statuses-for-ref',
  'repos/create-commit-status',
  'actions/list-workflow-runs-for-repo',
  'actions/list-workflow-run-artifacts',
  'actions/download-artifact',
  'actions/create-workflow-dispatch',
  'actions/re-run-workflow',
  'issues/list-for-repo',
  'issues/create',
  'issues/update',
  'repos/list-pull-requests-associated-with-commit',
];
/** Words for people, which no validation reads. */
const PROSE = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'x-github',
  'tags',
  'title',
  'x-octokit',
]);

function published() {
  const directory = join('.cache/testbed', `github-api-${VERSION}`);
  const archive = join(directory, `octokit-openapi-${VERSION}.tgz`);
  if (!existsSync(archive)) {
    mkdirSync(directory, { recursive: true });
    execFileSync('npm', ['pack', '--silent', `@octokit/openapi@${VERSION}`, '--pack-destination', directory]);
  }
  const file = 'package/generated/api.github.com.json';
  return JSON.parse(execFileSync('tar', ['-xzOf', archive, file], { maxBuffer: 2 ** 30, encoding: 'utf8' }));
}

/** A copy without prose; `properties` holds names of fields, none of which is prose whatever it is called. */
function bare(value, isProperties = false) {
  if (Array.isArray(value)) return value.map((item) => bare(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isProperties || !PROSE.has(key))
      .map(([key, item]) => [key, bare(item, key === 'properties' && !isProperties)]),
  );
}

function operationsOf(api) {
  const found = {};
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (!OPERATIONS.includes(operation.operationId)) continue;
      found[operation.operationId] = { method, path, ...bare(operation) };
    }
  }
  const missing = OPERATIONS.filter((id) => !(id in found));
  if (missing.length > 0)
    throw new Error(`GitHub's description ${VERSION} has no operation ${missing.join(', ')}`);
  return found;
}

/** Everything that the operations refer to, transitively, at the same JSON pointers. */
function componentsOf(api, operations) {
  const components = {};
  const pending = [operations];
  while (pending.length > 0) {
    for (const [, kind, name] of JSON.stringify(pending.pop()).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)) {
      if (components[kind]?.[name] !== undefined) continue;
      components[kind] ??= {};
      components[kind][name] = bare(api.components[kind][name]);
      pending.push(components[kind][name]);
    }
  }
  return components;
}

const api = published();
const operations = operationsOf(api);
const source = `@octokit/openapi ${VERSION}, generated/api.github.com.json (MIT)`;
const text = await format(JSON.stringify({ source, operations, components: componentsOf(api, operations) }), {
  parser: 'json',
  printWidth: 110,
});
if (!process.argv.includes('--check')) {
  writeFileSync(TARGET, text);
} else if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== text) {
  console.error(
    `${TARGET} is not what ${source} says: run node scripts/testbed/github-api.mjs and commit the file.`,
  );
  process.exit(1);
}
