/** Most and longest that one kind of message is measured, in one round. */
const MOST = 600;
const LONGEST_MS = 2500;

/**
 * How often a second these people get it done, each of them one after the other, all of them at once.
 * @param once does it once for a person. What it throws ends the measurement: a message that went wrong is not fast.
 */
export async function rateOf(people: readonly string[], once: (person: string) => Promise<void>): Promise<number> {
  let done = 0;
  const startedAt = performance.now();
  const isOver = () => done >= MOST || performance.now() - startedAt > LONGEST_MS;
  await Promise.all(
    people.map(async (person) => {
      while (!isOver()) {
        await once(person);
        done++;
      }
    }),
  );
  return (done * 1000) / (performance.now() - startedAt);
}
