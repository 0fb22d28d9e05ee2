import { i as spawnDriver, n as driverStarter, r as load, t as besideBundle } from "./start-part.js";

export { driverStarter };