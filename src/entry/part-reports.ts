/** The reports of a divided proof, below the directory that the artifacts were downloaded to. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PartReport } from '../report/gather.ts';
import { PART_ARTIFACT } from '../report/parts.ts';
import type { Report } from '../report/report.ts';
import { reportSchema } from '../report/schema.ts';
import { UsageError } from '../tree/usage-error.ts';

export interface GatheredFiles {
  readonly plan: Report;
  readonly parts: ReadonlyMap<string, PartReport>;
}

/**
 * The plan's report is the one that names parts; a part's lies in a folder of its artifact's name, or is a file of the
 * part's own name. Throws UsageError where there is no plan.
 */
export function readReports(directory: string): GatheredFiles {
  const parts = new Map<string, PartReport>();
  const plans: Report[] = [];
  for (const path of filesBelow(directory)) {
    const read = readReport(path);
    if (typeof read !== 'string' && read.plan !== undefined) plans.push(read);
    else parts.set(partOf(path), read);
  }
  const [plan, second] = plans;
  if (second !== undefined) throw new UsageError(`${directory} holds more than one report of plan: keep one`);
  if (plan === undefined)
    throw new UsageError(
      `${directory} holds no report of plan: download the artifact alembic-gate-report into it as well`,
    );
  return { plan, parts };
}

function filesBelow(directory: string): readonly string[] {
  try {
    return readdirSync(directory, { recursive: true })
      .map((path) => join(directory, String(path)))
      .filter((path) => path.endsWith('.json'))
      .sort();
  } catch {
    throw new UsageError(
      `${directory} is not a directory with reports: download the artifacts into it first`,
    );
  }
}

function partOf(path: string): string {
  const folder = basename(dirname(path));
  if (folder.startsWith(PART_ARTIFACT)) return folder.slice(PART_ARTIFACT.length);
  return basename(path) === 'report.json' ? folder : basename(path, '.json');
}

function readReport(path: string): PartReport {
  try {
    const parsed = reportSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (parsed.success) return parsed.data;
    return `${path} is not a report of this version (at ${parsed.error.issues[0]?.path.join('.') ?? 'its top'})`;
  } catch (error) {
    return `${path} cannot be read (${error instanceof Error ? error.message : String(error)})`;
  }
}
