/** What later steps of a workflow read: JSON objects by environment, within GitHub's limit for the outputs of a job. */
import type { EnvironmentReport, Report } from './report.ts';

/** UTF-16 units of one output; all of a job may take 1 MB. */
const LIMIT = 200_000;

export interface JsonOutputs {
  readonly heads: string;
  readonly resolution: string;
}

/** Beyond the limit files are left out of the resolutions, then everything: the report file has it. */
export function outputsOf({ environments }: Report): JsonOutputs {
  const by = (pick: (environment: EnvironmentReport) => unknown): string =>
    JSON.stringify(Object.fromEntries(environments.map((one) => [one.name, pick(one)])));
  return {
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
