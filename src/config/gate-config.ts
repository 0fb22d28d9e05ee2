/** Reads `.github/alembic-gate.yml`: everything that is wrong with it is said at once, each with line and column. */
import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import type { z } from 'zod';
import { UsageError } from '../tree/usage-error.ts';
import type { Config } from './config.ts';
import { configSchema } from './schema.ts';
import { unknownName } from './vocabulary.ts';

type Nested = 'timeouts' | 'approvers' | 'commands' | 'database';

/** What the file sets; names as in `Config`, all optional. */
export type GateConfig = Partial<Omit<Config, Nested>> & {
  /** One of the words, or a URL. */
  readonly database?: string;
  readonly timeouts?: Partial<Config['timeouts']>;
  readonly approvers?: Partial<Config['approvers']>;
  readonly commands?: Partial<Config['commands']>;
};

export interface ConfigProblem {
  /** 1-based, both. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The configuration file is wrong; the message holds one line for each problem. */
export class ConfigError extends UsageError {
  readonly problems: readonly ConfigProblem[];

  constructor(path: string, problems: readonly ConfigProblem[]) {
    super(problems.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`).join('\n'));
    this.problems = problems;
  }
}

/** Aliases a file may resolve; far more than an honest one, far fewer than a bomb. */
const MAX_ALIASES = 100;
/** Characters. */
const MAX_LENGTH = 256 * 1024;

/** The names of the catalogue, for what a configuration says of rules. */
export interface RuleNames {
  /** Every id, and the groups that are switched as a whole. */
  readonly known: readonly string[];
  /** Rules that no configuration weighs or accepts, each with what ends its findings instead. */
  readonly fixed: ReadonlyMap<string, string>;
}

/**
 * Parses the file's text. `path` is for messages. With `rules`, a rule that does not exist is an error as well, and so
 * is a setting that would change nothing. Throws ConfigError.
 */
export function readGateConfig(text: string, path: string, rules?: RuleNames): GateConfig {
  const lines = new LineCounter();
  const document = parseYaml(text, path, lines);
  const at = (node: readonly PropertyKey[], onKey = false): { line: number; column: number } => {
    const { line, col } = lines.linePos(offsetOf(document, node, onKey));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const parsed = configSchema().safeParse(plainValue(document, path) ?? {});
  const unmet = rules === undefined || !parsed.success ? [] : unmetRules(parsed.data, rules);
  const problems = [
    ...(parsed.error?.issues ?? []).flatMap((issue) => explain(issue, at)),
    ...unmet.map(({ path: place, message }) => ({ ...at(place, true), message })),
  ];
  if (!parsed.success || problems.length > 0) {
    throw new ConfigError(
      path,
      problems.sort((a, b) => a.line - b.line || a.column - b.column),
    );
  }
  return parsed.data;
}

function parseYaml(text: string, path: string, lines: LineCounter): Document.Parsed {
  if (text.length > MAX_LENGTH)
    throw single(path, `this is longer than ${MAX_LENGTH} characters: it cannot be a configuration`);
  const document = shallow(path, () =>
    parseDocument(text, { version: '1.2', lineCounter: lines, prettyErrors: false, stringKeys: true }),
  );
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) => {
      const { line, col } = lines.linePos(pos[0]);
      return { line, column: col, message: `this is not valid YAML: ${message}` };
    });
    throw new ConfigError(path, problems);
  }
  return document;
}

/** The document as plain data. A version 8.10 or a revision 0012 is the text it was written as, not a number. */
function plainValue(document: Document.Parsed, path: string): unknown {
  return shallow(path, () => {
    visit(document, {
      Scalar: (_, node) => {
        const { value, source } = node;
        const rounded = (typeof value === 'number' || typeof value === 'boolean') && source !== String(value);
        if (rounded && source !== undefined) node.value = source;
      },
    });
    return document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown;
  });
}

/** The YAML reader is recursive: hostile nesting ends its stack, hostile aliases its patience. */
function shallow<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError || error instanceof ReferenceError) {
      throw single(path, 'this nests too deeply, or repeats its aliases too often, to be a configuration');
    }
    throw error;
  }
}

function single(path: string, message: string): ConfigError {
  return new ConfigError(path, [{ line: 1, column: 1, message }]);
}

type Locate = (
  node: readonly PropertyKey[],
  onKey?: boolean,
) => { readonly line: number; readonly column: number };

/** Sentences for one of zod's issues; unknown keys of one table come as a single issue with a line for each. */
function explain(issue: z.core.$ZodIssue, at: Locate): readonly ConfigProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const sentences = issue.message.split('\n');
    return issue.keys.map((key, index) => {
      const place = [...issue.path, key];
      return { ...at(place, true), message: `${place.join('.')} ${sentences[index] ?? 'is unknown'}` };
    });
  }
  return [
    {
      ...at(issue.path),
      message: `${issue.path.length === 0 ? 'the file' : issue.path.join('.')} ${issue.message}`,
    },
  ];
}

/** Offset of the value at a path, or of its key; of what holds it where it is missing. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], onKey: boolean): number {
  const parent: unknown = path.length === 0 ? null : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (onKey && isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === last);
    if (isScalar(pair?.key)) return pair.key.range?.[0] ?? 0;
  }
  const node = document.getIn(path, true) as Node | undefined;
  if (node?.range) return node.range[0];
  return path.length === 0 ? 0 : offsetOf(document, path.slice(0, -1), onKey);
}

interface UnmetRule {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Rules that do not exist, and those that go their own way whatever is said of them here. */
function unmetRules(config: GateConfig, { known, fixed }: RuleNames): readonly UnmetRule[] {
  const exists = (path: readonly PropertyKey[], rule: string): readonly UnmetRule[] =>
    known.includes(rule) ? [] : [{ path, message: `${rule} ${unknownName('rule', rule, known)}` }];
  const check = (path: readonly PropertyKey[], rule: string): readonly UnmetRule[] => {
    const instead = fixed.get(rule);
    const message = `${rule} has one weight that no configuration changes: take this out; ${instead ?? ''}`;
    return instead === undefined ? exists(path, rule) : [{ path, message }];
  };
  return [
    ...Object.keys(config.rules ?? {}).flatMap((rule) => check(['rules', rule], rule)),
    ...(config.suppress ?? []).flatMap(({ rule }, index) => check(['suppress', index, 'rule'], rule)),
    ...(config.protectedRules ?? []).flatMap((rule, index) => exists(['protected-rules', index], rule)),
  ];
}
