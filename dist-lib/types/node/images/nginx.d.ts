import type { Family } from './family.ts';
export declare const VERSION = "1.29.3";
export declare const nginxFamily: Family;
