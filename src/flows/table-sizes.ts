/** Reads the file that `table-sizes:` names. */
import type { Config } from '../config/config.ts';
import type { TableSizes } from '../config/table-size.ts';
import { readTableSizes } from '../config/table-sizes.ts';
import { UsageError } from '../tree/usage-error.ts';
import type { Sides } from './sides.ts';

/** The base's, as the configuration is; the merge's own where the base has none. null where no file is named. */
export async function tableSizes(
  { tableSizes: path }: Pick<Config, 'tableSizes'>,
  { base, merged }: Pick<Sides, 'base' | 'merged'>,
): Promise<TableSizes | null> {
  if (path === null) return null;
  const tree = [base.tree, merged.tree].find(({ entries }) => entries.get(path)?.kind === 'file');
  if (tree === undefined)
    throw new UsageError(
      `table-sizes names ${path}, which is not in ${base.tree.label}: commit it, or remove the key`,
    );
  const bytes = (await tree.read([path])).get(path);
  return readTableSizes(new TextDecoder().decode(bytes), `${path} of ${tree.label}`);
}
