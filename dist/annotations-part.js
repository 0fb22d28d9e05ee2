import { t as renderAnnotations } from "./annotations-part2.js";

export { renderAnnotations };