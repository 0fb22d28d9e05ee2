/** Looks through the files from which people deploy and test, where a rule asks for it. */
import type { Config } from '../config/config.ts';
import { describedRule } from '../lint/catalogue.ts';
import { mayRunAlembic, verbFindings, verbsIn } from '../lint/deploy-verbs.ts';
import type { Finding } from '../lint/finding.ts';
import { severityOf } from '../lint/severity.ts';
import type { Judged } from './judge.ts';
import type { Sides } from './sides.ts';

/** So many files of a repository are looked at, and such small ones: scripts of this kind are short. */
const MOST_FILES = 400;
const LARGEST = 200_000;

/** Nothing where the rule is off, as it is but in `strict`. */
export async function deployVerbFindings(
  { judged: { environment }, merged }: Judged,
  config: Config,
  sides: Pick<Sides, 'merged'>,
): Promise<readonly Finding[]> {
  const rule = describedRule('no-unsupported-heads-verb');
  if (rule === null || severityOf(rule, config, null) === 'off') return [];
  const { tree } = sides.merged;
  const paths = [...tree.entries.values()]
    .filter(({ path, kind }) => kind === 'file' && mayRunAlembic(path))
    .map(({ path }) => path)
    .slice(0, MOST_FILES);
  const texts = await tree.read(paths);
  const verbs = paths.flatMap((path) => {
    const bytes = texts.get(path);
    return bytes === undefined || bytes.length > LARGEST
      ? []
      : verbsIn(path, new TextDecoder().decode(bytes));
  });
  const { graph } = merged;
  const mergedAt =
    graph.realHeads.find((id) => (graph.revisions.get(id)?.downRevisions.length ?? 0) > 1) ?? null;
  const { expectedHeads, name } = environment;
  const severalHeads =
    typeof expectedHeads === 'number' ? expectedHeads > 1 : Object.keys(expectedHeads).length > 1;
  return verbFindings(verbs, { environment: name, severalHeads, mergedAt });
}
