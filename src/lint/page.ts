/** What there is to read about a rule: its page, and the list of all. */
import type { Profile } from '../config/config.ts';
import { APPROVABLE, CATALOGUE, describedRule, type Described } from './catalogue.ts';
import type { Deploy, Example, Group, Rule } from './rule.ts';
import { RULES } from './rules/index.ts';

const GROUPS: Readonly<Record<Group, string>> = {
  history: 'Graph and history',
  reversibility: 'Reversibility',
  'data-loss': 'Only add; data loss',
  'rolling-deploy': 'Rolling deploy (old code on the new schema)',
  locks: 'Locks and rebuilds',
  traps: 'Alembic and MySQL traps',
  'pull-request': 'The pull request as a whole',
  hygiene: 'Hygiene of new tables (opt-in)',
};

const ENGINES = { mysql: 'MySQL', mariadb: 'MariaDB', postgresql: 'PostgreSQL', sqlite: 'SQLite' } as const;

const PROFILES: readonly Profile[] = ['recommended', 'add-only', 'strict'];

/** Markdown; null for a rule that does not exist. */
export function rulePage(id: string): string | null {
  const described = describedRule(id);
  if (described === null) return null;
  const rule = RULES.find((one) => one.id === id);
  const engines = rule?.engines?.map((engine) => ENGINES[engine]).join(', ') ?? 'all';
  const parts = [
    `# ${id}`,
    `${described.title}.`,
    described.why,
    `| ${PROFILES.join(' | ')} | engines |\n| ${'--- | '.repeat(PROFILES.length)}--- |\n| ${PROFILES.map((profile) => described.severity[profile]).join(' | ')} | ${engines} |`,
    rule
      ? examples(rule)
      : 'Found by comparing histories, or by running the migrations on a throwaway server.',
    ...(rule?.recipe === undefined ? [] : [recipe(rule.recipe)]),
    acceptance(described, rule?.options),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What the code says is indented, so that it belongs to its step. */
function recipe(deploys: readonly Deploy[]): string {
  const steps = deploys.map(({ does, migration }, index) => {
    const code = migration === undefined ? '' : `\n\n\`\`\`python\n${migration}\n\`\`\``;
    return `${String(index + 1)}. ${does}${code.replace(/\n(?=.)/g, '\n   ')}`;
  });
  return `## In several deploys\n\n${steps.join('\n')}`;
}

function examples({ examples: { bad, good }, engines: ofRule }: Rule): string {
  const shown = (title: string, list: readonly Example[]): string =>
    `## ${title}\n\n${list.map((one) => `${capital(one.caption)}${whereOf(one, ofRule)}:\n\n\`\`\`python\n${codeOf(one)}\n\`\`\``).join('\n\n')}`;
  return `${shown('Found', bad)}\n\n${shown('Not found', good)}`;
}

/** The servers that an example is about, where it is not about all of its rule's and does not say so itself. */
function whereOf({ engines, version, caption }: Example, ofRule: Rule['engines']): string {
  const named = (engines ?? (version === undefined ? [] : (ofRule ?? []))).map((engine) => ENGINES[engine]);
  const isAll = ofRule !== undefined && named.length === ofRule.length && version === undefined;
  if (named.length === 0 || isAll || named.every((name) => caption.includes(name))) return '';
  return ` (${named.join(', ')}${version === undefined ? '' : ` ${version}`})`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** As much of the file as the example is about. */
function codeOf({
  before,
  upgrade,
  downgrade,
  aboveDowngrade,
  message,
  downRevision,
  fileName,
  models,
}: Example): string {
  const body = (name: string, lines: string): string =>
    `def ${name}():\n${lines.replace(/^(?=.)/gm, '    ')}`;
  const back = downgrade ?? (aboveDowngrade === undefined ? undefined : 'pass');
  const pieces = [
    ...(models === undefined
      ? []
      : [
          ...(models.base === models.merged
            ? [`# the model, which stays as it is\n${models.base}`]
            : [`# the model on the base\n${models.base}`, `# the model as it is to be\n${models.merged}`]),
          '# the migration',
        ]),
    fileName === undefined ? undefined : `# ${fileName}`,
    message === undefined ? undefined : `"""${message}"""`,
    before,
    downRevision === undefined ? undefined : `down_revision = ${downRevision}`,
    upgrade === undefined ? undefined : back === undefined ? upgrade : body('upgrade', upgrade),
    back === undefined
      ? undefined
      : [aboveDowngrade, body('downgrade', back)].filter((one) => one !== undefined).join('\n'),
  ].filter((piece) => piece !== undefined);
  return pieces.length === 0
    ? `${body('upgrade', 'pass')}\n\n${body('downgrade', 'pass')}`
    : pieces.join('\n\n');
}

const BY_APPROVAL =
  'Somebody of `approvers:` (of the base’s configuration) who is not the author can let a file pass by approving the pull request. The approval holds for exactly these contents of the file: it ends with the next edit, and with its dismissal.';

function acceptance({ id, configurable, inline }: Described, options: Rule['options'] = {}): string {
  if (!configurable) {
    const fixed =
      'This rule has one weight, and its findings cannot be accepted by a comment or by the configuration.';
    return APPROVABLE.has(id) ? `${fixed}\n\n${BY_APPROVAL}` : fixed;
  }
  const setting = `\`\`\`yaml\n# .github/alembic-gate.yml\nrules:\n  ${id}: warning # off, info, warning, error\n\`\`\``;
  const comment = `To accept one finding, write why on its line or above it:\n\n\`\`\`python\n# alembic-gate: ignore[${id}] the reason\n\`\`\``;
  const defaults = Object.entries(options).map(([name, value]) => `\`${name}: ${JSON.stringify(value)}\``);
  const known =
    defaults.length === 0
      ? ''
      : `\n\nOptions stand beside \`severity:\`, with these defaults: ${defaults.join(', ')}.`;
  return `## Settings\n\n${setting}${known}${inline ? `\n\n${comment}` : ''}`;
}

/** The list of all rules, with links to their pages. */
export function ruleIndex(): string {
  const groups = Object.entries(GROUPS).flatMap(([group, title]) => {
    const rules = CATALOGUE.filter((rule) => rule.group === group);
    if (rules.length === 0) return [];
    const rows = rules.map(
      ({ id, title: what, severity }) =>
        `| [${id}](${id}.md) | ${what} | ${PROFILES.map((profile) => severity[profile]).join(' | ')} |`,
    );
    return [
      `## ${title}\n\n| rule | finds | ${PROFILES.join(' | ')} |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}`,
    ];
  });
  return `# Rules\n\nEvery rule that the gate judges by. The [catalogue](catalogue.md) has them on one page, with what each is judged from and why it hurts.\n\n${groups.join('\n\n')}\n`;
}

/** For a terminal: a line per rule. */
export function ruleList(profile: Profile): string {
  const width = Math.max(...CATALOGUE.map(({ id }) => id.length));
  return Object.entries(GROUPS)
    .map(([group, title]) => {
      const rules = CATALOGUE.filter((rule) => rule.group === group);
      const lines = rules.map(
        ({ id, title: what, severity }) => `  ${id.padEnd(width)}  ${severity[profile].padEnd(7)}  ${what}`,
      );
      return rules.length === 0 ? '' : `${title}\n${lines.join('\n')}\n`;
    })
    .filter((block) => block !== '')
    .join('\n');
}

/** File name -> content, of all generated pages. */
export function rulePages(): Readonly<Record<string, string>> {
  const pages = CATALOGUE.map(({ id }) => [`${id}.md`, rulePage(id) ?? ''] as const);
  return { 'README.md': ruleIndex(), ...Object.fromEntries(pages) };
}
