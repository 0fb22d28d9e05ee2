import { t as UsageError } from "./usage-error-part.js";

// src/entry/platform.ts
/** Where the program does not run, it says so before it does anything. */
/** Throws UsageError on Windows: servers, sockets and processes are made and ended in ways that it does not have. */
function requirePlatform(platform) {
	if (platform === "win32") throw new UsageError("Windows is not supported: use Linux, in WSL too, or a runner such as ubuntu-24.04");
}

export { requirePlatform as t };