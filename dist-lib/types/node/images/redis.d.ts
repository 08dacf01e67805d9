import type { Family } from './family.ts';
export declare const VERSION = "8.4.0";
export declare const PORT = 6379;
export declare const redisFamily: Family;
