/** Our reading of configuration files and versions directories against Python's and Alembic's, on generated ones. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { discoverEnvironments } from '../../src/config/discover.ts';
import { iniOption } from '../../src/config/interpolate.ts';
import { parseIni } from '../../src/config/ini.ts';
import { revisionFilesOf } from '../../src/config/revision-files.ts';
import { readSettings } from '../../src/config/settings.ts';
import { readAlembicTable } from '../../src/config/toml.ts';
import { bareEnvironment } from '../../src/config/assemble.ts';
import { UnreadableSettings } from '../../src/config/unreadable.ts';
import { directoriesOf } from '../../src/tree/directories.ts';
import { memoryTree } from '../fakes/memory-tree.ts';
import type { MemoryFile } from '../fakes/memory-tree.ts';
import { testbed } from '../testbed.ts';
import type { PythonName } from '../testbed.ts';

const HERE = '/<repository>';

/** One Python process for the whole batch. */
function ask(python: PythonName, questions: readonly unknown[]): readonly unknown[] {
  const script = fileURLToPath(new URL('config.py', import.meta.url));
  const output = execFileSync(testbed().python[python], [script], {
    input: JSON.stringify(questions),
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return JSON.parse(output.toString()) as readonly unknown[];
}

/** The smallest questions that are answered differently; a failing test shows them. */
async function differences<Question>(
  python: PythonName,
  questions: readonly Question[],
  ours: (question: Question) => unknown,
): Promise<readonly unknown[]> {
  const theirs = ask(python, questions);
  const answered = await Promise.all(questions.map((question) => ours(question)));
  return questions
    .map((question, index) => ({ question, ours: answered[index], theirs: theirs[index] }))
    .filter((each) => !isDeepStrictEqual(each.ours, each.theirs))
    .sort((a, b) => JSON.stringify(a.question).length - JSON.stringify(b.question).length)
    .slice(0, 3);
}

/** `value`, or the other value where the settings cannot be read. */
function readable<Value, Other>(
  read: () => Value,
  otherwise: (error: UnreadableSettings) => Other,
): Value | Other {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableSettings) return otherwise(error);
    throw error;
  }
}

const one = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((pieces) => pieces.join(''));

const indent = one('', '', '', ' ', '\t', '    ', '\u00a0', '\x1c');
const optionName = one('a', 'b', 'c', 'A', 'key', 'two words', 'sqlalchemy.url', 'É', '%', 'here', '');
const delimiter = one('=', ' = ', ':', ': ', '\t=  ', ' :', '==');
const word = one(
  'x',
  '%%',
  '%(a)s',
  '%(A)s',
  '%(b)s',
  '%(here)s',
  '%(no)s',
  '%',
  '%(a',
  '%s',
  ' ',
  ' # c',
  ' ; c',
  'ä',
  '\u2028',
  ',',
  '=',
  '[',
  '\x85',
);
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(''));
const section = one('[a]', '[alembic]', '[DEFAULT]', '[b] ; c', '[x]y]', '[]', '[ a ]', '[a');
const line = fc.oneof(
  { weight: 6, arbitrary: joined(indent, optionName, delimiter, text) },
  { weight: 3, arbitrary: joined(indent, section) },
  { weight: 2, arbitrary: joined(indent, one('# c', '; c', '#', '\ufeff')) },
  { weight: 2, arbitrary: joined(indent, text) },
  { weight: 2, arbitrary: one('', ' ', '\t') },
);
const ini = fc
  .tuple(
    one('', '', '', '\ufeff', '\n'),
    one('[a]', '[a]', '[DEFAULT]', ''),
    fc.array(line, { maxLength: 8 }),
    one('\n', '\n', '\r\n', '\r'),
  )
  .map(([start, first, lines, end]) => start + [first, ...lines, ''].join(end));

describe('an ini', () => {
  test('is what configparser makes of it, to the line of the error', async () => {
    const questions = fc.sample(ini, { numRuns: 6000, seed: 1 }).map((each) => ({ ini: each }));
    expect(await differences('newest', questions, ({ ini: each }) => optionsOf(each))).toEqual([]);
  });
});

function optionsOf(source: string): unknown {
  return readable(
    () => {
      const read = parseIni(source, { here: HERE });
      return Object.fromEntries(
        [...read.sections].map(([name, { options }]) => {
          const names = new Set([...options.keys(), ...read.defaults.keys()]);
          return [
            name,
            Object.fromEntries(
              [...names].map((each) => [
                each,
                readable(
                  () => iniOption(read, name, each),
                  () => null,
                ),
              ]),
            ),
          ];
        }),
      );
    },
    ({ line: at }) => ({ line: at }),
  );
}

/** An option more often given than not, in a way that may be wrong. */
const maybe = (name: string, ...values: readonly string[]): fc.Arbitrary<string> =>
  fc.option(one(...values), { nil: null }).map((value) => (value === null ? '' : `${name} = ${value}\n`));
const alembicIni = joined(
  one('[alembic]\n', '[alembic]\n', '[DEFAULT]\nroot = db\n[alembic]\n', '[other]\n'),
  maybe('script_location', 'm', '%(here)s/m', 'pkg:m', '', '%(root)s/m', '100%'),
  maybe('version_locations', '', 'a b', 'a, b', 'a,b,  c', 'a:b', 'a;b ; c', '\n  a\n  b', ' %(here)s/a:b '),
  maybe('path_separator', 'os', ':', ';', 'space', 'newline', ',', 'os  # comment', ''),
  maybe('version_path_separator', 'os', ';', 'space', 'OS'),
  maybe('prepend_sys_path', '.', 'a b', 'a:b', 'a, b;c', ''),
  maybe('recursive_version_locations', 'true', 'True', 'yes', '1', ''),
  maybe('sourceless', 'true', 'false', 'TRUE'),
  maybe('file_template', '%%(rev)s', '%%%%', '%(rev)s', 'x'),
  maybe('truncate_slug_length', '0', '40', ' 7 ', '1_0', '-3', 'x', ''),
  maybe('[post_write_hooks]\nhooks', 'black, ruff', 'black ruff', ''),
);
const alembicToml = joined(
  one('[tool.alembic]\n', '[tool.alembic]\n', '[tool.other]\n'),
  maybe('script_location', '"m"', '"%(here)s/m"', '"%%m"', '"%(no)s"', '"50%"'),
  maybe('version_locations', '["a", "%(here)s/b"]', '[]', '["%"]'),
  maybe('prepend_sys_path', '["."]', '[]'),
  maybe('recursive_version_locations', 'true', 'false', '"true"', '1'),
  maybe('sourceless', 'true', 'false', '"x"'),
  maybe('file_template', '"%%(rev)s"', '"%(rev)s"'),
  maybe('truncate_slug_length', '0', '12', '"8"'),
  maybe('[[tool.alembic.post_write_hooks]]\nname', '"ruff"'),
);

describe('an ini and a pyproject.toml together', () => {
  test('give the options that Alembic has', async () => {
    const sources = fc.record({ ini: fc.option(alembicIni), toml: fc.option(alembicToml) });
    expect(await differences('newest', fc.sample(sources, { numRuns: 3000, seed: 2 }), settingsOf)).toEqual(
      [],
    );
  });
});

interface Sources {
  readonly ini: string | null;
  readonly toml: string | null;
}

function settingsOf(sources: Sources): unknown {
  return readable(
    () => {
      const { timezone, outputEncoding, databases, ...compared } = readSettings({
        ini: sources.ini === null ? null : parseIni(sources.ini, { here: HERE }),
        section: 'alembic',
        toml: sources.toml === null ? null : readAlembicTable(sources.toml),
        tomlHere: HERE,
      });
      expect([timezone, outputEncoding, databases]).toEqual([null, 'utf-8', []]);
      return compared;
    },
    () => 'error',
  );
}

const fileName = one(
  'a.py',
  'b.py',
  'B.py',
  'é.py',
  '\u{1f600}.py',
  '\uffee.py',
  '.hidden.py',
  'foo bar.py',
  '__init__.py',
  '__init__x.py',
  '.#a.py',
  'a.PY',
  'a.pyi',
  'a.py.orig',
  'a.txt',
  'conftest.py',
  'x.REMOTE.py',
);
const place = one(
  'm/a',
  'm/a',
  'm/b',
  'm/a/sub',
  'm/a/sub/deep',
  'm/a/__pycache__',
  'm/a/__pycache__/in',
  'm/c',
  'out',
);
const linkTarget = one(
  '../b/a.py',
  '../../out/a.py',
  '../c/b.py',
  'a.txt',
  'gone.py',
  'gone.txt',
  '../c',
  'sub',
  './a.py',
);
const versions = fc
  .record({
    files: fc.uniqueArray(joined(place, fc.constant('/'), fileName), { minLength: 1, maxLength: 7 }),
    links: fc.dictionary(joined(one('m/a', 'm/b', 'm/a/sub'), one('/s.py', '/s.txt', '/dir')), linkTarget, {
      maxKeys: 2,
    }),
    recursive: fc.boolean(),
  })
  .map(({ files, links, recursive }) => ({
    files: Object.fromEntries(
      files.map((path, index) => [path, `revision = "r${index}"\ndown_revision = None\n`]),
    ),
    links,
    recursive,
  }));

interface Versions {
  readonly files: Readonly<Record<string, string>>;
  readonly links: Readonly<Record<string, string>>;
  readonly recursive: boolean;
}

describe('the files of versions directories', () => {
  for (const [python, numRuns] of [
    ['newest', 800],
    ['1.13', 200],
  ] as const) {
    test(`are those that Alembic ${python} loads, in its order`, async () => {
      expect(await differences(python, fc.sample(versions, { numRuns, seed: 3 }), filesOf)).toEqual([]);
    });
  }

  test('are the same set in Alembic 1.8, which neither sorts nor descends, and judges a symlink by its own name', async () => {
    const questions = fc
      .sample(versions, { numRuns: 200, seed: 4 })
      .map(({ files }) => ({ files, links: {}, recursive: false }));
    const theirs = ask('1.8', questions);
    const ours = await Promise.all(questions.map(filesOf));
    const asSet = (answer: unknown): unknown =>
      Array.isArray(answer) ? [...(answer as string[])].sort() : answer;
    expect(ours.map(asSet)).toEqual(theirs.map(asSet));
  });
});

async function filesOf({ files, links, recursive }: Versions): Promise<unknown> {
  const symlinks = Object.fromEntries(Object.entries(links).map(([path, symlink]) => [path, { symlink }]));
  const tree = memoryTree({ ...files, ...symlinks } satisfies Record<string, MemoryFile>);
  const environment = bareEnvironment({ path: 'm', flask: false }, await directoriesOf(tree));
  const found = await revisionFilesOf(tree, { ...environment, versionLocations: ['m/a', 'm/b'], recursive });
  return found.problems.some(({ fail }) => fail) ? 'error' : found.files.map(({ realPath }) => realPath);
}

/** Repositories with one environment each, by what is special about it. */
const REPOSITORIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'relative to the ini': { 'a/b/alembic.ini': '[alembic]\nscript_location = m\n', 'a/b/m/env.py': '' },
  'relative to the repository': { 'etc/alembic.ini': '[alembic]\nscript_location = a/m\n', 'a/m/env.py': '' },
  'relative to a folder between': {
    'a/etc/alembic.ini': '[alembic]\nscript_location = m\n',
    'a/m/env.py': '',
  },
  here: { 'a/alembic.ini': '[alembic]\nscript_location = %(here)s/../m\n', 'm/env.py': '' },
  'versions elsewhere': {
    'a/alembic.ini': '[alembic]\nscript_location = %(here)s/m\nversion_locations = a/x, a/y, a/none\n',
    'a/m/env.py': '',
    'a/x/1.py': '',
    'a/y/1.py': '',
  },
  'a package beside the ini': {
    'alembic.ini': '[alembic]\nscript_location = pkgone.sub:m\nprepend_sys_path = .\n',
    'pkgone/__init__.py': '',
    'pkgone/sub/__init__.py': '',
    'pkgone/sub/m/env.py': '',
  },
  'a package below prepend_sys_path': {
    'alembic.ini':
      '[alembic]\nscript_location = pkgtwo:m\nprepend_sys_path = lib:src\nversion_locations = pkgtwo:v other\n',
    'src/pkgtwo/__init__.py': '',
    'src/pkgtwo/m/env.py': '',
    'src/pkgtwo/v/1.py': '',
    'other/1.py': '',
  },
  'a section of another name': {
    'alembic.ini': '[DEFAULT]\nroot = db\n[users]\nscript_location = %(root)s/m\n',
    'db/m/env.py': '',
  },
  'a toml alone': {
    'a/pyproject.toml': '[tool.alembic]\nscript_location = "%(here)s/m"\n',
    'a/m/env.py': '',
  },
};

describe('the directories of an environment', () => {
  test('are those that Alembic has when started in its working directory', async () => {
    const cases = await Promise.all(
      Object.entries(REPOSITORIES).map(async ([what, files]) => {
        const { environments, problems } = await discoverEnvironments(memoryTree(files), {
          environments: [],
        });
        const [environment] = environments;
        if (environment === undefined) throw new Error(`${what}: ${JSON.stringify(problems)}`);
        const {
          ini: file,
          section: name = 'alembic',
          workingDirectory: cwd,
          scriptLocation,
          versionLocations,
        } = environment;
        return {
          question: { tree: files, file, section: name, cwd },
          answer: { scriptLocation, versionLocations },
        };
      }),
    );
    const theirs = ask(
      'newest',
      cases.map(({ question }) => question),
    );
    expect(cases.map(({ answer }) => answer)).toEqual(theirs);
  });
});
