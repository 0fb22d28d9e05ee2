/** Reads what the files of `models:` map, on both sides. */
import type { Config } from '../config/config.ts';
import { readModels } from '../lint/models/read.ts';
import type { ModelFacts, Models } from '../lint/models/model.ts';
import { globMatcher } from '../tree/glob.ts';
import type { Tree } from '../tree/tree.ts';
import type { Sides } from './sides.ts';

/** null where the configuration names no model files. */
export async function modelFacts(
  { models }: Pick<Config, 'models'>,
  { base, merged }: Sides,
): Promise<ModelFacts | null> {
  if (models.length === 0) return null;
  const isModel = globMatcher(models);
  const before = filesOf(base.tree, isModel);
  const after = filesOf(merged.tree, isModel);
  const changed = before.size !== after.size || [...before].some(([path, oid]) => after.get(path) !== oid);
  const read = await modelsIn(base.tree, before);
  return { base: read, merged: changed ? await modelsIn(merged.tree, after) : read, changed };
}

/** Path -> blob id of the Python files that the globs name. */
function filesOf({ entries }: Tree, isModel: (path: string) => boolean): ReadonlyMap<string, string> {
  const files = [...entries.values()].filter(
    ({ path, kind }) => kind === 'file' && path.endsWith('.py') && isModel(path),
  );
  return new Map(files.map(({ path, oid }) => [path, oid]));
}

async function modelsIn(tree: Tree, files: ReadonlyMap<string, string>): Promise<Models> {
  return readModels(await tree.read([...files.keys()]));
}
