/** The revisions of a pull request -> findings of the rules: what is added or edited is judged, and nothing else. */
import type { Config, Engine } from '../config/config.ts';
import { spliceText } from '../revision/edit.ts';
import type { Direction, Migration } from '../revision/operation.ts';
import { readOperations } from '../revision/operations.ts';
import { decodeSource } from '../revision/python/source.ts';
import type { Revision } from '../revision/revision.ts';
import type { Change } from './change.ts';
import { mayRunOn } from './dialect-condition.ts';
import { gatherFacts, type Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { changesOf } from './from-operations.ts';
import type { ModelFacts } from './models/model.ts';
import type { Pass } from './pass.ts';
import type { Rule, Trouble } from './rule.ts';
import { optionsOf, severityOf, type SeverityConfig } from './severity.ts';
import { readSql } from './sql/read.ts';

/** A statement that ran on the server, with the line of the revision that issued it. */
export interface SeenStatement {
  readonly revision: string;
  readonly direction: Direction;
  readonly sql: string;
  readonly line: number;
}

export interface LintInput {
  readonly environment: string;
  /** What the pull request adds or edits, in upgrade order. */
  readonly revisions: readonly { readonly revision: Revision; readonly bytes: Uint8Array }[];
  readonly config: SeverityConfig & Pick<Config, 'messagePattern'>;
  readonly engine: Engine | null;
  readonly version: string | null;
  readonly fileTemplate: string | null;
  /** What the files of `models:` map; null where the configuration names none. */
  readonly models: ModelFacts | null;
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
  const written = linted.map((one) => writtenChanges(one, input.engine));
  const seen = linted.map((one) => seenChanges(one, input));
  const factsOfSource = gatherFacts(written.flat());
  const factsOfServer = gatherFacts(seen.flat());
  const findings = linted.flatMap((one, index) => {
    const judge = (changes: readonly Change[], facts: Facts, rules: readonly Rule[]): readonly Finding[] =>
      rules.flatMap((rule) => findingsOf(rule, passOf(one, changes, facts, rule, input), input));
    const fromSource = judge(written[index] ?? [], factsOfSource, input.rules);
    const fromServer = judge(
      untold(seen[index] ?? [], written[index] ?? []),
      factsOfServer,
      input.rules.filter(({ statements }) => statements === true),
    );
    return [
      ...fromSource,
      ...fromServer.filter((finding) => !fromSource.some((said) => covers(said, finding))),
    ];
  });
  return { findings, linted };
}

function writtenChanges({ migration }: Linted, engine: Engine | null): readonly Change[] {
  return changesOf(migration.operations, engine).filter(({ under }) => mayRunOn(engine, under));
}

/** SQLite's `ALTER TABLE` is a copy under another name, which says nothing about what the author meant. */
function seenChanges({ revision }: Linted, { seen, engine }: LintInput): readonly Change[] {
  if (engine === 'sqlite') return [];
  return seen
    .filter((statement) => statement.revision === revision.id)
    .flatMap(({ sql, direction, line }) =>
      readSql(sql, engine).map((effect) => ({
        ...effect,
        direction,
        database: null,
        line,
        endLine: line,
        under: [],
        autocommit: false,
        operation: null,
        span: null,
      })),
    );
}

/** What the source does not say already: where all of a line can be read, its author knew more than the statement shows. */
function untold(seen: readonly Change[], written: readonly Change[]): readonly Change[] {
  return seen.filter(({ direction, line }) => {
    const there = written.filter(
      (one) => one.direction === direction && one.line <= line && line <= one.endLine,
    );
    return there.length === 0 || !there.every(isReadable);
  });
}

const isReadable = (change: Change): boolean =>
  change.kind !== 'unread' &&
  !('table' in change && change.table === null) &&
  !('column' in change && change.column === null);

function passOf(
  { revision, migration, text }: Linted,
  changes: readonly Change[],
  facts: Facts,
  rule: Rule,
  { engine, version, config, fileTemplate, models, seen }: LintInput,
): Pass {
  const options = optionsOf(rule, config);
  const wasSeen: Pass['wasSeen'] = ({ line, endLine, direction }) =>
    seen.some(
      (one) =>
        one.revision === revision.id &&
        one.direction === direction &&
        line <= one.line &&
        one.line <= endLine,
    );
  return {
    revision,
    migration,
    text,
    changes,
    engine,
    version,
    facts,
    config,
    options,
    fileTemplate,
    models,
    wasSeen,
  };
}

function findingsOf(rule: Rule, pass: Pass, { engine, environment, config }: LintInput): readonly Finding[] {
  const { revision, text } = pass;
  if (rule.engines && (engine === null || !rule.engines.includes(engine))) return [];
  if (severityOf(rule, config, revision.path) === 'off') return [];
  const findings = rule.check(pass).flatMap((trouble): readonly Finding[] => {
    const severity = severityOf(rule, config, revision.path, trouble.atMost);
    if (severity === 'off') return [];
    const { message, line, endLine } = trouble;
    const { id, path } = revision;
    const help = trouble.help + fixedLines(rule, trouble, text);
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
        suppressed: null,
      },
    ];
  });
  return distinct(findings);
}

/** The lines as they are to be, where the cure is mechanical. */
function fixedLines(rule: Rule, trouble: Trouble, text: string): string {
  const splices = rule.fix?.(trouble, text) ?? [];
  if (splices.length === 0) return '';
  const lines = text.split('\n');
  const after = spliceText(text, splices).split('\n');
  const added = after.length - lines.length;
  return `\n${after.slice(trouble.line - 1, trouble.endLine + added).join('\n')}`;
}

/** A loop over many tables says the same thing of one line once for each; the same sentence twice is once too many. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ message, line }) => {
    const known = seen.has(`${String(line)} ${message}`);
    seen.add(`${String(line)} ${message}`);
    return !known;
  });
}

function covers(said: Finding, other: Finding): boolean {
  const { line, endLine } = said;
  if (said.rule !== other.rule || line === null || endLine === null || other.line === null) return false;
  return line <= other.line && other.line <= endLine;
}
