import { t as MARK } from "./watch-part.js";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
import { readFile, readdir, rename, rm } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

// src/io/watch/undo.ts
/** Undoes one belonging, by the watchdog or, for what an earlier run left, by the next run. */
const run = promisify(execFile);
/** A process gets this long to end, then it is killed; milliseconds. */
const GRACE_MS = 5e3;
/** Rejects with a sentence where something is left. What is gone already is no fault. */
async function undo(belonging) {
	switch (belonging.kind) {
		case "workplace": return removeWorkplace(belonging.directory);
		case "process-group": return endGroup(belonging.pid, "SIGKILL");
		case "marked": return endMarked(belonging.mark);
		case "container": return removeContainer(belonging.name);
		case "schemas": {
			const { removeRun } = await import("./leftovers-part2.js");
			return removeRun(belonging.login, belonging.run);
		}
	}
}
/**
* Once the directory is taken away no process can be started in it (see `Workplace.start`), so that the second list of
* those to end is complete.
*/
async function removeWorkplace(directory) {
	const doomed = `${directory}.removed`;
	for (const { pid, ending } of await listProcesses(directory)) if (ending === "patience" && await runsIn(pid, directory)) await endGroup(pid, ending);
	await rename(directory, doomed).catch(ignoreMissing);
	for (const { pid, ending } of await listProcesses(doomed)) if (await runsIn(pid, directory)) await endGroup(pid, ending);
	await rm(doomed, {
		recursive: true,
		force: true,
		maxRetries: 10,
		retryDelay: 50
	});
}
/** What the shell of `Workplace.start` wrote there. */
async function listProcesses(directory) {
	return (await readFile(`${directory}/processes`, "utf8").catch(() => "")).split("\n").filter(Boolean).map((line) => {
		const [pid, ending] = line.split(" ");
		return {
			pid: Number(pid),
			ending
		};
	});
}
/** The number may long belong to another process: one of ours has the directory in its arguments. */
async function runsIn(pid, directory) {
	return (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(async () => {
		return (await run("ps", [
			"-o",
			"command=",
			"-p",
			String(pid)
		]).catch(() => ({ stdout: "" }))).stdout;
	})).includes(directory);
}
async function endGroup(pid, ending) {
	if (!send(-pid, ending === "patience" ? 0 : ending)) return;
	for (const end = Date.now() + GRACE_MS; Date.now() < end; await setTimeout(10)) if (!await isRunning(pid)) return;
	send(-pid, "SIGKILL");
}
/** A dead process that its parent has not asked after is still listed, which counts as gone. */
async function isRunning(pid) {
	const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
	if (stat !== null) return !/\) [ZX] /.test(stat);
	return process.platform !== "linux" && send(pid, 0);
}
/** False where there is no such process. */
function send(pid, signal) {
	try {
		return process.kill(pid, signal);
	} catch {
		return false;
	}
}
/** As long as there are any, because one may be starting another. Where there is no /proc, the group has to do. */
async function endMarked(mark) {
	for (const end = Date.now() + GRACE_MS; Date.now() < end; await setTimeout(20)) {
		const found = await marked(mark);
		if (found.length === 0) return;
		for (const pid of found) send(pid, "SIGKILL");
	}
}
async function marked(mark) {
	const ids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number);
	return (await Promise.all(ids.map(async (pid) => {
		return (await readFile(`/proc/${pid}/environ`, "latin1").catch(() => "")).split("\0").includes(`${"ALEMBIC_GATE_MARK"}=${mark}`) && await isRunning(pid) ? [pid] : [];
	}))).flat();
}
/** The engine may still be making it when the client that asked was killed, so "no such container" is asked again. */
async function removeContainer(name) {
	for (let attempt = 0; attempt < 4; attempt += 1) {
		if (attempt > 0) await setTimeout(500);
		const { stderr, failed } = await run("docker", [
			"rm",
			"--force",
			"--volumes",
			name
		], { timeout: 8e3 }).then((done) => ({
			stderr: done.stderr,
			failed: false
		}), (error) => ({
			stderr: error.stderr ?? String(error),
			failed: true
		}));
		if (/no such container/i.test(stderr)) continue;
		if (failed) throw new Error(`The container ${name} is left: ${stderr.trim()}`);
		return;
	}
}
function ignoreMissing(error) {
	if (error.code !== "ENOENT") throw error;
}

export { undo as n, removeWorkplace as t };