/** Workflow runs and the report that one of them left. */
import type { Runs } from '../github.ts';
import { orNull, type Api } from './api.ts';
import { readEntry } from './unzip.ts';

/** Bytes of an artifact, packed: far above any honest report. */
const PACKED_LIMIT = 8 * 1024 * 1024;

export function runs({ rest, asked, owner, repo }: Api): Runs {
  return {
    runsOn: (sha) =>
      asked('list the workflow runs', 'actions: read', async () => {
        const { data } = await rest.actions.listWorkflowRunsForRepo({
          owner,
          repo,
          head_sha: sha,
          per_page: 100,
        });
        return data.workflow_runs.map((run) => ({
          id: run.id,
          workflowId: run.workflow_id,
          path: run.path.replace(/@.*$/, ''),
          event: run.event,
          createdAt: new Date(run.created_at),
        }));
      }),
    artifact: (runId, name) =>
      asked(`hand out the artifact ${name} of run ${runId}`, 'actions: read', async () => {
        const request = { owner, repo, run_id: runId, name, per_page: 100 };
        const { data } = await rest.actions.listWorkflowRunArtifacts(request);
        const [newest] = data.artifacts.filter(({ expired }) => !expired).toSorted((a, b) => b.id - a.id);
        if (newest === undefined) return null;
        if (newest.size_in_bytes > PACKED_LIMIT) throw new Error(`it is larger than ${PACKED_LIMIT} bytes`);
        const zip = await orNull(
          rest.actions.downloadArtifact({ owner, repo, artifact_id: newest.id, archive_format: 'zip' }),
        );
        // The answer's type knows only the redirect that was followed; its data are the archive's bytes.
        return zip === null ? null : readEntry(Buffer.from(zip.data as ArrayBuffer), 'report.json');
      }),
    rerun: (runId) =>
      asked(`start run ${runId} again`, 'actions: write', async () => {
        await rest.actions.reRunWorkflow({ owner, repo, run_id: runId });
      }),
    dispatch: (workflowId, branch, inputs) =>
      asked('start the gate', 'actions: write', async () => {
        const target = { owner, repo, workflow_id: workflowId, ref: branch };
        await rest.actions.createWorkflowDispatch({ ...target, inputs });
      }),
  };
}
