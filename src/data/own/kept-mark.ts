const MARK = "sarhad:1:own-kept";

/** Remembers whether the device keeps an import, so that a page without one need not look. */
export function markKept(isKept: boolean): void {
  try {
    if (isKept) localStorage.setItem(MARK, "yes");
    else localStorage.removeItem(MARK);
  } catch {
    // Blocked: then nothing can be kept either.
  }
}

/** Whether the device may keep an import. */
export function isMarkedKept(): boolean {
  try {
    return localStorage.getItem(MARK) === "yes";
  } catch {
    return false;
  }
}
