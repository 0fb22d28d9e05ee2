/** Flag over input over file over default: the one place where defaults are. */
import { UsageError } from '../tree/usage-error.ts';
import { DATABASES, ENGINES, isUrl, PROFILES } from './choices.ts';
import type { Config, ProofName } from './config.ts';
import type { GateConfig } from './gate-config.ts';

/** What flags and action inputs may set, as the user typed it; an empty text is not given, as GitHub passes unset inputs. */
export interface Choices {
  /** One of the words, or a URL, which means `service`. */
  readonly database?: string;
  readonly databaseUrl?: string;
  readonly engine?: string;
  readonly image?: string;
  readonly profile?: string;
}

export interface ConfigSources {
  readonly flags?: Choices;
  readonly inputs?: Choices;
  readonly file?: GateConfig;
}

/** Merges the sources over the defaults. Throws UsageError for a flag or input that is none of its words. */
export function mergeConfig({ flags = {}, inputs = {}, file = {} }: ConfigSources): Config {
  const pick = (name: keyof Choices): string | undefined =>
    given(flags[name]) ?? given(inputs[name]) ?? file[name] ?? undefined;
  const word = <Word extends string>(name: keyof Choices, words: readonly Word[]): Word | undefined =>
    oneOf(pick(name), words, given(flags[name]) === undefined ? `input ${name}` : `--${name}`);
  const database = pick('database') ?? 'auto';
  const profile = word('profile', PROFILES) ?? 'recommended';
  return {
    database: isUrl(database) ? 'service' : (word('database', DATABASES) ?? 'auto'),
    databaseUrl: isUrl(database) ? database : (pick('databaseUrl') ?? null),
    ...engines(word('engine', ENGINES) ?? null, file.engine),
    image: pick('image') ?? 'mysql:8.4',
    allowRemote: file.allowRemote ?? false,
    server: file.server ?? {},
    environments: file.environments ?? [],
    trunks: file.trunks ?? null,
    profile,
    deploys: file.deploys ?? 'rolling',
    rules: file.rules ?? {},
    suppress: file.suppress ?? [],
    protectedRules: file.protectedRules ?? [],
    approvers: { users: [], teams: [], ...file.approvers },
    prefer: file.prefer ?? 'merge',
    messagePattern: file.messagePattern ?? null,
    models: file.models ?? [],
    deployed: file.deployed ?? [],
    squash: file.squash ?? [],
    tableSizes: file.tableSizes ?? null,
    seed: file.seed ?? null,
    proofs: { ...defaultProofs(profile), ...file.proofs },
    timeouts: { connect: 30, step: 120, total: 900, ...file.timeouts },
    comment: file.comment ?? 'migrations',
    commands: { author: false, ...file.commands },
  };
}

/** On a server's engine another server stands for itself; a file of SQLite stands for none of them. */
function engines(
  engine: Config['engine'],
  declared: GateConfig['engine'],
): Pick<Config, 'engine' | 'declaredEngine'> {
  if (engine !== 'sqlite' || !declared || declared === 'sqlite') return { engine };
  return { engine, declaredEngine: declared };
}

function defaultProofs(profile: Config['profile']): Readonly<Record<ProofName, boolean>> {
  return {
    'round-trip': true,
    rows: true,
    'old-code': true,
    'lock-class': true,
    order: true,
    interruption: false,
    drift: true,
    'start-states': profile === 'add-only',
    'fresh-install': false,
    'two-deployers': false,
  };
}

function given(value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : value;
}

function oneOf<Word extends string>(
  value: string | undefined,
  words: readonly Word[],
  who: string,
): Word | undefined {
  if (value === undefined) return undefined;
  const word = words.find((each) => each === value);
  if (word !== undefined) return word;
  throw new UsageError(`${who} must be one of ${words.join(', ')}, not ${JSON.stringify(value)}`);
}
