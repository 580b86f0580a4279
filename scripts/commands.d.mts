/** What each npm script runs: a program and what it is given. */
export const COMMANDS: Readonly<Record<string, readonly [program: string, ...given: string[]]>>;
