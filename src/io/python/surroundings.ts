/** What beside the tree decides how migrations turn out: the interpreter, what is installed in it, the environment. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Environment } from '../../config/environment.ts';
import { childEnvironment } from './child-environment.ts';
import { findInterpreter } from './interpreter.ts';

const LIMIT_MS = 20_000;

/**
 * Names and versions of all distributions, and which directories outside of them modules come from. A distribution that was
 * installed from a directory or a commit says which.
 */
const QUESTION = `
import json, os, sys
facts, places = [sys.version, sys.prefix], []
for entry in sys.path[1:]:
    if not os.path.isdir(entry):
        continue
    if os.path.basename(entry) not in ("site-packages", "dist-packages"):
        if not entry.startswith((sys.base_prefix + os.sep, sys.prefix + os.sep)):
            places.append(os.path.abspath(entry))
        continue
    for name in sorted(os.listdir(entry)):
        path = os.path.join(entry, name)
        if name.endswith((".dist-info", ".egg-info")):
            facts.append(name)
            source = os.path.join(path, "direct_url.json")
            if os.path.exists(source):
                facts.append(open(source, encoding="utf-8", errors="replace").read())
        elif name.endswith((".pth", ".egg-link")) or name.startswith("__editable__"):
            text = open(path, encoding="utf-8", errors="replace").read() if os.path.isfile(path) else ""
            facts.append(name + text)
            places += [line for line in text.splitlines() if line.startswith("/") and os.path.isdir(line)]
print(json.dumps({"facts": facts, "places": places}))
`;

const answer = z.object({ facts: z.array(z.string()), places: z.array(z.string()) });

/** Of the machine, the shell and the runner; no migration asks for them, and they differ from run to run. */
const INCIDENTAL =
  /^(_|PWD|OLDPWD|SHLVL|TERM.*|COLUMNS|LINES|LS_COLORS|SSH_.*|XDG_.*|DBUS_.*|DISPLAY|WINDOWID|INVOCATION_ID|JOURNAL_STREAM|SYSTEMD_.*|RUNNER_.*|HOSTNAME|TMPDIR|ALEMBIC_GATE_.*|npm_.*|NODE|INIT_CWD|COLOR|FORCE_COLOR|NO_COLOR|GIT_.*)$/;

/** null where code comes from directories that nobody watches, or Python cannot be asked. */
export async function surroundings(
  environment: Environment,
  checkout: string,
): Promise<readonly string[] | null> {
  const found = await findInterpreter(environment, checkout);
  if (found.kind === 'none') return null;
  const variables = childEnvironment(environment.declared?.env ?? {});
  try {
    const asked = await promisify(execFile)(found.path, ['-c', QUESTION], {
      cwd: checkout,
      env: variables,
      timeout: LIMIT_MS,
      maxBuffer: 1 << 24,
    });
    const { facts, places } = answer.parse(JSON.parse(asked.stdout));
    if (places.some((place) => !`${place}/`.startsWith(`${checkout}/`))) return null;
    const kept = Object.entries(variables).filter(([name]) => !INCIDENTAL.test(name));
    return [found.path, ...facts, JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)))];
  } catch {
    return null;
  }
}

const SECRET_NAME = /PASS|TOKEN|SECRET|KEY|CREDENTIAL|AUTH|DSN|CERT|PRIVATE|_URL$|_URI$/i;
const SECRET_LENGTH = 8;

/** Values of variables that by their names may be secrets, or hold one. */
export function secretsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  return Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && value.length >= SECRET_LENGTH && SECRET_NAME.test(name) ? [value] : [],
  );
}
