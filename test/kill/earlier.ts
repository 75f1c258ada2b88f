import { openRecords, type RecordOp } from '../../infra/records';
import { openSeal } from '../../infra/seal';
import { ROOM } from './school';
import type { KilledGround } from './store';

const AGES_AGO = '2012-03-05T10:00:00.000Z';

/** What no story could bring about within a morning: reports that wait to be looked over, and records that have reached their end. */
export async function keepEarlier(ground: KilledGround, id: string, key: Buffer): Promise<void> {
  const store = await ground.look();
  const records = openRecords(store, await openSeal(store, id, key), id);
  for (const [name, value] of [...reports(), ...ended()])
    await records.commit([{ op: 'insert', key: name, value } satisfies RecordOp]);
  await store.close();
}

type Row = readonly [key: string, value: unknown];

/** The last one went out long enough ago for another to be asked for. */
function reports(): Row[] {
  const content = { from: '2026-09-02', to: '2026-09-30', fewerThan: 5, sections: [] };
  const times = {
    madeAt: '2026-11-12T10:00:00.000Z',
    openAt: '2026-12-01T10:00:00.000Z',
    goesAt: '2026-12-08T10:00:00.000Z',
  };
  const drafts = Array.from({ length: ROOM }, (_, n): Row => {
    const report = `2026-10-${String(n + 1).padStart(2, '0')}`;
    return [`report|${report}`, { id: report, ...times, content }];
  });
  return [...drafts, ['report-last', { made: '2026-10-31', sent: '2026-10-31', to: '2026-10-09' }]];
}

/** Of somebody who has left. */
function ended(): Row[] {
  const of = { agreement: 'aup-0', person: 'gone' };
  const act = {
    ...{ ...of, title: 'Agreement', policy: 'policy-0', version: '1', hash: '0'.repeat(64), name: 'Gone' },
    ...{ typedName: 'Gone', at: AGES_AGO, audience: 'staff', way: 'paper' },
  };
  const training = { person: 'gone', training: 'safeguarding', on: '2012-03-05', certificate: '', provider: '' };
  return [
    [`training|gone|safeguarding|${AGES_AGO}`, { ...training, by: 'office', at: AGES_AGO }],
    [`agreed|aup-0|gone|${AGES_AGO}`, act],
    [`agreement-question|aup-0|gone|${AGES_AGO}`, { ...of, to: 'head', question: 'Is it?', at: AGES_AGO }],
    [`agreement-answer|aup-0|gone|${AGES_AGO}`, { as: 'told', by: 'head', at: AGES_AGO }],
  ];
}
