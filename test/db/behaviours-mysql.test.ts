import { proveTable } from './behaviours/run.ts';

proveTable('mysql');
