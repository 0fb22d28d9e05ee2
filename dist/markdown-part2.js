import { t as renderMarkdown } from "./markdown-part.js";

export { renderMarkdown };