import { type Tool } from './tool.ts';
/** What is asked of the device `editor`. */
export interface EditorRequest {
    /** Absolute. */
    readonly path: string;
    readonly text: string;
    /** The machine's hostname, to tell a container's file from the laptop's. */
    readonly hostname: string;
    /** Line to begin at, from 1. */
    readonly line: number;
}
/** The device's answer: the text as last saved; none when it was closed without saving. */
export interface EditorAnswer {
    readonly text?: string;
}
export declare const edit: Tool;
