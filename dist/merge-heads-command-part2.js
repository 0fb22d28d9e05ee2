import { t as mergeHeadsCommand } from "./merge-heads-command-part.js";

export { mergeHeadsCommand };