/** The organisations and agreements that memberships are about. */
export const ORGANISATIONS = ["eco", "sco", "instc", "cpec", "bri"] as const;
