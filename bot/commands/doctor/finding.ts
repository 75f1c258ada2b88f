/** One thing that is not as it should be, and how to mend it. */
export interface Finding {
  /** `wrong`: something will not work, or not safely. `look`: somebody should decide whether it is meant. */
  readonly weight: 'wrong' | 'look';
  readonly what: string;
  readonly mend: string;
}

export function wrong(what: string, mend: string): Finding {
  return { weight: 'wrong', what, mend };
}

export function look(what: string, mend: string): Finding {
  return { weight: 'look', what, mend };
}
