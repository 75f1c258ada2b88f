/** Work of one name goes one after the other: a crowd would only stand in its own way. */
export type InLine = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

export function openLines(): InLine {
  const lines = new Map<string, Promise<unknown>>();
  return function inLine(name, work) {
    const turn = (lines.get(name) ?? Promise.resolve()).then(work, work);
    lines.set(name, turn);
    return turn;
  };
}
