/** What later steps of a workflow read: a sentence and JSON objects by environment, within GitHub's limit for the outputs of a job. */
import { oneLine } from './escape.ts';
import type { EnvironmentReport, Report } from './report.ts';

/** UTF-16 units of one output; all of a job may take 1 MB. */
const LIMIT = 200_000;

export interface Outputs {
  /** One visible line, empty for a pass. */
  readonly reason: string;
  readonly heads: string;
  readonly resolution: string;
}

/** The sentence alone. */
export const reasonOf = (report: Report | undefined): string => oneLine(report?.reason ?? '', LIMIT);

/** Beyond the limit files are left out of the resolutions, then everything: the report file has it. */
export function outputsOf(report: Report): Outputs {
  const { environments } = report;
  const by = (pick: (environment: EnvironmentReport) => unknown): string =>
    JSON.stringify(Object.fromEntries(environments.map((one) => [one.name, pick(one)])));
  return {
    reason: reasonOf(report),
    heads: first(by(({ heads }) => heads.merged)),
    resolution: first(
      by(({ resolution }) => resolution),
      by(withoutFile),
    ),
  };
}

function withoutFile({ resolution }: EnvironmentReport): unknown {
  if (resolution === null) return null;
  return { ...resolution, mergeRevision: { ...resolution.mergeRevision, content: null } };
}

const first = (...texts: readonly string[]): string => texts.find(({ length }) => length <= LIMIT) ?? '{}';
