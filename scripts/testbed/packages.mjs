/**
 * Source packages of real projects, for tests that read or run their migrations. Fetched when a test needs them, never
 * committed; unpacked to .cache/testbed/packages/<name>, without the front-end assets that make up most of their size.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { preparePythons } from './python.mjs';

/** Name -> version: a new release of one of them must not change what a test sees. */
export const PACKAGES = {
  'apache-superset': '6.1.0',
  optuna: '5.0.0',
};

const LEFT_OUT = ['*/static/*', '*/node_modules/*', '*/superset-frontend/*'];

function fetchPackage(python, requirement, directory) {
  const download = mkdtempSync(`${directory}-`);
  try {
    const name = requirement.split('==')[0];
    execFileSync(
      python,
      ['-m', 'pip', 'download', '-q', '--no-deps', '--no-binary', name, '-d', download, requirement],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const [archive] = readdirSync(download).filter((file) => file.endsWith('.tar.gz'));
    if (archive === undefined) throw new Error(`${requirement} has no source package`);
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    const leftOut = LEFT_OUT.map((pattern) => `--exclude=${pattern}`);
    execFileSync('tar', [
      '-xzf',
      join(download, archive),
      '-C',
      directory,
      '--strip-components=1',
      ...leftOut,
    ]);
  } finally {
    rmSync(download, { recursive: true, force: true });
  }
}

/** Returns the directory of each package, by name. Quick where all are there. */
export function preparePackages(root, say, names = Object.keys(PACKAGES)) {
  const directories = {};
  for (const name of names) {
    const version = PACKAGES[name];
    if (version === undefined)
      throw new Error(`no package "${name}": add it to scripts/testbed/packages.mjs`);
    const directory = join(root, 'packages', name);
    const stamp = join(directory, '.version');
    if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== version) {
      say(`source package ${name} ${version}`);
      mkdirSync(join(root, 'packages'), { recursive: true });
      const { newest } = preparePythons(root, say, ['newest']);
      fetchPackage(newest, `${name}==${version}`, directory);
      writeFileSync(stamp, version);
    }
    directories[name] = directory;
  }
  return directories;
}
