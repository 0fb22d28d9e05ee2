/** Real Alembic over a mirror of the version locations of one state after the other. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Environment } from '../../src/config/environment.ts';
import type { Tree } from '../../src/tree/tree.ts';

/** `computed` names what a file does not say in literals: pairs of path and name. */
export type AlembicAnswer = { readonly computed: readonly (readonly [path: string, name: string])[] } & (
  | { readonly heads: readonly string[]; readonly revisions: number }
  | { readonly error: string; readonly message: string }
);

export interface Alembic extends Disposable {
  /** Makes the mirror hold the files of these environments as they are in `tree`. */
  show(tree: Tree, environments: readonly Environment[]): Promise<void>;
  ask(environment: Environment): Promise<AlembicAnswer>;
}

/** Starts `python` (which has Alembic) on `script`; the mirror is kept below `directory`. */
export function startAlembic(python: string, script: string, directory: string): Alembic {
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const mirrored = new Map<string, string>();
  const place = (path: string): string => join(directory, path);

  return {
    async show(tree, environments) {
      const locations = environments.flatMap(({ versionLocations }) => versionLocations);
      const wanted = [...tree.entries.values()].filter(
        ({ kind, path }) => kind === 'file' && locations.some((location) => path.startsWith(`${location}/`)),
      );
      const now = new Set(wanted.map(({ path }) => path));
      for (const path of [...mirrored.keys()].filter((known) => !now.has(known))) {
        rmSync(place(path), { force: true });
        mirrored.delete(path);
      }
      const changed = wanted.filter(({ path, oid }) => mirrored.get(path) !== oid);
      const contents = await tree.read(changed.map(({ path }) => path));
      for (const { path, oid } of changed) {
        mkdirSync(dirname(place(path)), { recursive: true });
        writeFileSync(place(path), contents.get(path) ?? '');
        mirrored.set(path, oid);
      }
    },
    async ask({ scriptLocation, versionLocations, recursive }) {
      mkdirSync(place(scriptLocation), { recursive: true });
      const question = {
        scriptLocation: place(scriptLocation),
        versionLocations: versionLocations.map(place),
        recursive,
      };
      child.stdin.write(`${JSON.stringify(question)}\n`);
      const line = (await answers.next()) as IteratorResult<string, undefined>;
      if (line.value === undefined) throw new Error('Alembic ended early: its complaint is above.');
      const answer = JSON.parse(line.value) as AlembicAnswer;
      const relative = answer.computed.map(
        ([path, name]) => [path.slice(directory.length + 1), name] as const,
      );
      return { ...answer, computed: relative };
    },
    [Symbol.dispose]: () => child.kill(),
  };
}
