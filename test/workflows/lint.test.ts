/** Every workflow file of ours, documented or run here, against the linters of the field. */
import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cli } from '../e2e/cli.ts';
import { LAYOUTS } from '../e2e/layouts.ts';
import { sandbox } from '../io/git-sandbox.ts';
import { testbed } from '../testbed.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FILES = ['docs/workflows', '.github/workflows'].flatMap((directory) =>
  readdirSync(`${ROOT}${directory}`).map((name) => `${directory}/${name}`),
);

/** A complaint that is known, where it is made, and why it stands. */
interface Known {
  readonly of: RegExp;
  readonly in: RegExp;
  readonly why: string;
}

const KNOWN: Readonly<Record<'actionlint' | 'zizmor', readonly Known[]>> = {
  actionlint: [
    {
      of: /^unexpected key "queue" for "concurrency" section/,
      in: /^docs\/workflows\/bot\.yml$/,
      why: 'GitHub has it since May 2026; without it a second command that waits would be lost',
    },
    {
      of: /^unexpected key "command" for "services" section/,
      in: /^\.github\/workflows\/gate\.yml$/,
      why: 'GitHub has it since spring 2026; it is how a service gets its flags',
    },
    {
      of: /^specifying action "\$\/" in invalid format/,
      in: /^\.github\/workflows\/(gate|ci)\.yml$/,
      why: 'GitHub has it since July 2026; it is the action of the same commit, whatever the caller pinned',
    },
  ],
  zizmor: [
    {
      of: /^dangerous-triggers$/,
      in: /^docs\/workflows\/bot\.yml$/,
      why: 'the bot must write after a run and on a comment; it checks nothing out and runs nothing of a pull request',
    },
    {
      of: /^unpinned-uses$/,
      in: /^docs\/workflows\//,
      why: 'a file cannot name the commit of the release that it is part of; it says to pin',
    },
    {
      of: /^unpinned-images$/,
      in: /^\.github\/workflows\/gate\.yml$/,
      why: 'the image is the caller’s: the version of their production',
    },
  ],
};

interface Complaint {
  readonly what: string;
  readonly file: string;
  readonly line: number;
}

function actionlint(files = FILES, directory = ROOT): readonly Complaint[] {
  const { stdout } = spawnSync(testbed().workflowTools.actionlint, ['-format', '{{json .}}', ...files], {
    cwd: directory,
    encoding: 'utf8',
  });
  const found = JSON.parse(stdout) as readonly {
    readonly message: string;
    readonly filepath: string;
    readonly line: number;
  }[];
  return found.map(({ message, filepath, line }) => ({ what: message, file: filepath, line }));
}

function zizmor(files = FILES): readonly Complaint[] {
  const { stdout, stderr } = spawnSync(
    testbed().workflowTools.zizmor,
    ['--offline', '--no-progress', '--format', 'json', ...files, 'action.yml'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  // What it cannot parse it would not have looked at.
  expect(files.filter((file) => !stderr.includes(`completed ${file}`))).toEqual([]);
  const found = JSON.parse(stdout) as readonly {
    readonly ident: string;
    readonly locations: readonly {
      readonly symbolic: { readonly key: { readonly Local: { readonly verbatim_path: string } } };
      readonly concrete: { readonly location: { readonly start_point: { readonly row: number } } };
    }[];
  }[];
  return found.map(({ ident, locations: [at] }) => ({
    what: ident,
    file: at?.symbolic.key.Local.verbatim_path ?? '',
    line: (at?.concrete.location.start_point.row ?? -1) + 1,
  }));
}

describe.each([
  ['actionlint', actionlint],
  ['zizmor', zizmor],
] as const)('%s', (name, run) => {
  test('complains of nothing but what is known', () => {
    const found = run(FILES);
    const isKnown = ({ of, in: where }: Known, { what, file }: Complaint): boolean =>
      of.test(what) && where.test(file);
    expect(found.filter((one) => !KNOWN[name].some((known) => isKnown(known, one)))).toEqual([]);
    // A complaint that is no longer made must not cover a later one.
    expect(KNOWN[name].filter((known) => !found.some((one) => isKnown(known, one)))).toEqual([]);
  });

  test('is still able to complain', () => {
    const bad = 'on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    step: []\n';
    const program = testbed().workflowTools[name];
    const args = name === 'zizmor' ? ['--offline', '--no-progress', '-'] : ['-'];
    expect(spawnSync(program, args, { input: bad, encoding: 'utf8' }).status).not.toBe(0);
  });
});

test.each(Object.entries(LAYOUTS))(
  'init writes files for %s that actionlint reads',
  async (_name, { files }) => {
    using box = sandbox();
    const repo = box.repo('project');
    repo.commit('Begin', files);
    expect((await cli(['init', '--repo', repo.path])).code).toBe(0);
    const written = ['gate', 'bot'].map((name) => `.github/workflows/${name}.yml`);
    expect(actionlint(written, repo.path).map(({ what }) => what)).toEqual([
      expect.stringMatching(/^unexpected key "queue"/),
    ]);
  },
);
