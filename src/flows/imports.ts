/** Modules that revisions import, found in their own tree: identifiers may come from a constant of the project. */
import type { Environment } from '../config/environment.ts';
import type { FindModule } from '../revision/module.ts';
import { joinPath, selfAndAncestors } from '../tree/paths.ts';
import type { Tree } from '../tree/tree.ts';

/** What reading asks for is noted and brought in one round trip, because trees are read in batches. */
export class TreeImports {
  readonly #tree: Tree;
  readonly #roots: readonly string[];
  readonly #known = new Map<string, Uint8Array | null>();
  readonly #wanted = new Set<string>();

  constructor(tree: Tree, { scriptLocation, workingDirectory }: Environment) {
    this.#tree = tree;
    // Whatever a project puts on `sys.path`, it is one of these in practice: where Alembic starts, or above the scripts.
    this.#roots = [...new Set([workingDirectory, 'src', ...selfAndAncestors(scriptLocation)])];
  }

  /** How many modules were handed out: a reading that took one depends on more than its own file. */
  served = 0;

  readonly find: FindModule = (module) => {
    const known = this.#known.get(module);
    if (known === undefined) this.#wanted.add(module);
    if (known) this.served += 1;
    return known ?? null;
  };

  /** Reads what `find` was asked for and did not have; whether any of it is in the tree. */
  async bring(): Promise<boolean> {
    const places = [...this.#wanted].map((module) => ({ module, path: this.#pathOf(module) }));
    this.#wanted.clear();
    const found = places.flatMap(({ path }) => path ?? []);
    const contents = await this.#tree.read(found);
    for (const { module, path } of places)
      this.#known.set(module, path === null ? null : (contents.get(path) ?? null));
    return found.length > 0;
  }

  #pathOf(module: string): string | null {
    const file = module.replaceAll('.', '/');
    const candidates = this.#roots.flatMap((root) => [
      joinPath(root, `${file}.py`),
      joinPath(root, `${file}/__init__.py`),
    ]);
    return candidates.find((path) => path !== null && this.#tree.entries.has(path)) ?? null;
  }
}
