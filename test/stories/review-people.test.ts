import { School } from '../../domain/school';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { push } from './raise';

const DUE = '2026-11-30';
const policy = {
  id: 'online-safety',
  file: 'online-safety.md',
  title: 'Online safety policy',
  reviewOn: DUE,
  owner: 'lead',
};
const clerk = { id: 'clerk', name: 'Clerk to the governors', roles: ['staff'], teams: '29:clerk', slack: 'UCLERK' };
const offices = { ...sampleSchool.offices, clerk: ['clerk'], standardsCommittee: ['governor', 'dpo'] };

function open(entry: Record<string, unknown> = {}, at = '2026-11-24T10:15') {
  const school = {
    people: [...sampleSchool.people, clerk],
    offices,
    policies: [{ ...policy, ...entry }],
    agreements: [],
  };
  return openWorld({ at, school });
}

async function history(world: World) {
  return (await world.records.listPrefix('review|')).rows.map(({ value }) => value);
}

describe('Who approves a policy', () => {
  test('may be a committee of the school: each of its members hears, and may record what was decided', async () => {
    const world = await open({ approver: 'standardsCommittee' });
    await world.settle();
    const shown = await world.press('dpo', 'review/open', { policy: 'online-safety' });

    expect(world.arrived.map(({ to }) => to).sort()).toEqual(['dpo', 'governor', 'lead']);
    expect(world.sentTo('governor')[0]?.text).toContain(
      'Why you: you sit on the standards committee, who approve this policy.',
    );
    expect(shown.text).toContain('It was ratified …');
    expect((await world.press('chair', 'review/open', { policy: 'online-safety' })).text).toContain(
      'You cannot open this one.',
    );
    await world.close();
  });

  test('is an office that the school has, or the file is refused', () => {
    const wrong = School.safeParse({ ...sampleSchool, policies: [{ ...policy, approver: 'nobodysCommittee' }] });

    expect(wrong.error?.issues.map(({ message }) => message)).toEqual(['there is no office called nobodysCommittee']);
  });
});

describe('The clerk', () => {
  test('hears once a review is late, not before, and may record it', async () => {
    const world = await open();
    for (const at of ['2026-11-24T10:15', '2026-11-30T09:00']) await world.moveTo(at);
    expect(world.sentTo('clerk')).toEqual([]);
    await world.moveTo('2026-12-07T09:00');
    const card = await world.press('clerk', 'review/open', { policy: 'online-safety' });
    const form = await push(world, 'clerk', card, 'It was ratified …');
    const outcome = await push(world, 'clerk', form, 'Record it', { on: '2026-12-03', nextOn: '2027-12-01' });

    expect(world.sentTo('clerk')).toHaveLength(1);
    expect(world.sentTo('clerk')[0]?.text).toContain('you keep the governors’ papers, and this review is late');
    expect(outcome.text).toContain('Recorded by Clerk to the governors.');
    await world.close();
  });
});

describe('What was ratified', () => {
  test('is kept with its meeting, and that it is not signed yet; a signature later is a line of its own', async () => {
    const world = await open({ every: 'P1Y' });
    const card = await world.press('chair', 'review/open', { policy: 'online-safety' });
    const form = await push(world, 'chair', card, 'It was ratified …');
    const filled = { on: '2026-11-20', meeting: 'full governors', minute: '7.2', signed: 'no', nextOn: '2027-11-30' };
    const outcome = await push(world, 'chair', form, 'Record it', filled);
    const later = await world.press('chair', 'review/open', { policy: 'online-safety' });
    const sign = await push(world, 'chair', later, 'It has been signed …');
    const early = await push(world, 'chair', sign, 'Record it', { on: '2026-11-19' });
    const future = await push(world, 'chair', early, 'Record it', { on: '2026-11-25' });
    const none = await push(world, 'chair', future, 'Record it', { on: '' });
    const signed = await push(world, 'chair', none, 'Record it', { on: '2026-11-24' });
    const twice = await push(world, 'chair', none, 'Record it', { on: '2026-11-24' });

    expect(form.text).toContain('2027-11-24');
    expect(outcome.text).toContain(
      'Last ratified on 20 November 2026 at full governors, minute 7.2. It is not signed yet.',
    );
    expect(early.text).toContain('It was ratified after that day.');
    expect(future.text).toContain('still to come');
    expect(none.text).toContain('Please give the day on which it was signed.');
    expect(signed.text).toContain('It was signed on 24 November 2026.');
    expect(twice.text).toContain('This was settled before, so I changed nothing.');
    expect(await history(world)).toMatchObject([
      { event: 'ratified', meeting: 'full governors', minute: '7.2', signed: 'no', nextOn: '2027-11-30' },
      { event: 'signed', on: '2026-11-24', of: '2026-11-24T10:15:00.000Z', by: 'chair' },
    ]);
    expect((await world.say('chair', 'reviews due')).text).toContain('due for review on 30 November 2027');
    await world.close();
  });

  test('is not asked to be signed twice', async () => {
    const world = await open();
    const due = { policy: 'online-safety', due: DUE };
    await world.press('chair', 'review/ratified', { ...due, on: '2026-11-20', signed: 'yes', nextOn: '2027-11-30' });
    const card = await world.press('chair', 'review/open', { policy: 'online-safety' });
    const forced = await world.press('chair', 'review/signed', { policy: 'online-safety', on: '2026-11-24' });

    expect(card.text).toContain('It is signed.');
    expect(card.text).not.toContain('It has been signed …');
    expect(forced.text).toContain('I changed nothing');
    expect(await history(world)).toHaveLength(1);
    await world.close();
  });
});
