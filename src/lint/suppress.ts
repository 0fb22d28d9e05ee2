/** Findings that somebody accepts, with a reason: in the file, beside the line, or in the configuration. */
import type { Config } from '../config/config.ts';
import type { GateComment } from '../revision/operation.ts';
import { globMatcher } from '../tree/glob.ts';
import type { Finding } from './finding.ts';

type Ignore = Extract<GateComment, { readonly kind: 'ignore' }>;

/** The comments of one revision file. */
export interface FileComments {
  readonly path: string;
  readonly revision: string;
  readonly comments: readonly GateComment[];
}

export interface Acceptance {
  readonly files: readonly FileComments[];
  readonly suppress: Config['suppress'];
  /** Whether a rule may be accepted in a file's comment, in the configuration, or only by an approver. */
  readonly exits: (rule: string) => Exits;
  /** Path -> who approved that file's present content; empty where nobody asked. */
  readonly approvals: ReadonlyMap<string, string>;
}

export interface Exits {
  /** Whether an approver's word is enough, without a comment or the configuration. */
  readonly approval: boolean;
  readonly inline: boolean;
  readonly configuration: boolean;
  readonly protected: boolean;
}

export interface Accepted {
  readonly findings: readonly Finding[];
  /** Comments with a reason that met a finding, by the comment's place: `path:line rule`. */
  readonly used: ReadonlySet<string>;
}

export const placeOfComment = (path: string, { line }: GateComment, rule: string): string =>
  `${path}:${line} ${rule}`;

/** Of errors that nobody has accepted yet, the paths whose approval would: those somebody has to be asked about. */
export const wantApproval = (
  findings: readonly Finding[],
  exits: (rule: string) => Pick<Exits, 'approval' | 'protected'>,
): readonly string[] => [
  ...new Set(
    findings.flatMap(({ severity, suppressed, rule, path }) => {
      const { approval, protected: isProtected } = exits(rule);
      return severity === 'error' && suppressed === null && path !== null && (approval || isProtected)
        ? [path]
        : [];
    }),
  ),
];

/** Marks what is accepted; everything stays in the report. */
export function acceptFindings(findings: readonly Finding[], acceptance: Acceptance): Accepted {
  const used = new Set<string>();
  const files = new Map(acceptance.files.map((file) => [file.path, file]));
  const judged = findings.map((finding): Finding => {
    const exits = acceptance.exits(finding.rule);
    const accepted =
      (exits.inline ? inline(finding, files, used) : null) ??
      (exits.configuration ? configured(finding, acceptance.suppress) : null);
    const approver = acceptance.approvals.get(finding.path ?? '');
    if (finding.suppressed !== null) return finding;
    if (exits.approval && approver !== undefined)
      return { ...finding, suppressed: { reason: 'approved as it is', by: approver } };
    if (accepted === null) return finding;
    if (!exits.protected) return { ...finding, suppressed: accepted };
    return approver === undefined
      ? {
          ...finding,
          help: `${finding.help}\nAccepting it (${accepted.reason}) needs the approval of an approver, because the rule is protected.`,
        }
      : { ...finding, suppressed: { reason: accepted.reason, by: approver } };
  });
  return { findings: judged, used };
}

function inline(
  finding: Finding,
  files: ReadonlyMap<string | null, FileComments>,
  used: Set<string>,
): Finding['suppressed'] {
  const file = files.get(finding.path);
  const comment = file?.comments.find(
    (one): one is Ignore => one.kind === 'ignore' && one.reason !== '' && meets(one, finding),
  );
  if (!file || !comment) return null;
  used.add(placeOfComment(file.path, comment, finding.rule));
  return { reason: comment.reason, by: `comment on line ${String(comment.line)}` };
}

/** On one of the finding's lines, or alone above the first. */
function meets({ rules, governs }: Ignore, { rule, line, endLine }: Finding): boolean {
  return rules.includes(rule) && line !== null && governs >= line && governs <= (endLine ?? line);
}

function configured(finding: Finding, suppress: Config['suppress']): Finding['suppressed'] {
  const entry = suppress.find(
    ({ rule, path, revision }) =>
      rule === finding.rule &&
      (path === undefined || (finding.path !== null && globMatcher([path])(finding.path))) &&
      (revision === undefined || revision === finding.revision),
  );
  return entry ? { reason: entry.reason, by: 'configuration' } : null;
}
