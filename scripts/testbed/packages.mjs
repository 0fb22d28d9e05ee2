/**
 * Published packages of real projects, for tests that read or run their migrations. Fetched when a test needs them, never
 * committed; unpacked to .cache/testbed/packages/<name>: sources and configuration, without the front-end assets and data
 * that make up most of their size.
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
  'aiida-core': '2.9.4',
  aodh: '23.0.0',
  'apache-airflow-core': '3.3.2',
  'apache-superset': '6.1.0',
  'argilla-server': '2.8.0',
  'arize-phoenix': '20.26.1',
  barbican: '23.0.0',
  'bodhi-server': '26.4.0',
  buildbot: '4.3.0',
  cinder: '29.0.0',
  ckan: '2.12.0',
  dagster: '1.13.28',
  designate: '23.0.0',
  dstack: '0.22.5',
  'ethyca-fides': '2.86.2',
  'galaxy-data': '26.1.2',
  glance: '33.0.0',
  indico: '3.3.14',
  ironic: '39.0.0',
  jupyterhub: '6.1.1',
  keystone: '30.0.0',
  'langflow-base': '1.13.0',
  magnum: '23.0.0',
  mailman: '3.3.10',
  manila: '23.0.1',
  'mlflow-skinny': '3.17.2',
  'mwdb-core': '2.20.0',
  neutron: '29.0.0',
  nova: '34.0.0',
  octavia: '19.0.0',
  'openstack-heat': '27.0.1',
  'openstack-placement': '16.0.0',
  optuna: '5.0.0',
  'orchestrator-core': '5.5.0',
  prefect: '3.9.1',
  pypnusershub: '3.3.1',
  qcfractal: '0.71',
  skypilot: '0.14.1',
  skyvern: '1.0.56',
  trove: '26.0.0',
  zenml: '0.98.0',
  zuul: '14.3.0',
};

/** Unpacks wheels, each into the directory after it; a wheel is a zip, which Node has no reader for. */
const UNPACK = `
import sys, zipfile
KEPT = (".py", ".ini", ".mako", ".toml")
LEFT_OUT = ("/tests/", "/static/", "/node_modules/")
for wheel, directory in zip(sys.argv[1::2], sys.argv[2::2]):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(directory, [n for n in names if n.endswith(KEPT) and not any(p in n for p in LEFT_OUT)])
`;

const requirement = (name) => `${name}==${PACKAGES[name]}`;

/** One download for all, because pip's own start costs more than most of them. */
function fetchPackages(python, names, directoryOf, root) {
  const download = mkdtempSync(join(root, 'wheels-'));
  const run = (...args) => execFileSync(python, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  // They are read, not run, so neither their dependencies nor the Python that they ask for matter.
  const options = ['-q', '--no-deps', '--only-binary=:all:', '--ignore-requires-python', '-d', download];
  try {
    run('-m', 'pip', 'download', ...options, ...names.map(requirement));
    const wheels = readdirSync(download);
    const unpacked = names.flatMap((name) => {
      const prefix = `${name.replaceAll('-', '_')}-${PACKAGES[name]}-`;
      const wheel = wheels.find((file) => file.toLowerCase().startsWith(prefix));
      if (wheel === undefined) throw new Error(`pip brought no wheel of ${requirement(name)}`);
      rmSync(directoryOf(name), { recursive: true, force: true });
      return [join(download, wheel), directoryOf(name)];
    });
    run('-c', UNPACK, ...unpacked);
    for (const name of names) writeFileSync(join(directoryOf(name), '.wheel'), requirement(name));
  } finally {
    rmSync(download, { recursive: true, force: true });
  }
}

/** Returns the directory of each package, by name. Quick where all are there. */
export function preparePackages(root, say, names = Object.keys(PACKAGES)) {
  const unknown = names.find((name) => !(name in PACKAGES));
  if (unknown !== undefined)
    throw new Error(`no package "${unknown}": add it to scripts/testbed/packages.mjs`);
  const packages = join(root, 'packages');
  const directoryOf = (name) => join(packages, name);
  const isThere = (name) => {
    const stamp = join(directoryOf(name), '.wheel');
    return existsSync(stamp) && readFileSync(stamp, 'utf8') === requirement(name);
  };
  const missing = names.filter((name) => !isThere(name));
  if (missing.length > 0) {
    say(`packages with migrations: ${missing.map(requirement).join(', ')}`);
    mkdirSync(packages, { recursive: true });
    const { newest } = preparePythons(root, say, ['newest']);
    fetchPackages(newest, missing, directoryOf, packages);
  }
  return Object.fromEntries(names.map((name) => [name, directoryOf(name)]));
}
