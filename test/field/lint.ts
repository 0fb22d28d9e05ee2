/** What the rules say of every revision of real packages, each judged alone as if it were a pull request. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discoverEnvironments } from '../../src/config/discover.ts';
import type { DeclaredEnvironment } from '../../src/config/environment.ts';
import type { Engine } from '../../src/config/config.ts';
import { mergeConfig } from '../../src/config/merge.ts';
import { readHistory } from '../../src/flows/history.ts';
import { applyLint } from '../../src/lint/apply.ts';
import { directoryTree } from '../oracle/directory-tree.ts';
import { testbed } from '../testbed.ts';

/** Packages from the registry, the engine that they are deployed on, and what their users would declare. */
export const LINTED: Readonly<
  Record<string, { readonly engine: Engine; readonly environments?: readonly DeclaredEnvironment[] }>
> = {
  'apache-superset': { engine: 'mysql' },
  'argilla-server': { engine: 'postgresql' },
  'arize-phoenix': { engine: 'postgresql' },
  barbican: { engine: 'mysql' },
  'bodhi-server': { engine: 'postgresql' },
  cinder: { engine: 'mysql' },
  dstack: { engine: 'postgresql' },
  indico: { engine: 'postgresql' },
  ironic: { engine: 'mysql' },
  magnum: { engine: 'mysql' },
  'mlflow-skinny': { engine: 'mysql' },
  'mwdb-core': { engine: 'postgresql' },
  octavia: { engine: 'mysql' },
  qcfractal: { engine: 'postgresql' },
  zenml: { engine: 'mysql' },
  zuul: { engine: 'mysql' },
};

export interface FieldFinding {
  readonly package: string;
  readonly version: string;
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

/** Error-level findings of `recommended`, in the order of path, line and rule. */
export async function lintPackage(name: string): Promise<readonly FieldFinding[]> {
  const known = LINTED[name];
  const directory = testbed().packages[name];
  if (!known || directory === undefined) throw new Error(`The testbed has no package ${name}.`);
  const version = readFileSync(join(directory, '.wheel'), 'utf8').trim().split('==')[1] ?? '';
  const tree = directoryTree(directory, name);
  const { environments } = await discoverEnvironments(tree, { environments: known.environments ?? [] });
  const found: FieldFinding[] = [];
  for (const environment of environments) {
    const { graph } = await readHistory(tree, environment, new Map());
    for (const revision of graph.revisions.values()) {
      const findings = applyLint({
        environment: environment.name,
        revisions: [{ revision, bytes: readFileSync(join(directory, revision.path)) }],
        config: { ...mergeConfig({}), profile: 'recommended' },
        engine: known.engine,
        version: null,
        fileTemplate: null,
        namesConstraints: false,
        tableSizes: null,
        models: null,
        before: [],
        seen: [],
        found: [],
      });
      for (const { severity, rule, path, line, message } of findings)
        if (severity === 'error' && path !== null && line !== null)
          found.push({ package: name, version, path, line, rule, message });
    }
  }
  return found.sort((a, b) => compare(a.path, b.path) || a.line - b.line || compare(a.rule, b.rule));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
