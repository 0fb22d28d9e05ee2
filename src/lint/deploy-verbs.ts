/** With which verbs a repository runs Alembic: what its deployment, its tests and its scripts ask for. */
import { parseModule } from '../revision/python/parse.ts';
import { lineAt } from '../revision/python/source.ts';
import { PythonSyntaxError } from '../revision/python/syntax-error.ts';
import type { Expression } from '../revision/python/syntax.ts';
import { walk } from '../revision/python/walk.ts';
import type { Finding } from './finding.ts';

const RULE = 'no-unsupported-heads-verb';

/** `upgrade heads`, `upgrade head`, `downgrade -1`. */
export interface Verb {
  readonly path: string;
  readonly line: number;
  readonly verb: 'heads' | 'head' | 'one-down';
  /** As it is written: `alembic upgrade heads`. */
  readonly text: string;
}

/** Names of files from which people deploy or test; every shell script is one. */
const RUNS =
  /(?:^|\/)(?:[^/]*dockerfile[^/]*|[^/]*compose[^/]*\.ya?ml|makefile|gnumakefile|[^/]*\.mk|justfile|taskfile\.ya?ml|procfile|jenkinsfile|tox\.ini|noxfile\.py|conftest\.py|\.gitlab-ci\.yml|[^/]*entrypoint[^/]*|[^/]*\.(?:sh|bash|service))$|^\.github\/workflows\/[^/]+\.ya?ml$/i;
/** Python scripts that may start migrations. */
const STARTS = /(?:^|\/)(?:[^/]*(?:entrypoint|migrate|deploy|release|prestart)[^/]*)\.py$/i;

export const mayRunAlembic = (path: string): boolean => RUNS.test(path) || STARTS.test(path);

export const verbsIn = (path: string, text: string): readonly Verb[] =>
  path.endsWith('.py') ? inPython(path, text) : inCommands(path, text);

/** Quotes, commas and brackets are those of a Dockerfile's or YAML's list of words. */
const COMMAND =
  /\b((?:alembic|flask(?:\s+--?\w[\w-]*(?:[= ]\S+)?)*\s+db|manage\.py\s+db)\b[^;&|#]*?\s(?:upgrade|downgrade)\b(?:\s+--\w[\w-]*(?:=\S+)?)*\s+(heads?|(?:\S+)?-1)(?![\w.@:-]))/;

function inCommands(path: string, text: string): readonly Verb[] {
  return text.split('\n').flatMap((raw, index): readonly Verb[] => {
    const line = raw.trimStart().startsWith('#') ? '' : raw.replace(/["'[\],]/g, ' ').replace(/\s+/g, ' ');
    const [, command, target = ''] = COMMAND.exec(line) ?? [];
    if (command === undefined) return [];
    const downgrades = /\sdowngrade\s/.test(command);
    if (downgrades !== target.endsWith('-1')) return [];
    const verb = downgrades ? 'one-down' : target === 'heads' ? 'heads' : 'head';
    return [{ path, line: index + 1, verb, text: command.trim() }];
  });
}

/** `command.upgrade(config, "heads")`, `upgrade(revision="heads")`. */
function inPython(path: string, text: string): readonly Verb[] {
  if (!/(?:up|down)grade/.test(text)) return [];
  const found: Verb[] = [];
  try {
    for (const statement of parseModule(text))
      walk(statement, (node) => {
        const verb = node.kind === 'call' ? called(node) : null;
        if (verb !== null) found.push({ ...verb, path, line: lineAt(text, node.from) });
        return true;
      });
  } catch (error) {
    if (error instanceof PythonSyntaxError) return [];
    throw error;
  }
  return found;
}

type Call = Extract<Expression, { readonly kind: 'call' }>;

function called({ callee, args }: Call): Pick<Verb, 'verb' | 'text'> | null {
  const name = callee.kind === 'attribute' || callee.kind === 'name' ? callee.name : '';
  if (name !== 'upgrade' && name !== 'downgrade') return null;
  const targets = args.filter(({ name: keyword }) => keyword === null || keyword === 'revision');
  const written = targets.flatMap(({ value }) => (value.kind === 'string' ? (value.value ?? []) : []));
  const target = written.find((one) => one === 'head' || one === 'heads' || one.endsWith('-1'));
  if (target === undefined || (name === 'downgrade') !== target.endsWith('-1')) return null;
  const verb = name === 'downgrade' ? 'one-down' : target === 'heads' ? 'heads' : 'head';
  return { verb, text: `${name}(${JSON.stringify(target)})` };
}

export interface VerbCircumstances {
  readonly environment: string;
  /** Whether a history has several heads by design, which only `heads` applies. */
  readonly severalHeads: boolean;
  /** A merge revision that is a head, below which `-1` is ambiguous; null where none is. */
  readonly mergedAt: string | null;
}

/** One finding for each place that a fork would tell from the others. */
export function verbFindings(
  verbs: readonly Verb[],
  { environment, severalHeads, mergedAt }: VerbCircumstances,
): readonly Finding[] {
  const singular = verbs.find(({ verb }) => verb === 'head');
  return verbs.flatMap((one): readonly Finding[] => {
    const said =
      one.verb === 'one-down'
        ? sayOneDown(one, mergedAt)
        : sayHeads(one, severalHeads ? undefined : singular);
    if (said === null) return [];
    const { path, line } = one;
    return [
      {
        ...{ rule: RULE, severity: 'warning', ...said, path, line, endLine: line },
        ...{ revision: null, environment, suppressed: null },
      },
    ];
  });
}

function sayHeads(
  { verb, text }: Verb,
  singular: Verb | undefined,
): Pick<Finding, 'message' | 'help'> | null {
  if (verb !== 'heads' || singular === undefined) return null;
  return {
    message: `This runs \`${text}\`, and ${singular.path} runs \`${singular.text}\` (line ${String(singular.line)}): a forked history passes here and applies nothing there, so what one of them shows says nothing of the other.`,
    help: 'Run the same verb everywhere, upgrade head, which stops at a fork.',
  };
}

function sayOneDown({ text }: Verb, mergedAt: string | null): Pick<Finding, 'message' | 'help'> | null {
  if (mergedAt === null) return null;
  return {
    message: `This runs \`${text}\`, and the newest revision is the merge ${mergedAt}: from there Alembic stops with "Ambiguous walk", so this rolls nothing back.`,
    help: 'Name the revision to go back to, as the rollback card of the report does.',
  };
}
