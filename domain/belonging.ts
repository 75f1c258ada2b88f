import type { Person } from './school';

/** Whether a person is of the school on this day (2026-09-02): has started, and has not left. */
export function belongs({ startsOn, leavesOn }: Pick<Person, 'startsOn' | 'leavesOn'>, day: string): boolean {
  return (startsOn === undefined || startsOn <= day) && (leavesOn === undefined || day <= leavesOn);
}

/** Whether a person's last day is past; their account may work for a while yet. */
export function hasLeft({ leavesOn }: Pick<Person, 'leavesOn'>, day: string): boolean {
  return leavesOn !== undefined && leavesOn < day;
}
