/** All rules there are: those of this folder, and those whose findings come from the graph, the history or a proof. */
import { ALL_ERROR, ALL_WARNING, STRICT_ERROR, STRICT_WARNING, WARNING_ERROR, type Rule } from './rule.ts';
import { RULES } from './rules/index.ts';

/** A rule as far as settings and pages need it. */
export interface Described extends Pick<Rule, 'id' | 'group' | 'title' | 'why' | 'severity'> {
  /** Whether the configuration may weigh it otherwise, and accept single findings. */
  readonly configurable: boolean;
  /** Whether a comment in the file may accept a finding. */
  readonly inline: boolean;
}

const fixed = { configurable: false, inline: false };

const ELSEWHERE: readonly Described[] = [
  {
    id: 'no-multiple-heads',
    group: 'history',
    title: 'The history would have more heads than expected',
    why: '`alembic upgrade head` stops with "Multiple head revisions are present" and applies nothing, on every database.',
    severity: ALL_ERROR,
    configurable: true,
    inline: false,
  },
  {
    id: 'no-stale-parent',
    group: 'history',
    title: 'A new revision follows one that is no head of the base',
    why: 'The history forks there as soon as both land.',
    severity: STRICT_ERROR,
    configurable: true,
    inline: false,
  },
  {
    id: 'no-incomplete-merge',
    group: 'history',
    title: 'A merge revision leaves heads over',
    why: 'There are still several heads, and `alembic upgrade head` still applies nothing.',
    severity: ALL_ERROR,
    ...fixed,
  },
  {
    id: 'no-missing-parent',
    group: 'history',
    title: 'A revision names one that is not there',
    why: 'Every Alembic command ends in a KeyError.',
    severity: ALL_ERROR,
    ...fixed,
  },
  {
    id: 'no-duplicate-revision',
    group: 'history',
    title: 'Two files have one revision id',
    why: 'Alembic keeps the later file and a phantom head of the earlier, which no merge revision cures.',
    severity: ALL_ERROR,
    ...fixed,
  },
  {
    id: 'no-cycle',
    group: 'history',
    title: 'Revisions follow each other in a circle',
    why: 'No order exists in which they could be applied; in a case that Alembic accepts, a child runs before its parent.',
    severity: ALL_ERROR,
    ...fixed,
  },
  {
    id: 'no-invalid-revision-id',
    group: 'history',
    title: 'A revision id that Alembic or the version table refuses',
    why: 'An id with illegal characters stops every command; a word that Alembic keeps for itself (`base`, `head`, `heads`) is not run, or passed over; one of more than 32 characters fails after its schema changes have run.',
    severity: ALL_ERROR,
    ...fixed,
  },
  {
    id: 'no-unreadable-revision',
    group: 'history',
    title: 'A file of the versions directory that Python or Alembic cannot load',
    why: 'Every Alembic command loads it, and fails.',
    severity: ALL_ERROR,
    ...fixed,
  },
  {
    id: 'no-stray-python-in-versions',
    group: 'history',
    title: 'A Python file in the versions directory that is no revision',
    why: 'Alembic loads every file there: a helper, a backup or a left-over of a merge conflict breaks every command.',
    severity: ALL_ERROR,
    ...fixed,
  },
  {
    id: 'no-merged-revision-change',
    group: 'history',
    title: 'A revision of the base is edited, deleted, renamed or moved',
    why: 'Databases that have applied it never see the change, and one that stands at a deleted revision stops at every command.',
    severity: ALL_ERROR,
    ...fixed,
  },
  {
    id: 'no-reparent-of-merged',
    group: 'history',
    title: 'A revision of the base gets another parent, or a new one below it',
    why: 'A database that has the revision is taken to have everything below it, so the upgrade silently never runs what is new there.',
    severity: ALL_ERROR,
    ...fixed,
  },
  {
    id: 'no-order-dependent-siblings',
    group: 'history',
    title: 'The two orders of two sides give different schemas',
    why: 'A merge revision does not say which side runs first, so environments drift apart under one version. Sides whose sources touch the same column, index, constraint or table are warned of before anything has run.',
    severity: ALL_ERROR,
    ...fixed,
  },
  {
    id: 'no-gate-weakening',
    group: 'history',
    title: 'The pull request makes the gate judge less',
    why: 'A gate that can be edited away by what it judges is none: the base’s configuration judges, and the change needs eyes of its own.',
    severity: ALL_ERROR,
    ...fixed,
  },
  {
    id: 'no-unsupported-heads-verb',
    group: 'history',
    title: 'Deployment and tests run Alembic with different verbs',
    why: '`upgrade heads` applies a forked history at which `upgrade head` stops, so tests that run the one say nothing of a deployment that runs the other; and after a merge revision `downgrade -1` stops with "Ambiguous walk". Dockerfiles, compose files, Makefiles, workflows, shell and entrypoint scripts are looked at.',
    severity: STRICT_WARNING,
    configurable: true,
    inline: false,
  },
  {
    id: 'no-other-server-version',
    group: 'history',
    title: 'The proof ran on another version of the server than production’s',
    why: 'Which statements lock, which are refused and what becomes of a default differ between versions. With the profile `strict` nothing is proved on another one.',
    severity: ALL_WARNING,
    ...fixed,
  },
  {
    id: 'no-failing-migration',
    group: 'history',
    title: 'A migration fails on a real server',
    why: 'It raised, or did not end in time, on a throwaway server that was brought to the state of the base.',
    severity: ALL_ERROR,
    ...fixed,
  },
  {
    id: 'no-round-trip-difference',
    group: 'reversibility',
    title: 'The schema differs after upgrade, downgrade, upgrade',
    why: 'A rollback leaves residue, or loses something that was there: seen on a real server, attribute by attribute.',
    severity: ALL_ERROR,
    configurable: true,
    inline: true,
  },
  {
    id: 'no-new-drift',
    group: 'pull-request',
    title: 'Models and database differ after the upgrade where they did not before',
    why: 'The code that lands asks for what no database has, or the next autogenerate takes along what this change left. Asked of autogenerate on a real server; what differed on the base already is not said, and under `add-only` what only left the models may stay in the database.',
    severity: ALL_ERROR,
    configurable: true,
    inline: true,
  },
  {
    id: 'no-old-code-break',
    group: 'rolling-deploy',
    title: 'Code of the base cannot read or write any more after the upgrade',
    why: 'While a deployment rolls, the old code runs on the new schema: what it reads must be there, and what it writes must go in. Rows of all kinds are made as the base takes them and tried again after the upgrade; where only NULLs, doubles or great values are refused, it warns.',
    severity: ALL_ERROR,
    configurable: true,
    inline: true,
  },
  {
    id: 'no-fresh-install-difference',
    group: 'pull-request',
    title: 'A new installation gets another database than the migrations make',
    why: 'The command that creates and stamps a database makes something else than the upgrade of an existing one, so two customers of one version have two schemas, and the next migration works for one of them only. Asked of a real server; what differed on the base already is told and does not fail.',
    severity: ALL_ERROR,
    configurable: true,
    inline: true,
  },
  {
    id: 'no-ghost-change',
    group: 'pull-request',
    title: 'A migration changes what no model of the pull request asks for',
    why: 'Autogenerate compares models with some database: what a branch or a hand left there it drops or alters, as here a table that no model maps. On other databases somebody else may own it.',
    severity: WARNING_ERROR,
    configurable: true,
    inline: true,
  },
  {
    id: 'require-migration',
    group: 'pull-request',
    title: 'A model changes what the schema should be, and no migration follows',
    why: 'The code that lands asks for a table or column that no database has, and fails at its first query. What leaves a model needs no migration at once: it is listed as awaiting removal. Needs `models:`.',
    severity: WARNING_ERROR,
    configurable: true,
    inline: false,
  },
  {
    id: 'no-unused-suppression',
    group: 'pull-request',
    title: 'An ignore comment that meets no finding',
    why: 'It would silently accept whatever comes to stand on its line next.',
    severity: WARNING_ERROR,
    configurable: true,
    inline: false,
  },
  {
    id: 'no-suppression-without-reason',
    group: 'pull-request',
    title: 'An ignore comment without a reason',
    why: 'A finding is accepted with a reason that everybody can read, or not at all.',
    severity: WARNING_ERROR,
    configurable: true,
    inline: false,
  },
];

/** In the order of the list above, then that of the rules' names. */
export const CATALOGUE: readonly Described[] = [
  ...ELSEWHERE,
  ...RULES.map(({ id, group, title, why, severity }) => {
    const free = group !== 'history';
    return { id, group, title, why, severity, configurable: free, inline: free };
  }),
];

/** null for an id that does not exist. */
export const describedRule = (id: string): Described | null =>
  CATALOGUE.find((rule) => rule.id === id) ?? null;

/** What no comment and no configuration of the pull request's own can accept, but a person can who looks at it. */
export const APPROVABLE: ReadonlySet<string> = new Set([
  'no-merged-revision-change',
  'no-reparent-of-merged',
  'no-gate-weakening',
]);
