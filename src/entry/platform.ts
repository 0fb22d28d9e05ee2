/** Where the program does not run, it says so before it does anything. */
import { UsageError } from '../tree/usage-error.ts';

/** Throws UsageError on Windows: servers, sockets and processes are made and ended in ways that it does not have. */
export function requirePlatform(platform: NodeJS.Platform): void {
  if (platform === 'win32')
    throw new UsageError('Windows is not supported: use Linux, in WSL too, or a runner such as ubuntu-24.04');
}
