import { n as driverStarter, t as besideBundle } from "./start-part.js";

export { driverStarter };