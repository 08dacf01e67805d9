import type { CommandBody } from '../cli/command.ts';
export declare const SUGGEST_API_RESOURCES = "Use \"kubectl api-resources\" for a complete list of supported resources.";
export declare const get: CommandBody;
