import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parseArguments, type Command } from '../../src/entry/arguments.ts';
import { HELP } from '../../src/entry/help.ts';
import { UsageError } from '../../src/tree/usage-error.ts';

const flagsOf = (...argv: readonly string[]): Readonly<Record<string, unknown>> => {
  const command = parseArguments(argv);
  return 'flags' in command ? { ...command.flags } : {};
};

describe('a command line', () => {
  test.each<[readonly string[], Command['name']]>([
    [['help'], 'help'],
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['check', '--base', 'main', '--help'], 'help'],
    [['--version'], 'version'],
    [['version'], 'version'],
    [['check'], 'check'],
    [['graph'], 'graph'],
    [['merge-heads'], 'merge-heads'],
    [['demo', '--static'], 'demo'],
  ])('%j means %s', (argv, name) => {
    expect(parseArguments(argv).name).toBe(name);
  });

  test('gives its values as they were written', () => {
    expect(
      flagsOf('check', '--base=origin/main', '--head', 'work', '--fetch', '--database', 'mysql://u:p@h/'),
    ).toEqual({
      base: 'origin/main',
      head: 'work',
      fetch: true,
      database: 'mysql://u:p@h/',
    });
    expect(flagsOf('merge-heads', '-m', '', '--rev-id', 'abc')).toEqual({ message: '', 'rev-id': 'abc' });
  });

  test('repeats directories in order', () => {
    expect(flagsOf('graph', '--versions', 'b', '--versions', 'a', '--script-location', 'c')).toEqual({
      versions: ['b', 'a'],
      'script-location': ['c'],
    });
  });

  test.each([
    [['chekc'], 'there is no command chekc: use one of'],
    [[], 'name a command: check, graph, merge-heads'],
    [['check', '--nope'], '--nope is an unknown option of check: known are repo, '],
    [['check', '--databse', 'none'], '--databse is an unknown option of check: did you mean database?'],
    [['graph', '--base', 'main'], '--base is an unknown option of graph: known are repo, '],
    [['check', '--base'], "check: Option '--base <value>' argument missing"],
    [['check', '--fetch=yes'], "check: Option '--fetch' does not take an argument"],
    [['check', 'main'], 'check takes no argument main: name refs with --base and --head'],
    [
      ['check', '--format', 'dot'],
      '--format dot is not known: use one of text, json, markdown, sarif, github, html',
    ],
    [['graph', '--format', 'sarif'], '--format sarif is not known: use one of text, json, mermaid, dot, svg'],
    [
      ['check', '--engine', 'oracle'],
      '--engine oracle is not known: use one of mysql, mariadb, postgresql, sqlite',
    ],
    [['merge-heads', '--strategy', 'rebase'], '--strategy rebase is not known: use one of merge, re-parent'],
  ])('%j is refused in one line', (argv, sentence) => {
    const refused = (): unknown => parseArguments(argv);
    expect(refused).toThrow(UsageError);
    expect(refused).toThrow(sentence);
    expect(refused).not.toThrow('\n');
  });
});

describe('what help and the README say', () => {
  const named = (text: string): readonly string[] =>
    [...text.matchAll(/--([a-z][a-z-]*)/g)].map(([, name = '']) => name);
  const commands = ['check', 'graph', 'merge-heads', 'plan', 'gather', 'init', 'demo'];
  const isKnown = (name: string): boolean =>
    commands.some((command) =>
      [
        [`--${name}`],
        [`--${name}`, 'json'],
        [`--${name}`, 'merge'],
        [`--${name}`, 'mysql'],
        [`--${name}`, 'strict'],
      ].some((argv) => {
        try {
          return 'flags' in parseArguments([command, ...argv]);
        } catch {
          return false;
        }
      }),
    );

  test('help names only options that there are', () => {
    expect(named(HELP).filter((name) => !isKnown(name))).toEqual([]);
  });

  test('the README names only options that there are', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const ours = readme.split('\n').filter((line) => /^(\| `--|npx alembic-gate |npm run demo)/.test(line));
    expect(ours.length).toBeGreaterThan(5);
    expect(named(ours.join('\n')).filter((name) => !isKnown(name))).toEqual([]);
  });

  test('help names every option that the contract has', () => {
    const contract = [
      ...[
        'repo',
        'base',
        'head',
        'fetch',
        'run-code',
        'database',
        'engine',
        'image',
        'script-location',
        'versions',
      ],
      ...[
        'recursive',
        'profile',
        'config',
        'format',
        'output',
        'ref',
        'check',
        'strategy',
        'message',
        'rev-id',
        'date',
      ],
      ...['write', 'static'],
    ];
    expect(contract.filter((name) => !named(HELP).includes(name))).toEqual([]);
  });
});
