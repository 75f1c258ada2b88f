/** A call that has no answer by then, its retries included, has failed. */
const DEADLINE_MS = 15_000;

/** What a call to Azure is given along, whichever package makes it. */
export function withDeadline(): { readonly abortSignal: AbortSignal } {
  return { abortSignal: AbortSignal.timeout(DEADLINE_MS) };
}
