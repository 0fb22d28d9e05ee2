/** Distribution packages and root's rights, for the parts of the testbed that no language's registry carries. */
import { execFileSync } from 'node:child_process';

/** Runs a command as root: directly, or by a sudo that asks for no password. */
export function asRoot(command, args, options = {}) {
  const [program, ...rest] = process.getuid() === 0 ? [command, ...args] : ['sudo', '-n', command, ...args];
  return execFileSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'], ...options });
}

/** Names the packages, then installs them; the package lists are brought up to date only when the first try fails. */
export function install(packages, say) {
  say(`apt-get install ${packages.join(' ')}`);
  const run = (...args) => asRoot('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args]);
  const attempt = () => run('install', '-y', '--no-install-recommends', ...packages);
  try {
    attempt();
  } catch {
    run('update');
    attempt();
  }
}

/** Where this machine's packages come from, as apt itself says it. */
export function mirror() {
  const targets = execFileSync(
    'apt-get',
    ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages', 'Component: main'],
    {
      encoding: 'utf8',
    },
  );
  const [first] = targets.split('\n');
  if (!first)
    throw new Error(
      'apt has no package source with a component "main": configure one and run apt-get update',
    );
  return first;
}
