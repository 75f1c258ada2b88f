/** Every clock that can run on a concern, by the name under which people see it. */
export const CLOCKS = [
  'danger-now 5 min',
  'school hours',
  'LADO one working day',
  'council clock (Wales)',
  '72 h breach',
  'FGM from school file',
] as const;
export type Clock = (typeof CLOCKS)[number];

/** Those that a law or a council sets: they run at any hour. */
export const LEGAL_CLOCKS = [
  'LADO one working day',
  'council clock (Wales)',
  '72 h breach',
  'FGM from school file',
] as const satisfies readonly Clock[];

/** What stands where no clock runs. */
export const NO_CLOCK = 'none';
