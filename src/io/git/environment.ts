/**
 * The environments git runs in. Everything that judges runs without the user's or the machine's git configuration;
 * only opening a repository (is it safe?) and reaching its remote (how?) may look at them.
 */
import { devNull } from 'node:os';

/** Variables by name, as `child_process` wants them. */
export type Environment = Readonly<Record<string, string>>;

/** Inherited settings of transport: without them a private remote cannot be reached. */
const TRANSPORT = new Set([
  'GIT_ASKPASS',
  'GIT_PROXY_COMMAND',
  'GIT_SSH',
  'GIT_SSH_COMMAND',
  'GIT_SSH_VARIANT',
  'SSH_ASKPASS',
]);
const CONFIGURATION = /^GIT_CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)$/;
/** Programs git would start for people; none is of use here, and simple-git refuses to run with them. */
const INTERACTIVE = new Set(['EDITOR', 'PAGER', 'PREFIX', 'SSH_ASKPASS', 'VISUAL']);

const QUIET: Environment = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
};

/** The caller's environment without any `GIT_*`, with the user's configuration as git itself would find it. */
export function configuredEnvironment(inherited: NodeJS.ProcessEnv): Environment {
  return { ...select(inherited, (name) => !isGits(name) || CONFIGURATION.test(name)), ...QUIET };
}

/** The caller's environment without any `GIT_*`, with configuration and attributes of user and machine off. */
export function hermeticEnvironment(inherited: NodeJS.ProcessEnv): Environment {
  return {
    ...select(inherited, (name) => !isGits(name)),
    ...QUIET,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    // `ext::` and other helper transports run commands; these five only talk to a remote.
    GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
  };
}

/** What the caller's environment says about reaching a remote. */
export function transportEnvironment(inherited: NodeJS.ProcessEnv): Environment {
  return select(inherited, (name) => TRANSPORT.has(name));
}

/** Settings for one command, through the environment so that a credential is never in a process list. */
export function settingsEnvironment(
  settings: readonly (readonly [key: string, value: string])[],
): Environment {
  const pairs = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return Object.fromEntries([['GIT_CONFIG_COUNT', String(settings.length)], ...pairs]) as Environment;
}

function isGits(name: string): boolean {
  return name.startsWith('GIT_') || INTERACTIVE.has(name);
}

function select(variables: NodeJS.ProcessEnv, keep: (name: string) => boolean): Environment {
  const kept = Object.entries(variables).filter(([name, value]) => value !== undefined && keep(name));
  return Object.fromEntries(kept) as Environment;
}
