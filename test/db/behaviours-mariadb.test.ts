import { proveTable } from './behaviours/run.ts';

proveTable('mariadb');
