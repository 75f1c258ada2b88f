import type { Person } from '../../domain/school';
import { Conflict } from '../../infra/store';
import type { Address } from '../channel';
import type { Household } from '../house';
import { addressKey } from '../ways';
import { type Activity, isPersonal } from './activity';

/**
 * Where people are spoken to alone, learnt from their own activities, with the account of the school file by which each
 * was recognised: where the file gives a person another, the address does not count any more; see ways.ts.
 */
export interface AddressBook {
  /** Keeps where this person's own chat is; only a personal activity tells. */
  learn(activity: Activity, person: Person, household: Household): Promise<void>;
}

export function openAddressBook(): AddressBook {
  const known = new Map<string, string>();

  return {
    async learn(activity, person, { school, records }) {
      if (!isPersonal(activity)) return;
      const address = addressIn(activity, person);
      const who = `${school.id}|${person.id}`;
      const text = JSON.stringify(address);
      if (known.get(who) === text) return;
      const key = addressKey(person.id, 'teams');
      const kept = await records.get(key);
      if (!kept || JSON.stringify(kept.value) !== text) {
        try {
          await records.commit([
            kept ? { op: 'update', key, value: address, etag: kept.etag } : { op: 'insert', key, value: address },
          ]);
        } catch (error) {
          // Another process was first, perhaps with another address: the next activity tells again.
          if (error instanceof Conflict) return;
          throw error;
        }
      }
      known.set(who, text);
    },
  };
}

function addressIn({ conversation, serviceUrl, from }: Activity, { teams }: Person): Address {
  return { conversation: conversation.id, serviceUrl, user: from.id, ...(teams ? { account: teams } : {}) };
}
