/** Deployments that die between two statements and are started again. */
import type { ProjectRevision } from '../project.ts';
import {
  added,
  fails,
  inapplicable,
  passes,
  url,
  type Behaviour,
  type Engine,
  type Table,
} from './behaviour.ts';

const CASES: ProjectRevision = {
  id: 'cases',
  down: null,
  upgrade: 'op.create_table("case", sa.Column("id", sa.Integer, primary_key=True))',
};
const FIRST = 'op.add_column("case", sa.Column("a", sa.Integer))';
const TWO = `${FIRST}\nop.add_column("case", sa.Column("b", sa.Integer))`;
const GUARDED = `have = {column["name"] for column in sa.inspect(op.get_bind()).get_columns("case")}
for name in ("a", "b"):
    if name not in have:
        op.add_column("case", sa.Column(name, sa.Integer))`;
const committed = (upgrade: string) =>
  `with op.get_context().autocommit_block():\n    ${upgrade.replaceAll('\n', '\n    ')}`;

const project = (engine: Engine, upgrade: string) => ({
  base: [CASES],
  added: [added('cases', upgrade)],
  url: url(engine),
});

/** Also what another test carries out, statement by statement. */
export const halfApplied = (engine: Engine) =>
  project(engine, engine === 'postgresql' ? committed(TWO) : TWO);

const stumbles = (line: number) =>
  [
    'no-failing-migration',
    'error',
    line,
    /^The upgrade of `new`, stopped after `ALTER TABLE .*` and run again, does not come to the same schema: .*([Dd]uplicate column|already exists).*To recover, run by hand what is left: ALTER TABLE .*ADD COLUMN b INTEGER; and then `alembic stamp new`\.$/,
  ] as const;

const ATOMIC =
  /^PostgreSQL takes back the whole of an upgrade that was interrupted, and no new revision has statements outside of its transaction$/;

const halfAppliedTwo = (engine: Engine): Behaviour => ({
  proof: 'interruption',
  name: 'a half-applied migration of two statements',
  faults:
    engine === 'postgresql'
      ? [inapplicable('in one transaction, which is taken back', project(engine, TWO), ATOMIC)]
      : [fails('each committed by itself', project(engine, TWO), stumbles(9))],
  twins:
    engine === 'postgresql'
      ? [inapplicable('that looks first', project(engine, GUARDED), ATOMIC)]
      : [
          passes('that looks first', project(engine, GUARDED)),
          inapplicable(
            'of one statement',
            project(engine, FIRST),
            /^no new revision has more than one statement that changes anything$/,
          ),
        ],
});

export const INTERRUPTION: Table = (engine) => [
  halfAppliedTwo(engine),
  {
    proof: 'interruption',
    name: 'a half-applied autocommit block',
    faults: [fails('that cannot go on', project(engine, committed(TWO)), stumbles(10))],
    twins: [passes('that looks first', project(engine, committed(GUARDED)))],
  },
];
