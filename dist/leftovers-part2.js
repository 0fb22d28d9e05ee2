import { n as sweepServer, t as removeRun } from "./leftovers-part.js";

export { removeRun };