/** One file of the built atlas that the reader's device can keep. */
export interface OfflineFile {
  /** Relative to the folder of the atlas. */
  readonly path: string;
  /** Content hash of a file whose name stays the same from version to version; null where the name carries one. */
  readonly revision: string | null;
  /** SHA-256 of the content, as subresource integrity writes it. */
  readonly integrity: string;
  readonly bytes: number;
  /** Bytes that travel: of the gzipped copy beside the file (`PATH.gz`) where that is smaller, else of the file. */
  readonly sentBytes: number;
  /** What every visitor keeps, or what is kept only on request. */
  readonly part: "shell" | "pack";
}

/** Whether the content of a file shrinks so much that it is sent and kept gzipped. */
export const isGzipped = ({ bytes, sentBytes }: OfflineFile): boolean => sentBytes < bytes;

/** Everything of one built version that can be kept; `offline.json` in the built folder. */
export interface OfflineList {
  readonly version: string;
  readonly files: readonly OfflineFile[];
}

/** The caches of one copy of the atlas: several may share a host. `scope` is the address of its folder. */
export const cacheNames = (scope: string) => ({
  shell: `sarhad-shell ${scope}`,
  pack: `sarhad-pack ${scope}`,
  /** Holds nothing: that it exists says that the pack is complete and is to follow new versions. */
  packComplete: `sarhad-pack-complete ${scope}`,
  visited: `sarhad-visited ${scope}`,
});

/** The address under which a file is kept: workbox-precaching adds the revision as this parameter. */
export function cacheKey({ path, revision }: OfflineFile, scope: string): string {
  const url = new URL(path, scope);
  if (revision !== null) url.searchParams.set("__WB_REVISION__", revision);
  return url.href;
}

/** Whether `content` has the SHA-256 of `integrity`. */
export async function isIntact(content: ArrayBuffer, integrity: string): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return integrity === `sha256-${btoa(String.fromCharCode(...digest))}`;
}
