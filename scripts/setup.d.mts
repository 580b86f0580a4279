/** The project's folder. */
export const ROOT: string;
/** Installs the packages of the lock file unless they are installed already. Exits with status 1 when it cannot. */
export function ensureInstalled(): void;
