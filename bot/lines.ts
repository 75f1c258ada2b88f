/** Work of one name goes one after the other: a crowd would only stand in its own way. */
export type InLine = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

export function openLines(): InLine {
  const lines = new Map<string, Promise<unknown>>();
  return function inLine(name, work) {
    const turn = (lines.get(name) ?? Promise.resolve()).then(work, work);
    lines.set(name, turn);
    const over = () => {
      if (lines.get(name) === turn) lines.delete(name);
    };
    turn.then(over, over);
    return turn;
  };
}

/** Knows what has met lately: who does the same in the next seconds would only meet again. */
export interface Meetings {
  met(what: string): void;
  /** @returns whether it met within the last ten seconds. */
  isBusy(what: string): boolean;
}

const REMEMBERED_MS = 10_000;
/** More than all verbs of the schools that are busy at one time. */
const MOST = 10_000;

/** @param elapsed milliseconds of a clock that only goes forward. */
export function openMeetings(elapsed = () => performance.now()): Meetings {
  const last = new Map<string, number>();
  return {
    met(what) {
      if (last.size >= MOST) last.clear();
      last.set(what, elapsed());
    },
    isBusy(what) {
      const at = last.get(what);
      return at !== undefined && elapsed() - at < REMEMBERED_MS;
    },
  };
}
