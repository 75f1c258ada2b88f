import type { Person } from './school';

/** Whether a person is of the school on this day (2026-09-02): has started, and has not left. */
export function belongs({ startsOn, leavesOn }: Pick<Person, 'startsOn' | 'leavesOn'>, day: string): boolean {
  return (startsOn === undefined || startsOn <= day) && (leavesOn === undefined || day <= leavesOn);
}
