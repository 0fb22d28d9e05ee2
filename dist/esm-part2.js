import { t as esm_default } from "./esm-part.js";

export { esm_default as default };