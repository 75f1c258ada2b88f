/** What does not come at all is found all the same; a busy machine is only slow. */
const LONGEST_MS = 60_000;

/** Looks until something is there. @throws when it does not come; `inVain` may say what was there instead. */
export async function until<Found>(
  what: string,
  look: () => Promise<Found | undefined> | Found | undefined,
  inVain: () => Promise<string> | string = () => '',
): Promise<Found> {
  const end = performance.now() + LONGEST_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}\n${await inVain()}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
