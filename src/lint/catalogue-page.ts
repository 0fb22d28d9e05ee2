/** The catalogue as a page: every rule that is decided, built or not, and which of them are not. */
import { CATALOGUE } from './catalogue.ts';

/** What one row of the catalogue says. */
export interface CatalogueRow {
  readonly id: string;
  /** `E/E/W`; null in the list of the hygiene group, whose rules are off by default. */
  readonly profiles: string | null;
}

const HEADING = '## Not built yet';

/** The ids of the page's tables and of its list of the hygiene group. */
export function catalogueRows(markdown: string): readonly CatalogueRow[] {
  const [text = ''] = markdown.split(HEADING);
  const rows = text.split('\n').flatMap((line): readonly CatalogueRow[] => {
    const [, names = '', profiles = ''] = line.split('|').map((cell) => cell.trim());
    return profiles.includes('/') && names !== 'id' ? idsIn(names).map((id) => ({ id, profiles })) : [];
  });
  const hygiene = text
    .slice(text.indexOf('## Hygiene'))
    .split('\n')
    .slice(1)
    .join('\n')
    .split('Every rule carries')[0];
  return [...rows, ...idsIn(hygiene ?? '').map((id) => ({ id, profiles: null }))];
}

const idsIn = (text: string): readonly string[] => text.match(/\b(?:no|require)(?:-[a-z0-9]+)+\b/g) ?? [];

/** The page with its last section made anew. */
export function cataloguePage(markdown: string): string {
  const built = new Set(CATALOGUE.map(({ id }) => id));
  const missing = catalogueRows(markdown).flatMap(({ id }) => (built.has(id) ? [] : [id]));
  const [text = ''] = markdown.split(HEADING);
  const said =
    missing.length === 0
      ? 'Nothing.'
      : `These rules are decided and not built: the gate does not know them, and a configuration that names one is wrong.\n\n${missing.map((id) => `- ${id}`).join('\n')}`;
  return `${text.trimEnd()}\n\n${HEADING}\n\n${said}\n`;
}
