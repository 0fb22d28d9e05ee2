/** The revisions of a pull request -> findings of the rules: what is added or edited is judged, and nothing else. */
import type { Config, Engine } from '../config/config.ts';
import type { TableSizes } from '../config/table-size.ts';
import { editsOf } from '../remedy/line-edit.ts';
import { spliceText, type Splice } from '../revision/edit.ts';
import type { Migration, Operation } from '../revision/operation.ts';
import { readOperations } from '../revision/operations.ts';
import { decodeSource } from '../revision/python/source.ts';
import type { Revision } from '../revision/revision.ts';
import { columnsBefore, tablesBefore, withBefore, type KnownColumn } from './before.ts';
import type { Change } from './change.ts';
import { mayRunOn } from './dialect-condition.ts';
import { gatherFacts, type Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { changesOf } from './from-operations.ts';
import type { ModelFacts } from './models/model.ts';
import type { Pass } from './pass.ts';
import type { Rule, Trouble } from './rule.ts';
import { optionsOf, severityOf, type SeverityConfig } from './severity.ts';
import { completed, seenChanges, type SeenStatement } from './seen.ts';

export interface LintInput {
  readonly environment: string;
  /** What the pull request adds or edits, in upgrade order. */
  readonly revisions: readonly { readonly revision: Revision; readonly bytes: Uint8Array }[];
  readonly config: SeverityConfig & Pick<Config, 'messagePattern'>;
  readonly engine: Engine | null;
  readonly version: string | null;
  readonly fileTemplate: string | null;
  /** Whether the metadata has a naming convention for constraints, as far as anybody can see. */
  readonly namesConstraints: boolean;
  /** What the file of `table-sizes:` says; null where the configuration names none. */
  readonly tableSizes: TableSizes | null;
  /** What the files of `models:` map; null where the configuration names none. */
  readonly models: ModelFacts | null;
  /** Columns of the base's schema, as its server has them; empty where no database ran. */
  readonly before: readonly KnownColumn[];
  /** In the order in which they ran, of the same revisions; empty where no database ran. */
  readonly seen: readonly SeenStatement[];
  readonly rules: readonly Rule[];
}

/** A revision as the rules see it. */
export interface Linted {
  readonly revision: Revision;
  readonly migration: Migration;
  readonly text: string;
}

export interface LintResult {
  readonly findings: readonly Finding[];
  readonly linted: readonly Linted[];
}

/** Suppressions are not looked at here. Files that are no module give nothing: reading them has its own findings. */
export function lintRevisions(input: LintInput): LintResult {
  const linted = input.revisions.flatMap(({ revision, bytes }): readonly Linted[] => {
    const migration = readOperations(bytes);
    return migration.kind === 'migration' ? [{ revision, migration, text: decodeSource(bytes).text }] : [];
  });
  const operations = linted.map((one) => operationsOn(input.engine, one));
  const written = operations.map((some) => changesOf(some, input.engine));
  const seen = linted.map(({ revision }) => seenChanges(revision.id, input.seen, input.engine));
  const ran = input.seen.length > 0 || input.before.length > 0;
  const all = written.map((some, index) => completed(some, seen[index] ?? []));
  const columnBefore = columnsBefore(input.before);
  const tableBefore = tablesBefore(input.before);
  const known = ran ? withBefore(all, gatherFacts(all.flat()), columnBefore, input.engine) : all;
  const factsOfSource = gatherFacts(written.flat());
  const factsOfServer = ran ? gatherFacts(known.flat()) : factsOfSource;
  const findings = linted.flatMap((one, index) => {
    const judge = (changes: readonly Change[], facts: Facts, rules: readonly Rule[]): readonly Finding[] => {
      const read = { ...one, operations: operations[index] ?? [] };
      const view = viewOf({ ...read, changes, facts, columnBefore, tableBefore }, input);
      return rules.flatMap((rule) => findingsOf(rule, view, input));
    };
    const fromSource = judge(written[index] ?? [], factsOfSource, input.rules);
    if (!ran) return fromSource;
    const completing = input.rules.filter(({ statements }) => statements === true);
    const fromServer = judge(known[index] ?? [], factsOfServer, completing);
    return [
      ...fromSource,
      ...fromServer.filter((finding) => !fromSource.some((said) => covers(said, finding))),
    ];
  });
  return { findings, linted };
}

function operationsOn(engine: Engine | null, { migration }: Linted): readonly Operation[] {
  return migration.operations.filter(({ under }) => mayRunOn(engine, under));
}

/** What every rule sees of a revision: gathered once for all of them. */
type View = Omit<Pass, 'options'>;

function viewOf(
  one: Linted & Pick<Pass, 'operations' | 'changes' | 'facts' | 'columnBefore' | 'tableBefore'>,
  input: LintInput,
): View {
  const { engine, version, config, fileTemplate, namesConstraints, models, seen, tableSizes } = input;
  const wasSeen: Pass['wasSeen'] = ({ line, endLine, direction }) =>
    seen.some(
      (statement) =>
        statement.revision === one.revision.id &&
        statement.direction === direction &&
        line <= statement.line &&
        statement.line <= endLine,
    );
  return {
    ...one,
    engine,
    version,
    config,
    fileTemplate,
    namesConstraints,
    tableSizes,
    models,
    wasSeen,
  };
}

function findingsOf(rule: Rule, view: View, input: LintInput): readonly Finding[] {
  const { engine, environment } = input;
  // What is said of a history has one weight in each profile.
  const config = rule.group === 'history' ? { ...input.config, rules: {} } : input.config;
  const { revision, text } = view;
  if (rule.engines && (engine === null || !rule.engines.includes(engine))) return [];
  if (severityOf(rule, config, revision.path) === 'off') return [];
  const pass = { ...view, options: optionsOf(rule, input.config) };
  return distinct(rule.check(pass)).flatMap((trouble): readonly Finding[] => {
    const severity = severityOf(rule, config, revision.path, trouble.atMost);
    if (severity === 'off') return [];
    const { message, line, endLine } = trouble;
    const { id, path } = revision;
    const splices = rule.fix?.(trouble, text) ?? [];
    const help = trouble.help + fixedLines(splices, trouble, text);
    return [
      {
        rule: rule.id,
        severity,
        message,
        help,
        path,
        line,
        endLine,
        revision: id,
        environment,
        ...(splices.length === 0 ? {} : { fix: editsOf(path, text, splices) }),
        suppressed: null,
      },
    ];
  });
}

/** The lines as they are to be, where the cure is mechanical. */
function fixedLines(splices: readonly Splice[], trouble: Trouble, text: string): string {
  if (splices.length === 0) return '';
  const lines = text.split('\n');
  const after = spliceText(text, splices).split('\n');
  const added = after.length - lines.length;
  return `\n${after.slice(trouble.line - 1, trouble.endLine + added).join('\n')}`;
}

/** So many findings of one place are said one by one. */
const SAID_AT_ONE_PLACE = 3;

/**
 * A loop over many tables says the same thing of one line once for each: the same sentence twice is once too many, and
 * forty sentences of one line are read by nobody.
 */
function distinct(troubles: readonly Trouble[]): readonly Trouble[] {
  const places = new Map<string, Trouble[]>();
  for (const trouble of troubles) {
    const { line, endLine, span, message, atMost } = trouble;
    const place = [line, endLine, span?.from, atMost].join();
    const there = places.get(place) ?? [];
    if (!there.some((one) => one.message === message)) places.set(place, [...there, trouble]);
  }
  return [...places.values()].flatMap((there) => {
    const [first, ...rest] = there;
    if (first === undefined || there.length <= SAID_AT_ONE_PLACE) return there;
    return [{ ...first, message: `${first.message} The same goes for ${othersOf(first, rest)}.` }];
  });
}

/** So many names are read out. */
const READ_OUT = 12;

/** The names by which the other sentences differ; how many there are where they do not. */
function othersOf({ message }: Trouble, rest: readonly Trouble[]): string {
  const names = rest.flatMap(
    (one) => one.message.match(/`[^`]+`/g)?.find((name) => !message.includes(name)) ?? [],
  );
  const others = [...new Set(names)];
  if (others.length < rest.length) return `${String(rest.length)} more at this place`;
  const more = others.length - READ_OUT;
  return others.slice(0, READ_OUT).join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
}

/** Whether both say the same of one place; what a server saw stands on the innermost line of a statement. */
export function covers(said: Finding, other: Finding): boolean {
  const { line, endLine } = said;
  if (said.rule !== other.rule || said.path !== other.path) return false;
  if (line === null || endLine === null || other.line === null) return false;
  return line <= (other.endLine ?? other.line) && other.line <= endLine;
}
