/** A command line or file that cannot be used. Its message is all that the reader sees, on standard error. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
