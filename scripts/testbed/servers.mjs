/**
 * Real database servers for the tests: MySQL from an unpacked tree of the distribution's packages (Debian stable
 * carries only MariaDB, Debian unstable carries MySQL's LTS), MariaDB and PostgreSQL from the distribution itself.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { asRoot, install, mirror } from './apt.mjs';

/** First line of `--version`, or null where the program is missing or cannot run. */
export function versionOf(program) {
  try {
    return execFileSync(program, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).split('\n')[0];
  } catch {
    return null;
  }
}

/** Which release to unpack and what its MySQL server package is called there. */
function mysqlRelease() {
  const release = Object.fromEntries(
    readFileSync('/etc/os-release', 'utf8')
      .split('\n')
      .map((line) => line.replaceAll('"', '').split('=')),
  );
  if (release.ID === 'debian') return { suite: 'sid', component: 'main', server: 'mysql-server-core' };
  if (release.ID === 'ubuntu') {
    const depends = execFileSync('apt-cache', ['depends', 'default-mysql-server-core'], { encoding: 'utf8' });
    const server = /Depends: (mysql-server-core\S*)/.exec(depends)?.[1];
    if (server) return { suite: release.VERSION_CODENAME, component: 'main,universe', server };
  }
  throw new Error(
    `no MySQL is known for ${release.PRETTY_NAME ?? 'this system'}: run the tests on Debian or Ubuntu`,
  );
}

/** The tree's own loader and libraries, so that the server runs on a machine with older ones. */
const wrapper = (tree) => `#!/bin/sh
loader=$(echo '${tree}'/lib64/ld-linux-*.so.* '${tree}'/lib/ld-linux-*.so.*)
libraries=$(echo '${tree}'/usr/lib/*-linux-gnu)
exec "\${loader%% *}" --library-path "$libraries" --argv0 '${tree}/usr/sbin/mysqld' '${tree}/usr/sbin/mysqld' "$@"
`;

function unpackMysql(cache, tree, say) {
  const { suite, component, server } = mysqlRelease();
  if (versionOf('debootstrap') === null) install(['debootstrap'], say);
  const building = mkdtempSync(join(cache, 'mysql-'));
  chmodSync(building, 0o755);
  const source = mirror();
  say(`debootstrap ${suite} with ${server} (about a minute, once)`);
  asRoot('debootstrap', [
    '--variant=minbase',
    `--components=${component}`,
    `--include=${server}`,
    suite,
    building,
    source,
  ]);
  const ballast = [
    'var/cache/apt',
    'var/lib/apt/lists',
    'usr/share/doc',
    'usr/share/man',
    'usr/share/locale',
  ];
  asRoot('rm', ['-rf', ...ballast.map((path) => join(building, path))]);
  renameSync(building, tree);
}

/** Returns `{ mysqld, mysqlTree }`: a program that runs anywhere, and the tree that also makes the container image. */
export function prepareMysql(cache, say) {
  const tree = join(cache, 'mysql');
  const mysqld = join(cache, 'mysqld');
  if (!existsSync(tree)) unpackMysql(cache, tree, say);
  writeFileSync(mysqld, wrapper(tree), { mode: 0o755 });
  const version = versionOf(mysqld);
  if (version === null) throw new Error(`${mysqld} does not run: remove ${tree} and start again`);
  return { mysqld, mysqlTree: tree, version };
}

/** `mariadb-install-db` calls `my_print_defaults`, which newer packages carry with the client programs only. */
export function prepareMariadb(say) {
  const mariadbd = '/usr/sbin/mariadbd';
  if (versionOf(mariadbd) === null || versionOf('/usr/bin/my_print_defaults') === null)
    install(['mariadb-server-core', 'mariadb-client-core'], say);
  const version = versionOf(mariadbd);
  if (version === null)
    throw new Error('mariadb-server-core is installed but /usr/sbin/mariadbd does not run');
  return { mariadbd, version };
}

const newestPostgres = () =>
  (existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [])
    .sort((a, b) => Number(b) - Number(a))
    .map((major) => `/usr/lib/postgresql/${major}/bin/postgres`)
    .find(existsSync);

export function preparePostgres(say) {
  if (!newestPostgres()) install(['postgresql'], say);
  const postgres = newestPostgres();
  if (!postgres)
    throw new Error('the package postgresql is installed but brought no /usr/lib/postgresql/*/bin/postgres');
  return { postgres, version: versionOf(postgres) };
}
