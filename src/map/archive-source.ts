/** The part of an archive that holds its directories, read as one: else the map waits twice before its first tile. */
export const HEAD_BYTES = 32_768;

/**
 * A tile archive read by range requests. A host that answers a range with the whole file is not asked again: the file is
 * kept and further tiles come from it. Rejects with an Error that names the file and the HTTP status.
 */
export class ArchiveSource {
  readonly #url: string;
  readonly #fetch: typeof fetch;
  #whole: Promise<ArrayBuffer> | null = null;
  #head: Promise<ArrayBuffer> | null = null;

  constructor(url: string, fetchFile: typeof fetch = (...request) => fetch(...request)) {
    this.#url = url;
    this.#fetch = fetchFile;
  }

  // Requests are not aborted: several tiles may be waiting for the one download of the whole file.
  async getBytes(offset: number, length: number): Promise<ArrayBuffer> {
    if (offset + length > HEAD_BYTES) return this.#read(offset, length);
    this.#head ??= this.#read(0, HEAD_BYTES);
    try {
      return (await this.#head).slice(offset, offset + length);
    } catch (error) {
      this.#head = null;
      throw error;
    }
  }

  async #read(offset: number, length: number): Promise<ArrayBuffer> {
    const known = await this.#whole;
    if (known) return known.slice(offset, offset + length);
    const response = await this.#fetch(this.#url, {
      headers: { range: `bytes=${offset}-${offset + length - 1}` },
    });
    if (!response.ok) throw new Error(`${this.#url}: HTTP ${response.status}`);
    if (response.status === 206) return response.arrayBuffer();
    // Several tiles may be under way when the first whole answer arrives: one of them is read, the others wait for it.
    if (this.#whole) await response.body?.cancel();
    else this.#whole = this.#readWhole(response);
    const whole = await this.#whole;
    return whole.slice(offset, offset + length);
  }

  async #readWhole(response: Response): Promise<ArrayBuffer> {
    try {
      return await response.arrayBuffer();
    } catch (error) {
      this.#whole = null;
      throw error;
    }
  }
}
