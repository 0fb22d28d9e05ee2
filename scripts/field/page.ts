/** The results as a page for people: the counts, and every difference in full. */
import type { EnvironmentResult, RepositoryResult } from './result.ts';

const INTRODUCTION = `# The gate beside Alembic, on public histories

<!-- Written by \`npm run field\`; the numbers are those of test/field/histories.json. -->

Every first-parent commit of a branch that touches migrations is one state. In each, the gate finds the environments by
itself, reads the revision files without running Python, and builds the graph; real Alembic's \`ScriptDirectory\` loads the
same files, with modules read by Python's own parser. Compared are the heads, in their order.

- **same**: equal heads in equal order; in brackets, the states in which there are several.
- **both fail**: Alembic cannot load the tree (on Python 3: old states are often Python 2), and the gate says so too, for a
  reason for which Alembic raises just that class.
- **refused**: a file computes what decides the heads, and the gate refuses it by the name of the reason.
- **different**: anything else.

Then every such commit is judged as the pull request that it was (a merge's second parent against its first; any other
commit against its parent), statically, where each environment has one head before and after. An **error** there is one of
\`no-multiple-heads\`, \`no-missing-parent\`, \`no-duplicate-revision\`, \`no-cycle\`, \`no-unreadable-revision\`: by what landed,
none is deserved. *Error findings* are those of all rules. *Mended* are merges whose commit has other Python files than the merge of its parents;
*lacking* are merges of which the clone lacks objects.
`;

/** The whole page, Markdown. */
export function renderPage(results: readonly RepositoryResult[]): string {
  return [
    INTRODUCTION,
    summary(results),
    states(results),
    pullRequests(results),
    ...differences(results),
  ].join('\n');
}

function summary(results: readonly RepositoryResult[]): string {
  const environments = results.flatMap((result) => result.environments);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const compared = sum(environments.map(({ states }) => states));
  const different = sum(environments.map(({ differences }) => differences.length));
  const judged = sum(results.map(({ pullRequests }) => pullRequests.judged));
  const errors = sum(results.map(({ pullRequests }) => pullRequests.errors.length));
  return `**${results.length} repositories, ${compared} states compared, ${different} different; ${judged} merged changes judged, ${errors} errors.**\n`;
}

function states(results: readonly RepositoryResult[]): string {
  const rows = results.flatMap(({ name, environments }) =>
    environments.map((environment) => [
      name,
      `\`${environment.name}\``,
      environment.revisions,
      environment.states,
      environment.severalHeads > 0 ? `${environment.same} (${environment.severalHeads})` : environment.same,
      named(environment.bothFail),
      refused(environment),
      environment.differences.length,
    ]),
  );
  const head = [
    'repository',
    'environment',
    'revisions',
    'states',
    'same',
    'both fail',
    'refused',
    'different',
  ];
  return `## States\n\n${table(head, rows)}`;
}

const refused = ({ refusedStates, refusedFiles }: EnvironmentResult): string =>
  refusedStates === 0 ? '0' : `${refusedStates} (files: ${named(refusedFiles)})`;

function pullRequests(results: readonly RepositoryResult[]): string {
  const rows = results.map(
    ({
      name,
      commits,
      states: touched,
      tip,
      date,
      pullRequests: { judged, outcomes, rules, lacking, mendedByHand, errors },
    }) => [
      `${name} at \`${tip.slice(0, 12)}\` (${date})`,
      commits,
      touched,
      judged,
      named(outcomes),
      named(rules),
      mendedByHand,
      lacking,
      errors.length,
    ],
  );
  const head = [
    'repository',
    'first-parent commits',
    'states',
    'judged',
    'outcomes',
    'error findings',
    'mended',
    'lacking',
    'errors',
  ];
  return `## What landed, judged as pull requests\n\n${table(head, rows)}`;
}

function differences(results: readonly RepositoryResult[]): readonly string[] {
  const states = results.flatMap(({ name, environments }) =>
    environments.flatMap((environment) =>
      environment.differences.map(
        ({ commit, gate, alembic }) =>
          `- ${name} \`${commit.slice(0, 12)}\`, \`${environment.name}\`: the gate says \`${gate}\`, Alembic \`${alembic}\``,
      ),
    ),
  );
  const errors = results.flatMap(({ name, pullRequests: { errors: found } }) =>
    found.map(({ commit, rule, message }) => `- ${name} \`${commit.slice(0, 12)}\`: \`${rule}\`: ${message}`),
  );
  const all = [...states, ...errors];
  return all.length === 0 ? [] : [`## Every difference and error\n\n${all.join('\n')}\n`];
}

function named(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts);
  return entries.length === 0 ? '0' : entries.map(([name, number]) => `${number} ${name}`).join(', ');
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}
