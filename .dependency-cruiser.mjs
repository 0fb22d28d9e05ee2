/**
 * The import law: folders are the steps of the flow, and a step knows only the steps before it.
 * Each rule's comment is what the offender reads, so it says what to do instead.
 */
const PURE = [
  'tree',
  'event',
  'config',
  'revision',
  'graph',
  'changes',
  'remedy',
  'lint',
  'verify',
  'report',
  'publish',
  'install',
];
/** Files inside pure folders that drive ports; they may import port types of io, like a flow. */
const DRIVING = '^src/(verify/run|verify/[a-z-]+/run|publish/apply)[^/]*\\.ts$';

const onlyAbove = PURE.map((folder, index) => ({
  name: `${folder}-knows-only-what-comes-before`,
  severity: 'error',
  comment: `src/${folder} may import only ${PURE.slice(0, index).join(', ') || 'itself'}: move the shared fact down into one of these, or pass it in as a value.`,
  from: { path: `^src/${folder}/`, pathNot: DRIVING },
  to: { path: '^src/', pathNot: PURE.slice(0, index + 1).map((name) => `^src/${name}/`) },
}));

export default {
  forbidden: [
    ...onlyAbove,
    {
      name: 'pure-folders-do-no-io',
      severity: 'error',
      comment:
        'Deciding code takes values: give it the bytes, the time or the answer as an argument, and do the IO in src/io.',
      from: { path: `^src/(${PURE.join('|')})/`, pathNot: DRIVING },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(util|buffer)$' },
    },
    {
      name: 'packages-stay-at-the-edge',
      severity: 'error',
      comment:
        'Octokit, the Actions toolkit, git and database clients are wrapped once in src/io: add what you need to the port there.',
      from: { path: '^src/', pathNot: '^src/(io|entry)/' },
      to: { path: 'node_modules/(@actions|@octokit|simple-git|mysql2|pg|yauzl)/' },
    },
    {
      name: 'flows-get-ports-not-adapters',
      severity: 'error',
      comment:
        'A flow or driver receives ports as arguments: import only types from src/io, and let src/entry call the factory.',
      from: { path: `^src/flows/|${DRIVING}` },
      to: { path: '^src/io/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'io-knows-no-decisions',
      severity: 'error',
      comment:
        'An adapter carries out: take plain values and return plain values; deciding belongs to the pure folders.',
      from: { path: '^src/io/' },
      to: { path: '^src/(flows|lint|report|publish|entry)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-do-not-know-each-other',
      severity: 'error',
      comment: 'Put what two rules share into the Pass or into src/lint.',
      from: { path: '^src/lint/rules/', pathNot: '^src/lint/rules/index\\.ts$' },
      to: { path: '^src/lint/rules/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Two files that need each other are one thought: join them, or move the shared part below both.',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache)/' },
  },
};
