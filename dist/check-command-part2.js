import { a as writeOutput, i as say, n as checkCommand, r as reportOf, t as EXIT_CODE } from "./check-command-part.js";

export { checkCommand };