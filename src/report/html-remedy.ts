/** Both cures for several heads on a page, the recommended one first and open. */
import { code, element, fold, sentence, type Html } from './html-text.ts';
import type { EnvironmentReport, Report } from './report.ts';
import { branchName, isBehind } from './words.ts';

export function remedyPart(environment: EnvironmentReport, report: Report): readonly Html[] {
  const { resolution } = environment;
  if (resolution === null) return [];
  const { recommended, refused, because, mergeRevision, reParent } = resolution;
  const first = isBehind(environment)
    ? [element('p', ['With ', element('code', branchName(report.base.ref)), ' merged into the branch:'])]
    : [];
  const name = (kind: typeof recommended, words: string): string =>
    kind === recommended && refused === null ? `${words} (recommended)` : words;
  const merge = fold(
    name('merge-revision', 'Merge revision'),
    [
      ...first,
      code(mergeRevision.command),
      ...(mergeRevision.content === null
        ? []
        : [fold(['It writes ', element('code', mergeRevision.path)], code(mergeRevision.content))]),
    ],
    recommended === 'merge-revision',
  );
  const diff = (reParent?.edits ?? []).map(({ path, line, before, after }) =>
    [`${path}:${String(line)}`, before.replace(/^/gm, '-'), after.replace(/^/gm, '+')].join('\n'),
  );
  const moved =
    reParent === null
      ? []
      : [
          fold(
            name('re-parent', 'Re-parent'),
            [...first, code(diff.join('\n'))],
            recommended === 're-parent',
          ),
        ];
  const parts = recommended === 're-parent' ? [...moved, merge] : [merge, ...moved];
  return [
    element('h3', 'Cure'),
    element('p', sentence(refused ?? because)),
    ...(refused === null ? parts : moved),
  ];
}
