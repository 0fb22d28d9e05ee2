/** Ignore comments that do not do what they seem to do. */
import type { GateComment } from '../revision/operation.ts';
import { describedRule } from './catalogue.ts';
import type { Linted } from './engine.ts';
import type { Finding } from './finding.ts';
import { severityOf, type SeverityConfig } from './severity.ts';
import { placeOfComment } from './suppress.ts';

export interface CommentCircumstances {
  readonly config: SeverityConfig;
  readonly environment: string;
  /** Comments that met a finding, as `placeOfComment` names them. */
  readonly used: ReadonlySet<string>;
  /** Whether a rule was asked at all: one for another engine, or one that is off, tells nothing of its comment. */
  readonly asked: (rule: string, path: string) => boolean;
}

export function commentFindings(
  { revision, migration }: Linted,
  circumstances: CommentCircumstances,
): readonly Finding[] {
  const { path, id } = revision;
  const { config, environment } = circumstances;
  return migration.comments.flatMap((comment) => {
    const said = sayComment(comment, path, circumstances);
    const rule = said === null ? null : describedRule(said.rule);
    if (said === null || rule === null) return [];
    const severity = severityOf(rule, config, path);
    if (severity === 'off') return [];
    const { line } = comment;
    const place = { path, line, endLine: line, revision: id, environment };
    return [{ ...said, severity, ...place, suppressed: null }];
  });
}

type Said = Pick<Finding, 'rule' | 'message' | 'help'>;

function sayComment(comment: GateComment, path: string, { used, asked }: CommentCircumstances): Said | null {
  if (comment.kind === 'irreversible') return null;
  if (comment.kind === 'unknown') {
    return {
      rule: 'no-unused-suppression',
      message: `This comment is meant for the gate and not understood: \`${comment.text.replaceAll('`', "'")}\`.`,
      help: 'Write it like this:\n# alembic-gate: ignore[no-drop-column] the reason',
    };
  }
  if (comment.reason === '') {
    return {
      rule: 'no-suppression-without-reason',
      message: `This accepts ${comment.rules.join(', ')} without a reason, and so accepts nothing.`,
      help: `Say why:\n# alembic-gate: ignore[${comment.rules.join(', ')}] the reason`,
    };
  }
  const faults = comment.rules.flatMap((rule) => {
    if (used.has(placeOfComment(path, comment, rule))) return [];
    const described = describedRule(rule);
    if (described === null) return [`there is no rule ${rule}`];
    if (!described.inline) return [`${rule} cannot be accepted in a comment`];
    return asked(rule, path) ? [`${rule} finds nothing there`] : [];
  });
  if (faults.length === 0) return null;
  return {
    rule: 'no-unused-suppression',
    message: `This comment accepts what is not there: ${faults.join('; ')}.`,
    help: 'Remove it, or correct the name of the rule.',
  };
}
