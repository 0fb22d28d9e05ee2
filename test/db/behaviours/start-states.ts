/** Databases that are deployed at older revisions than the base's head. */
import type { ProjectRevision } from '../project.ts';
import type { ProveOptions } from '../prove.ts';
import { fails, passes, url, type Engine, type Table } from './behaviour.ts';

const revision = (id: string, down: ProjectRevision['down'], upgrade: string): ProjectRevision => ({
  id,
  down,
  upgrade,
  downgrade: 'pass',
});
export const ROOT = revision(
  'root',
  null,
  'op.create_table("case", sa.Column("id", sa.Integer, primary_key=True))',
);
export const column = (id: string, down: string, name: string) =>
  revision(id, down, `op.add_column("case", sa.Column("${name}", sa.Integer))`);
/** Gives whoever has the column by then another one. */
const LOOKS = revision(
  'looks',
  'root',
  'names = [one["name"] for one in sa.inspect(op.get_bind()).get_columns("case")]\nop.add_column("case", sa.Column("b" if "a" in names else "c", sa.Integer))',
);
const ALIKE = column('looks', 'root', 'b');
const joined = revision('joined', ['looks', 'theirs'], 'pass');
const OLDER = [
  { name: 'v1', heads: ['root'] },
  { name: 'v2', heads: ['looks'] },
];

const project = (
  engine: Engine,
  added: readonly ProjectRevision[],
  deployed: NonNullable<ProveOptions['deployed']> = OLDER,
): ProveOptions => ({
  base: [ROOT, column('theirs', 'root', 'a')],
  added,
  deployed,
  url: url(engine),
});

export const START_STATES: Table = (engine) => [
  {
    proof: 'start-states',
    name: 'a deployed database that runs the sides in another order',
    faults: [
      fails('and gets another column', project(engine, [LOOKS, joined]), [
        'no-order-dependent-siblings',
        'error',
        null,
        /ends at another schema: column `case`\.`b` is gone, column `case`\.`c` is new/,
      ]),
    ],
    twins: [
      {
        ...passes('and gets the same', project(engine, [ALIKE, joined])),
        reason: /^the same schema from `v1`, `v2`/,
      },
      {
        ...passes(
          'one line of history',
          project(
            engine,
            [column('new', 'theirs', 'd')],
            [
              { name: 'root', heads: ['root'] },
              { name: 'v1', heads: ['theirs'] },
            ],
          ),
        ),
        reason: /^the same schema from `root`, `v1`$/,
      },
    ],
  },
];
