import type { Family } from './family.ts';
export declare const VERSION = "2.4.66";
export declare const ROOT = "/usr/local/apache2/htdocs";
export declare const httpdFamily: Family;
