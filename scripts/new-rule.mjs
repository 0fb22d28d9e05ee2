/** Starts a rule: `node scripts/new-rule.mjs no-something` writes its file and puts it into the list. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const FOLDER = 'src/lint/rules';
const [id = ''] = process.argv.slice(2);
if (!/^(?:no|require)(?:-[a-z0-9]+)+$/.test(id)) {
  console.error('usage: node scripts/new-rule.mjs no-something (or require-something)');
  process.exit(2);
}
const file = `${FOLDER}/${id}.ts`;
if (existsSync(file)) {
  console.error(`${file} exists`);
  process.exit(2);
}

const nameOf = (rule) => rule.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

writeFileSync(
  file,
  `/** The harm, in the words of the person on call. */
import { named } from '../change.ts';
import { onExisting } from '../pass.ts';
import { ALL_WARNING, trouble, type Rule } from '../rule.ts';

export const ${nameOf(id)}: Rule = {
  id: '${id}',
  group: 'traps',
  title: 'What it finds',
  why: 'What breaks, and for whom.',
  severity: ALL_WARNING,
  statements: true,
  examples: {
    bad: [{ caption: 'with Alembic', upgrade: 'op.drop_table("invoice")', at: 'op.drop_table' }],
    good: [{ caption: 'something else' }],
  },
  check: (pass) =>
    onExisting(pass, 'drop-table').map((change) =>
      trouble(change, \`What happens to \${named(change.table)}.\`, 'What to do.'),
    ),
};
`,
);

const rules = readdirSync(FOLDER)
  .filter((name) => name !== 'index.ts')
  .map((name) => name.slice(0, -'.ts'.length))
  .sort();
const index = `${FOLDER}/index.ts`;
const [head] = readFileSync(index, 'utf8').split('\n');
const text = `${head}
import type { Rule } from '../rule.ts';
${rules.map((rule) => `import { ${nameOf(rule)} } from './${rule}.ts';`).join('\n')}

export const RULES: readonly Rule[] = [${rules.map(nameOf).join(', ')}];
`;
writeFileSync(index, await format(text, { ...(await resolveConfig(index)), parser: 'typescript' }));
console.log(
  `${file}\nNow: its catalogue row in docs/rules/catalogue.md, its check and examples, then node scripts/docs.mjs`,
);
