/** Whose configuration judges (design §4), and which environments there are to judge. */
import { GATE_CONFIGURATION } from '../changes/changed-paths.ts';
import type { Config } from '../config/config.ts';
import type { Overrides } from '../config/overrides.ts';
import { discoverEnvironments } from '../config/discover.ts';
import { ConfigError, readGateConfig, type GateConfig } from '../config/gate-config.ts';
import { hiddenPlaces, judgedEnvironments, type JudgedEnvironment } from '../config/judging.ts';
import { mergeConfig, type Choices } from '../config/merge.ts';
import { RULE_NAMES } from '../lint/rule-names.ts';
import { isWithin } from '../tree/paths.ts';
import type { Tree } from '../tree/tree.ts';
import type { FoundProblem } from './unread-places.ts';
import type { Sides } from './sides.ts';

export interface ConfigurationRequest {
  /** The text that counts at the desk, with the path for messages; null: the base's, as for every pull request. */
  readonly file: { readonly path: string; readonly text: string } | null;
  readonly flags: Choices;
  readonly inputs: Choices;
  readonly locations: Overrides;
}

export interface JudgedConfiguration {
  readonly config: Config;
  readonly change: ConfigurationChange;
}

/** What the pull request does to the committed configuration, whichever judges. */
export type ConfigurationChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'changed'; readonly path: string; readonly before: Config; readonly after: Config }
  /** The base has none: the pull request that installs the gate. */
  | { readonly kind: 'brought'; readonly path: string };

/** The configuration at the desk, from the request alone. Throws ConfigError. */
export function judgingConfigurationOf({ file, flags, inputs }: ConfigurationRequest): Config {
  return mergeConfig({
    flags,
    inputs,
    ...(file === null ? {} : { file: readGateConfig(file.text, file.path, RULE_NAMES) }),
  });
}

/** The base's configuration, the merge's own only where the base has none; at the desk that of the working tree. */
export async function judgingConfiguration(
  request: ConfigurationRequest,
  sides: Sides,
): Promise<JudgedConfiguration> {
  if (request.file === null) {
    const [before, after] = await committed(sides);
    return { config: complete(request, before ?? after), change: changeOf(request, before, after) };
  }
  const config = judgingConfigurationOf(request);
  try {
    return { config, change: changeOf(request, ...(await committed(sides))) };
  } catch (error) {
    // What is committed does not judge here, and a broken file weakens nothing.
    if (error instanceof ConfigError) return { config, change: { kind: 'none' } };
    throw error;
  }
}

type Committed = CommittedConfiguration | null;

/** The base's and the merge's. Throws ConfigError. */
const committed = ({ base, merged }: Sides): Promise<[Committed, Committed]> =>
  Promise.all([gateConfigOf(base.tree), gateConfigOf(merged.tree)]);

const complete = ({ flags, inputs }: ConfigurationRequest, found: Committed): Config =>
  mergeConfig({ flags, inputs, ...(found === null ? {} : { file: found.file }) });

function changeOf(request: ConfigurationRequest, before: Committed, after: Committed): ConfigurationChange {
  if (before?.oid === after?.oid) return { kind: 'none' };
  if (before === null) return { kind: 'brought', path: after?.path ?? '' };
  const path = after?.path ?? before.path;
  return { kind: 'changed', path, before: complete(request, before), after: complete(request, after) };
}

interface CommittedConfiguration {
  readonly path: string;
  readonly oid: string;
  readonly file: GateConfig;
}

async function gateConfigOf(tree: Tree): Promise<Committed> {
  const path = GATE_CONFIGURATION.find((name) => tree.entries.has(name));
  const entry = path === undefined ? undefined : tree.entries.get(path);
  if (path === undefined || entry === undefined) return null;
  const text = new TextDecoder().decode((await tree.read([path])).get(path));
  return { path, oid: entry.oid, file: readGateConfig(text, `${path} of ${tree.label}`, RULE_NAMES) };
}

export interface FoundEnvironments {
  readonly environments: readonly JudgedEnvironment[];
  /** Sentences: what a merge would take out of Alembic's sight. */
  readonly hidden: readonly string[];
  /** What looks like an environment of the merge and cannot be read; `onBase` where the base has the same problem. */
  readonly problems: readonly FoundProblem[];
  /** Folders of the merge with Python files below versions directories that are not read recursively. */
  readonly notRead: readonly string[];
}

/** The environments of the base and of the merge together. */
export async function findEnvironments(
  sides: Sides,
  config: Config,
  locations: Overrides,
): Promise<FoundEnvironments> {
  const [base, merged] = await Promise.all([
    discoverEnvironments(sides.base.tree, config, locations),
    discoverEnvironments(sides.merged.tree, config, locations),
  ]);
  const environments = judgedEnvironments(base, merged);
  const known = new Set(base.problems.map(({ path, message }) => `${path} ${message}`));
  const problems = merged.problems.map((problem) => ({
    ...problem,
    onBase: known.has(`${problem.path} ${problem.message}`),
  }));
  const notRead = merged.passedOver.filter((folder) =>
    environments.some(({ environment }) =>
      environment.versionLocations.some((place) => isWithin(folder, place)),
    ),
  );
  return { environments, hidden: hiddenPlaces(environments), problems, notRead };
}
