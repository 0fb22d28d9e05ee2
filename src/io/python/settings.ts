/** The driver's first message: everything about the environment that the Python side needs, paths made absolute. */
import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DriverRequest } from '../python.ts';

/** Symbolic links are resolved, as Alembic resolves them, so that paths compare equal on both sides. */
export async function startSettings(request: DriverRequest): Promise<object> {
  const { environment, family } = request;
  const declared = environment.declared;
  const tree = await realpath(request.tree);
  return {
    family,
    flavour: environment.flavour,
    tree,
    checkout: await realpath(request.checkout),
    workingDirectory: await firstDirectory([join(tree, environment.workingDirectory), tree]),
    scriptLocation: join(tree, environment.scriptLocation),
    versionLocations: (declared?.versionLocations ?? []).map((location) => join(tree, location)),
    ini: environment.ini === null ? null : join(tree, environment.ini),
    databases: environment.databases,
    app: declared?.app ?? null,
    xArgs: declared?.xArgs ?? [],
    urlVariables: declared?.urlEnv ?? [],
  };
}

/** The first that is one; the first of all where none is. */
export async function firstDirectory(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths)
    if (
      await stat(path).then(
        (found) => found.isDirectory(),
        () => false,
      )
    )
      return path;
  return paths[0];
}
