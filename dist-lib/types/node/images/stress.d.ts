import type { Family } from './family.ts';
export declare const stressFamily: Family;
