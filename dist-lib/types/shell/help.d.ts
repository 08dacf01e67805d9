export declare function helpTopics(): readonly string[];
export declare function helpText(name: string): string | undefined;
