/** Our merge revision against the file that `alembic merge` writes: same path, same bytes, in three versions of Alembic. */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Environment } from '../../src/config/environment.ts';
import { renderMergeRevision, type RenderedMerge } from '../../src/remedy/merge-revision.ts';
import { parseMoment } from '../../src/remedy/python/datetime.ts';
import { readRevision } from '../../src/revision/read.ts';
import type { Revision } from '../../src/revision/revision.ts';
import { testbed, type PythonName } from '../testbed.ts';

interface Case {
  readonly template: Uint8Array;
  /** Version directories below the script location; more than one are configured as version locations. */
  readonly directories: readonly string[];
  /** Head id -> file below the script location. */
  readonly heads: Readonly<Record<string, string>>;
  /** The ini's own names. */
  readonly options: Readonly<Record<string, string>>;
  readonly message: string;
  readonly id: string;
  readonly epochMicroseconds: number;
  readonly localTimeZone: string;
}

interface Answer {
  readonly error: string | null;
  readonly files: Readonly<Record<string, string>>;
}

jest.setTimeout(120_000);

const { python } = testbed();
const site = (name: PythonName): string => {
  const lib = fileURLToPath(new URL('../lib', `file://${python[name]}`));
  return `${lib}/${readdirSync(lib)[0] ?? ''}/site-packages`;
};
const stock = (name: PythonName, path: string): Uint8Array =>
  readFileSync(`${site(name)}/${path}/script.py.mako`);
const kept = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/script-templates/${name}.mako`, import.meta.url));

/** Every variant that Alembic and Flask-Migrate have ever shipped and that needs no application. */
const STOCK: Readonly<Record<string, Uint8Array>> = {
  'generic of 0.2.2': kept('generic-0.2.2'),
  'generic of 0.7.0': kept('generic-0.7.0'),
  'generic of 0.8.9, Flask-Migrate today': stock('newest', 'flask_migrate/templates/flask'),
  'generic of 1.8': stock('1.8', 'alembic/templates/generic'),
  'generic of 1.13': stock('1.13', 'alembic/templates/generic'),
  'generic of 1.15': kept('generic-1.15.0'),
  'generic today': stock('newest', 'alembic/templates/generic'),
  'async today': stock('newest', 'alembic/templates/async'),
  'pyproject today': stock('newest', 'alembic/templates/pyproject'),
  'multidb of 0.6.7': kept('multidb-0.6.7'),
  'multidb of 0.8.8': kept('multidb-0.8.8'),
  'multidb of 1.8': stock('1.8', 'alembic/templates/multidb'),
  'multidb of 1.13': stock('1.13', 'alembic/templates/multidb'),
  'multidb of 1.15': kept('multidb-1.15.0'),
  'multidb today': stock('newest', 'alembic/templates/multidb'),
};
const GENERIC = stock('newest', 'alembic/templates/generic');

const USUAL: Case = {
  template: GENERIC,
  directories: ['versions'],
  heads: { aaaa1111bbbb: 'versions/a.py', cccc2222dddd: 'versions/c.py' },
  options: {},
  message: 'merge heads',
  id: '0123456789ab',
  epochMicroseconds: 1_715_335_200_123_456,
  localTimeZone: 'UTC',
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const edited = (template: Uint8Array, edit: (text: string) => string): Uint8Array =>
  bytes(edit(new TextDecoder().decode(template)));

function environmentOf({ directories, options }: Case): Environment {
  return {
    name: 'scripts',
    flavour: 'alembic',
    scriptLocation: 'scripts',
    versionLocations: directories.map((directory) => `scripts/${directory}`),
    recursive: options['recursive_version_locations'] === 'true',
    ini: 'alembic.ini',
    workingDirectory: '.',
    fileTemplate: options['file_template'] ?? '%(rev)s_%(slug)s',
    truncateSlugLength: Number(options['truncate_slug_length'] ?? 40),
    timezone: options['timezone'] ?? null,
    outputEncoding: options['output_encoding'] ?? 'utf-8',
    databases: options['databases']?.split(/,\s*/) ?? [],
    postWriteHooks: [],
    expectedHeads: 1,
    declared: null,
  };
}

const revision = (id: string, path: string): Revision => ({
  id,
  path: `scripts/${path}`,
  downRevisions: [],
  dependsOn: [],
  branchLabels: [],
  unreadLabels: false,
  message: '',
  spans: { downRevisionLine: 1 },
  notes: [],
});

function ours(one: Case): RenderedMerge {
  return renderMergeRevision({
    ...one,
    environment: environmentOf(one),
    parents: Object.entries(one.heads).map(([id, path]) => revision(id, path)),
    messagePattern: null,
    moment: one,
    exists: () => false,
  });
}

/** A string as Python source; JSON's escapes are Python's where every character beyond ASCII is a `\u` of one unit. */
const literal = (text: string): string => JSON.stringify(text);

class Alembic {
  readonly #child;
  readonly #answers: AsyncIterator<string, unknown>;

  constructor(interpreter: string) {
    const script = fileURLToPath(new URL('merge.py', import.meta.url));
    this.#child = spawn(interpreter, ['-W', 'ignore', script], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#answers = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async merge(one: Case): Promise<Answer> {
    const files = Object.entries(one.heads).map(([id, path]) => [
      path,
      `revision = ${literal(id)}\ndown_revision = None\n`,
    ]);
    const question = {
      ...one,
      heads: Object.keys(one.heads),
      files: Object.fromEntries(files) as unknown,
      template: Buffer.from(one.template).toString('base64'),
    };
    this.#child.stdin.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await this.#answers.next();
    if (done === true) throw new Error(`Alembic ended without an answer to ${JSON.stringify(question)}`);
    return JSON.parse(value) as Answer;
  }

  stop(): void {
    this.#child.kill();
  }
}

/** What both say, comparable: path and text, or that there is no file to be had. */
const theirs = ({ error, files }: Answer): unknown => {
  if (error !== null) return 'refused';
  return Object.entries(files).map(([path, content]) => [
    `scripts/${path}`,
    Buffer.from(content, 'base64').toString('latin1'),
  ]);
};
const said = ({ mergeRevision: { path, content } }: RenderedMerge): unknown =>
  content === null ? 'refused' : [[path, Buffer.from(content, 'utf8').toString('latin1')]];

const MESSAGES = [
  'merge heads',
  '',
  `it's "a"/b.c-d`,
  'ends in a "quote"',
  '"starts with one',
  'Überprüfung der Änderungen, ΟΔΟΣ, İstanbul, 日本語, 🙂 done',
  'This is a very long message that goes well beyond forty chars',
  'abcdefghij abcdefghij abcdefghij abcdefg xyz',
  'x'.repeat(50),
  'two\r\nlines\n\nand a second paragraph',
  'a backslash \\d and \\n in it',
  'a broken escape \\x in it',
  'a broken name \\N{no such thing} in it',
  'ends in a backslash \\',
  'percent %s %(rev)s and ${up_revision} and % if x',
  'tabs\tand\u00a0spaces\u2028separators',
  'an emoji 🙂 and 한국어',
];

const CUSTOM: Readonly<Record<string, string>> = {
  'a licence header and no comma filter':
    '# Licensed to nobody\n"""${message}\n\nRevises: ${down_revision}\n"""\nrevision = ${repr(up_revision)}\ndown_revision = ${repr(down_revision)}\n',
  'the year, conditions and context.get':
    '# Copyright ${create_date.year} ${create_date.strftime("%d.%m.%y %H:%M:%S.%f %j %a %B")}\n"""${message}"""\nrevision = ${repr(up_revision)}\ndown_revision = ${repr(down_revision)}\n% if branch_labels:\nbranch_labels = ${repr(branch_labels)}\n% elif depends_on is not None:  # a comment\nx = 1\n% else:\n# none\n%endif\n\ndef upgrade():\n    ${context.get("upgrades", "pass")}\n',
  'the message in function docstrings':
    '"""${message}"""\nrevision = "${up_revision}"\ndown_revision = ${repr(down_revision)}\n\ndef upgrade():\n    """Apply ${message}."""\n    ${upgrades if upgrades else "pass"}\n',
  'comments, escapes and joined lines':
    '## gone\n"""${message}\\\n joined"""\n<%doc>gone\ntoo ${x}</%doc>\nrevision = ${repr(up_revision)}\n  ## gone\ndown_revision = ${repr(down_revision)}\n%% percent = 1\n'.replace(
      '%% percent',
      'a = """\n%% percent\n  %%% more\n"""\nb',
    ),
  'loops, filters and verbatim text':
    '"""${message | trim}"""\nrevision = ${repr(up_revision)}\ndown_revision = ${down_revision | repr,n}\n% for name in ["a", \'b\', "c" "d"]:\n${name}_x = "${"<%s> & \'%d\'" % (name, 7) | x} ${name + " é" | u}"\n% endfor\n<%text>## ${verbatim} "kept"\n</%text>c = (${len(up_revision)}, ${not True}, ${up_revision.upper() | str,repr})\n',
  'a magic comment':
    '# -*- coding: utf-8 -*-\n"""${message}"""\nrevision = ${repr(up_revision)}\ndown_revision = ${repr(down_revision)}\n',
};

describe.each(['newest', '1.13', '1.8'] as const)('alembic merge, Alembic %s', (name) => {
  let alembic: Alembic;
  beforeAll(() => {
    alembic = new Alembic(python[name]);
  });
  afterAll(() => alembic.stop());
  const expectSame = async (one: Case): Promise<void> => {
    expect(said(ours(one))).toEqual(theirs(await alembic.merge(one)));
  };

  test.each(Object.keys(STOCK))('writes what we write from the stock template %s', async (title) => {
    const template = STOCK[title] ?? bytes('');
    const options = { databases: 'engine1, engine2,third' };
    if (name === '1.8' && title.startsWith('multidb')) {
      // Its `merge` passes the word "config" where the template expects the object; the files are those of later versions.
      expect((await alembic.merge({ ...USUAL, template, options })).error).toContain(
        'Template rendering failed',
      );
      return;
    }
    const three = { ...USUAL.heads, eeee3333ffff: 'versions/e.py' };
    for (const heads of [USUAL.heads, three, { aaaa1111bbbb: 'versions/a.py' }]) {
      await expectSame({ ...USUAL, template, options, heads });
    }
    const crlf = edited(template, (text) => text.replaceAll('\n', '\r\n'));
    const unended = edited(template, (text) => text.trimEnd());
    const marked = edited(template, (text) => `\ufeff${text}`);
    for (const variant of [crlf, unended, marked]) await expectSame({ ...USUAL, template: variant, options });
  });

  test.each(Object.keys(CUSTOM))('writes what we write from a template with %s', async (title) => {
    const template = bytes(CUSTOM[title] ?? '');
    for (const message of ['merge heads', ' it\'s "so" ']) await expectSame({ ...USUAL, template, message });
    await expectSame({ ...USUAL, template: edited(template, (text) => text.replaceAll('\n', '\r\n')) });
  });

  test.each(MESSAGES)('takes the message %j as we do', async (message) => {
    await expectSame({ ...USUAL, message });
    await expectSame({
      ...USUAL,
      message,
      options: { truncate_slug_length: '12', file_template: '%(slug)s' },
    });
  });

  test.each([
    'UTC',
    'utc',
    'Europe/Berlin',
    'America/St_Johns',
    'Asia/Kathmandu',
    'US/Eastern',
    'Nowhere/Land',
  ])('dates in the time zone %s as we do, on both sides of a change of the clocks', async (timezone) => {
    for (const epochMicroseconds of [
      1_729_990_799_999_999, 1_729_990_800_000_000, 1_711_846_800_000_001, 1_000,
    ]) {
      await expectSame({ ...USUAL, options: { timezone }, epochMicroseconds });
      await expectSame({
        ...USUAL,
        localTimeZone: timezone === 'utc' || timezone.startsWith('Now') ? 'UTC' : timezone,
        epochMicroseconds,
      });
    }
  });

  test.each([
    '%(year)d_%(month).2d_%(day).2d_%(hour).2d%(minute).2d-%(rev)s_%(slug)s',
    '%(year)04d%(month)02d%(day)02d_%(rev)s',
    '%(epoch)s_%(rev)12.4s_%(second)-5d%%_%(slug)r',
    '%(rev)s_%(hour)x_%(minute)+d_% (second)s'.replace('% (', '%('),
    '%(unknown)s',
    '%(rev)q',
    '%(rev)d',
  ])('names the file by %s as we do', async (template) => {
    await expectSame({ ...USUAL, options: { file_template: template } });
  });

  test('writes beside the first listed head where there are several version locations', async () => {
    const directories = ['one', 'two'];
    await expectSame({ ...USUAL, directories, heads: { aaaa: 'one/a.py', bbbb: 'two/b.py' } });
    await expectSame({ ...USUAL, directories, heads: { bbbb: 'two/b.py', aaaa: 'one/a.py' } });
    const options = { recursive_version_locations: 'true' };
    if (name !== '1.8')
      await expectSame({ ...USUAL, directories, options, heads: { bbbb: 'two/sub/b.py', aaaa: 'one/a.py' } });
  });

  test('takes any ids and messages as we do', async () => {
    // Characters that every Python knows: which ones are letters depends on its version of Unicode.
    const letters = Array.from(`abz_ .'"\\/é%$ßΣσİǅ٣½日🙂\u00ad\u0301\n\t`);
    const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 60 });
    const id = fc
      .string({ unit: fc.constantFrom(...Array.from(`abz09_.'"é/`)), minLength: 1, maxLength: 8 })
      .map((one) => `${one}x`);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(id, { minLength: 2, maxLength: 3 }),
        text.filter((message) => !/"""|'''|\0/.test(message)),
        fc.constantFrom(...Object.keys(STOCK).filter((title) => title.startsWith('generic'))),
        async (ids, message, title) => {
          const heads = Object.fromEntries(ids.map((one, at) => [one, `versions/r${at}.py`]));
          await expectSame({ ...USUAL, heads, message, template: STOCK[title] ?? GENERIC });
        },
      ),
      { numRuns: 200, seed: 20261120 },
    );
  });
});

let newest: Alembic;
beforeAll(() => {
  newest = new Alembic(python.newest);
});
afterAll(() => newest.stop());

test('Any template that we render at all is rendered as Mako does', async () => {
  const pieces = [
    ...[
      'a b',
      '\n',
      '\r\n',
      ' ',
      '\t',
      '%',
      '%%',
      '#',
      '##',
      '\\\n',
      '\\\r\n',
      '\\',
      '$',
      '{',
      '}',
      '|',
      '<',
      '</%',
      '"',
    ],
    ...[
      '${message}',
      '${ up_revision | n }',
      '${"}|" + message}',
      "${'a' 'b' | u,str}",
      '${message if not imports else 1}',
    ],
    ...[
      '${("x", 1)}',
      '${down_revision[0]}',
      '${(down_revision)[-1] | h,trim}',
      '${len(message) + 1}',
      '${None or "é"}',
    ],
    ...[
      '<%doc>\n% gone ${\n</%doc>',
      '<%text>${kept}\n## kept</%text>',
      '<% y = "1" %>',
      '${y}',
      '<%! import re %>',
    ],
    ...[
      '\n% if message:\n',
      '\n  % elif imports : # c\n',
      '\n%else:\n',
      '\n% endif\n',
      '\n% for y in (1, "b"):\n',
      '\n% endfor\n',
    ],
    ...[
      '\n% if message == "no" or not upgrades:\nx\n% endif\n',
      '\n## a comment \\\nb\n',
      '\n %% c\n',
      '\n\n  %%% d',
    ],
  ];
  const template = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
  const counts = { rendered: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(template, async (body) => {
      const head =
        '"""${message}"""\nrevision = ${repr(up_revision)}\ndown_revision = ${repr(down_revision)}\n';
      const one = { ...USUAL, template: bytes(`${head}text = r'''\n${body}\n'''\n`) };
      const mine = said(ours(one));
      counts[mine === 'refused' ? 'refused' : 'rendered'] += 1;
      if (mine !== 'refused') expect(mine).toEqual(theirs(await newest.merge(one)));
    }),
    { numRuns: 800, seed: 20261120 },
  );
  expect(counts.rendered).toBeGreaterThan(200);
});

test("Apache Superset's newest merge revision, rendered again, is the file that Alembic gives", async () => {
  const migrations = `${testbed().packages['apache-superset'] ?? ''}/superset/migrations`;
  const files = readdirSync(`${migrations}/versions`).filter((file) => file.endsWith('.py'));
  const merges = files.flatMap((file) => {
    const content = readFileSync(`${migrations}/versions/${file}`);
    const reading = readRevision(`versions/${file}`, content);
    const created = /^Create Date: (.*)$/m.exec(content.toString('utf8'))?.[1] ?? '';
    const moment = parseMoment(created, 'UTC');
    if (reading.kind !== 'revision' || moment === null || reading.revision.downRevisions.length < 2)
      return [];
    return [{ ...reading.revision, epochMicroseconds: moment.epochMicroseconds }];
  });
  const [latest] = merges.sort((a, b) => b.epochMicroseconds - a.epochMicroseconds);
  if (latest === undefined) throw new Error('Superset has no merge revision');
  const one: Case = {
    ...USUAL,
    ...latest,
    template: readFileSync(`${migrations}/script.py.mako`),
    heads: Object.fromEntries(latest.downRevisions.map((id, at) => [id, `versions/${at}.py`])),
    options: {
      file_template: '%(year)d-%(month).2d-%(day).2d_%(hour).2d-%(minute).2d_%(rev)s_%(slug)s',
    },
  };
  expect(said(ours(one))).toEqual(theirs(await newest.merge(one)));
});

test('A template that imports the Flask application is refused by what it does, and the command is given', () => {
  const one = { ...USUAL, template: stock('newest', 'flask_migrate/templates/flask-multidb') };
  const { mergeRevision, refused } = ours(one);
  expect(mergeRevision.content).toBeNull();
  expect(refused).toContain('line 29: a Python block runs `from flask import current_app`');
  expect(refused).toContain('alembic merge -m "merge heads" --rev-id 0123456789ab aaaa1111bbbb cccc2222dddd');
});
