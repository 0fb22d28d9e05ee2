import { t as UsageError } from "./usage-error-part.js";
import { dirname, isAbsolute, join, normalize, sep } from "node:path";
import { constants, copyFile, mkdir, readdir, realpath, stat } from "node:fs/promises";

// src/io/carry.ts
/** Copies what a checkout holds beside its tracked files into an exported tree, and nothing from or to anywhere else. */
/** Files and directories, relative to `from`. What `to` has already stays: it is tracked, and of the tree that is judged. */
async function carry(paths, from, to) {
	for (const path of paths) {
		const clean = normalize(path);
		if (isAbsolute(clean) || clean.split(sep).includes("..")) throw new UsageError(`\`carry:\` names ${path}, which is outside of the repository: name files inside of it.`);
		await copy(clean, from, to);
	}
}
async function copy(path, from, to) {
	const source = await realpath(join(from, path)).catch(() => null);
	if (source === null) throw new UsageError(`The checkout has no ${path}, which \`carry:\` names: make it before the gate runs, or take it out of \`carry:\`.`);
	if (!isInside(source, await realpath(from))) throw new UsageError(`\`carry:\` names ${path}, a link that leads out of the repository: name files inside of it.`);
	if ((await stat(source)).isDirectory()) {
		for (const name of await readdir(source)) if (name !== ".git") await copy(join(path, name), from, to);
		return;
	}
	const target = join(to, path);
	await mkdir(dirname(target), { recursive: true });
	if (!isInside(await realpath(dirname(target)), await realpath(to))) throw new UsageError(`\`carry:\` names ${path}, which a link of the tree leads out of it: nothing is written there.`);
	await copyFile(source, target, constants.COPYFILE_EXCL).catch((error) => {
		if (error.code !== "EEXIST") throw error;
	});
}
const isInside = (path, directory) => path === directory || path.startsWith(directory + sep);

export { carry };