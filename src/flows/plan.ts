/** `plan`: what can be judged without running anything, and the parts that a proof on servers would have. */
import { partsOf, type ServerImage } from '../report/parts.ts';
import type { Part, Report } from '../report/report.ts';
import { check, type CheckPorts, type CheckRequest } from './check.ts';
import { judgingConfiguration } from './judge-configuration.ts';
import { resolveSides } from './sides.ts';

export interface Planned {
  /** Static; its `plan` names the parts. */
  readonly report: Report;
  readonly parts: readonly Part[];
}

/** Without images each environment has one part, on whatever the configuration says. Throws UsageError as `check` does. */
export async function plan(
  request: CheckRequest,
  images: readonly ServerImage[],
  ports: CheckPorts,
): Promise<Planned> {
  const { config } = await judgingConfiguration(
    request.configuration,
    await resolveSides(request, ports.repository, ports.log),
  );
  const { configuration } = request;
  const flags = { ...configuration.flags, database: 'none' };
  const report = await check({ ...request, fetch: false, configuration: { ...configuration, flags } }, ports);
  const parts = config.database === 'none' ? [] : partsOf(report.environments, images);
  return { report: { ...report, plan: parts }, parts };
}
