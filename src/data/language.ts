/** Languages the atlas speaks; Balochi (`bal`) is carried for names only. */
export const LANGUAGES = ["en", "ur", "fa"] as const;
export type Language = (typeof LANGUAGES)[number];
