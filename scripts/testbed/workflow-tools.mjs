/**
 * What reads and runs workflow files without GitHub: actionlint and act, built by Go, and zizmor from PyPI. Without Go
 * two of them cannot be had: see `hasGo`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { versionOf } from './servers.mjs';

/** A new release of one of them must not change what a test sees. */
const MODULES = {
  actionlint: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
  act: 'github.com/nektos/act@v0.2.89',
};
const ZIZMOR = 'zizmor==1.32.0';

export function hasGo() {
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Built once for each version that is asked for. */
function goProgram(root, name, say) {
  const directory = join(root, 'go');
  const program = join(directory, name);
  const stamp = join(directory, `.${name}`);
  const isThere = existsSync(program) && existsSync(stamp) && readFileSync(stamp, 'utf8') === MODULES[name];
  if (!isThere) {
    say(`go install ${MODULES[name]} (act takes minutes, once)`);
    mkdirSync(directory, { recursive: true });
    // act asks for a newer Go than distributions have; Go brings that itself.
    const env = {
      ...process.env,
      GOBIN: directory,
      GOTOOLCHAIN: process.env.GOTOOLCHAIN ?? 'auto',
      GOFLAGS: '',
    };
    execFileSync('go', ['install', MODULES[name]], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    writeFileSync(stamp, MODULES[name]);
  }
  if (versionOf(program) === null) throw new Error(`go installed ${MODULES[name]}, but it does not run`);
  return program;
}

function zizmorProgram(root, say) {
  const directory = join(root, 'zizmor');
  const stamp = join(directory, '.package');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== ZIZMOR) {
    say(`pip install ${ZIZMOR}`);
    rmSync(directory, { recursive: true, force: true });
    execFileSync('python3', ['-m', 'venv', directory], { stdio: ['ignore', 'ignore', 'inherit'] });
    execFileSync(join(directory, 'bin/python'), ['-m', 'pip', 'install', '-q', ZIZMOR], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    writeFileSync(stamp, ZIZMOR);
  }
  return join(directory, 'bin/zizmor');
}

/** Returns the programs by name. Throws where Go is not there. */
export function prepareWorkflowTools(root, say) {
  if (!hasGo()) throw new Error('there is no go on the PATH: install Go, which builds act and actionlint');
  const workflowTools = {
    actionlint: goProgram(root, 'actionlint', say),
    act: goProgram(root, 'act', say),
    zizmor: zizmorProgram(root, say),
  };
  return { workflowTools, version: [...Object.values(MODULES), ZIZMOR].join(', ') };
}
