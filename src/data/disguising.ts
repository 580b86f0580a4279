/** Controls, bidirectional overrides and isolates, and lone surrogates: they break files, or disguise what a text says. */
export const DISGUISING = /[\p{Cc}\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;
