/**
 * The environment variables that the project's code gets to see: the job's, less what belongs to the gate and to
 * GitHub. This keeps accidents away; the real boundary is the job, for a child can read its parent's memory.
 */

const WITHHELD = [
  /^INPUT_/,
  /^ACTIONS_/,
  /^GITHUB_/,
  /^RUNNER_TOKEN/,
  /TOKEN$/,
  /^ALEMBIC_CONFIG$/,
  /^NODE_OPTIONS$/,
];

/** `declared` are the configuration's `env:`, which win. */
export function childEnvironment(declared: Readonly<Record<string, string>>): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !WITHHELD.some((pattern) => pattern.test(entry[0])),
  );
  return {
    ...Object.fromEntries(inherited),
    // Nothing is to be written into the user's checkout, and output is to arrive before a kill.
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONUNBUFFERED: '1',
    ...declared,
  };
}
