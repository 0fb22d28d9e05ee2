/** Every rule is held to its own examples, which are its documentation as well. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ENGINES } from '../../src/config/choices.ts';
import type { Engine } from '../../src/config/config.ts';
import { mergeConfig } from '../../src/config/merge.ts';
import { lintRevisions } from '../../src/lint/engine.ts';
import { exampleFile } from '../../src/lint/example-file.ts';
import type { Finding } from '../../src/lint/finding.ts';
import type { ModelFacts } from '../../src/lint/models/model.ts';
import { readModels } from '../../src/lint/models/read.ts';
import { RULES } from '../../src/lint/rules/index.ts';
import type { Example, Rule } from '../../src/lint/rule.ts';
import { rulePage } from '../../src/lint/page.ts';
import { parseModule } from '../../src/revision/python/parse.ts';
import { readRevision } from '../../src/revision/read.ts';

const SERVERS = ENGINES.filter((engine) => engine !== 'sqlite');

/** The findings of one rule, at its heaviest; or of others beside it, each as the profile `recommended` has it. */
function judge(
  rule: Rule,
  example: Example,
  engine: Engine,
  text: string,
  rules: readonly Rule[] = [rule],
): readonly Finding[] {
  const path = `versions/${example.fileName ?? 'b1_example.py'}`;
  const bytes = Buffer.from(text);
  const reading = readRevision(path, bytes);
  if (reading.kind !== 'revision') throw new Error(reading.message);
  const config = { ...mergeConfig({}), rules: { [rule.id]: { severity: 'error' as const, options: {} } } };
  return lintRevisions({
    environment: 'migrations',
    revisions: [{ revision: reading.revision, bytes }],
    config: { ...config, ...example.config },
    engine,
    version: example.version ?? null,
    fileTemplate: '%(rev)s_%(slug)s',
    namesConstraints: false,
    tableSizes: example.tableSizes ? new Map(Object.entries(example.tableSizes)) : null,
    models: example.models ? modelFacts(example.models) : null,
    before: [],
    seen: [],
    rules,
  }).findings;
}

function modelFacts({ base, merged }: { base: string; merged: string }): ModelFacts {
  const read = (text: string) => readModels(new Map([['models.py', Buffer.from(text)]]));
  return { base: read(base), merged: read(merged), changed: base !== merged };
}

/** 1-based first and last line of a piece of the text. */
function linesOf(text: string, piece: string): readonly [number, number] {
  const at = text.indexOf(piece);
  if (at < 0) throw new Error(`the example does not hold ${piece}`);
  const line = text.slice(0, at).split('\n').length;
  return [line, line + piece.split('\n').length - 1];
}

const enginesOf = (rule: Rule, example: Example): readonly Engine[] =>
  example.engines ?? rule.engines ?? SERVERS;

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.examples.bad.map((example) => [example.caption, example] as const))(
    'finds %s',
    (_, example) => {
      const text = exampleFile(example);
      const [line] = linesOf(text, example.at);
      for (const engine of enginesOf(rule, example)) {
        const found = judge(rule, example, engine, text);
        expect([engine, ...found.map((one) => one.line)]).toEqual([engine, line]);
        expect(found[0]?.message).toMatch(/^[^\n]{20,}[.:?]$/);
        expect(found[0]?.message).toContain(example.says ?? '');
        expect(found[0]?.help.split('\n')[0]).toMatch(/[.:]$/);
      }
    },
  );

  test.each(rule.examples.good.map((example) => [example.caption, example] as const))(
    'is silent about %s',
    (_, example) => {
      for (const engine of enginesOf(rule, example))
        expect([engine, ...judge(rule, example, engine, exampleFile(example))]).toEqual([engine]);
    },
  );

  test('mends what it can, and is silent afterwards', () => {
    const mendable = rule.fix ? rule.examples.bad.filter(({ byHand }) => !byHand) : [];
    expect(mendable.length > 0).toBe(rule.fix !== undefined);
    for (const example of mendable) {
      const text = exampleFile(example);
      const [engine] = enginesOf(rule, example);
      const [found] = engine === undefined ? [] : judge(rule, example, engine, text);
      const mended = found?.help.split('\n').slice(1) ?? [];
      expect(mended.length).toBeGreaterThan(0);
      const lines = text.split('\n');
      const { line, endLine } = found ?? {};
      lines.splice((line ?? 1) - 1, (endLine ?? 1) - (line ?? 1) + 1, ...mended);
      const after = lines.join('\n');
      expect(() => parseModule(after)).not.toThrow();
      expect(judge(rule, example, engine ?? 'mysql', after)).toEqual([]);
      const all = (of: string) => judge(rule, example, engine ?? 'mysql', of, RULES).map((one) => one.rule);
      // What else the example does wrong it does wrong still; nothing is new.
      expect(all(after).filter((name) => !all(text).includes(name))).toEqual([]);
    }
  });

  test('has the name of its file, examples of both kinds, and severities that only grow', () => {
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    expect(rule.examples.good.length).toBeGreaterThan(0);
    expect(id).toMatch(/^(?:no|require)(?:-[a-z0-9]+)+$/);
    expect(rule.title).not.toMatch(/\.$/);
  });
});

/** Where one deploy cannot do it without harm, the page says how several can. */
const IN_SEVERAL_DEPLOYS = [
  'no-drop-column',
  'no-drop-table',
  'no-rename-column',
  'no-rename-table',
  'no-set-not-null',
  'no-type-narrowing',
  'no-table-rebuild',
  'no-unique-on-existing',
  'require-concurrent-index',
  'require-server-default',
];

test.each(IN_SEVERAL_DEPLOYS)('%s has a recipe of several deploys, whose migrations are Python', (id) => {
  const recipe = RULES.find((rule) => rule.id === id)?.recipe ?? [];
  expect(recipe.length).toBeGreaterThan(1);
  for (const { does, migration } of recipe) {
    expect(does).toMatch(/^[A-Z].*\.$/);
    expect(() => parseModule(migration ?? '')).not.toThrow();
  }
  expect(rulePage(id)).toContain('## In several deploys');
});

test('every file of the folder is in the list, under its own name, once', () => {
  const files = readdirSync('src/lint/rules').filter((file) => file !== 'index.ts');
  expect(RULES.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});
