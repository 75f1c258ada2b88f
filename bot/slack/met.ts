import type { Person } from '../../domain/school';
import { Conflict } from '../../infra/store';
import type { Household } from '../house';
import { addressKey } from '../ways';

/** Who has been met in Slack. */
export interface Acquaintances {
  /** Keeps that this person is reached in Slack. True when it was not known before. */
  meet(person: Person, household: Household): Promise<boolean>;
}

/** The row says only who it is, so that a changed account is never told what belongs to another; see deliver.ts. */
export function openAcquaintances(): Acquaintances {
  const known = new Set<string>();

  return {
    async meet({ id }, { school, records }) {
      const who = `${school.id}|${id}`;
      if (known.has(who)) return false;
      const key = addressKey(id, 'slack');
      const isNew = (await records.get(key)) === undefined;
      if (isNew) {
        try {
          await records.commit([{ op: 'insert', key, value: { school: school.id, person: id } }]);
        } catch (error) {
          if (!(error instanceof Conflict)) throw error;
          return false;
        }
      }
      known.add(who);
      return isNew;
    },
  };
}
