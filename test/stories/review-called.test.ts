import { DateTime } from 'luxon';
import { countOne } from '../../infra/counts';
import { openLibrary, read } from '../../library';
import { openWorld, type World } from '../world';
import { push, raise } from './raise';

const POLICY = {
  id: 'online-safety',
  file: 'online-safety.md',
  title: 'Online safety policy',
  approvedOn: '2025-06-10',
  reviewOn: '2027-06-10',
  owner: 'lead',
};

function open(entry: Record<string, unknown> = {}, more: Record<string, unknown> = {}) {
  return openWorld({
    at: '2026-11-24T10:15',
    school: { policies: [{ ...POLICY, ...entry }], agreements: [], ...more },
  });
}

const called = (world: World, to: string) => world.sentTo(to).filter(({ card }) => card.name === 'review/called');

describe('A review is called before its date', () => {
  test('by guidance that came into force after the policy was approved: once, to who approves it and who owns it', async () => {
    const world = await open();
    await world.settle();
    await world.moveTo('2026-11-25T09:00');

    expect(world.arrived.map(({ to }) => to).sort()).toEqual(['chair', 'lead']);
    expect(called(world, 'chair')[0]?.text).toContain(
      'Called because Keeping children safe in education 2025 came into force on 1 September 2025',
    );
    await world.close();
  });

  test('and by nothing where it was approved since, is about something else, or comes soon anyway', async () => {
    for (const entry of [
      { approvedOn: '2025-09-02' },
      { id: 'uniform', title: 'Uniform policy' },
      { reviewOn: '2027-01-10' },
    ]) {
      const world = await open(entry);
      await world.settle();
      expect(called(world, 'chair')).toEqual([]);
      await world.close();
    }
  });

  test('"Review it now" brings the date to four weeks from today, and the history says why', async () => {
    const world = await open();
    const claim = { policy: 'online-safety', due: '2027-06-10', cause: 'guidance.kcsie-2025' };
    const shown = await world.press('chair', 'review/now', claim);
    const twice = await world.press('lead', 'review/now', claim);
    const history = await world.press('chair', 'review/history', claim);

    expect(shown.text).toContain('due for review on 22 December 2026, in 28 days');
    expect(twice.text).toContain('This was settled before, so I changed nothing.');
    expect(history.text).toContain('moved to 22 December 2026, because: Called because Keeping children safe');
    await world.close();
  });

  test('"Not needed" asks for a reason and keeps it; the date stays, and nobody is told again', async () => {
    const world = await open();
    const form = await world.press('lead', 'review/needless', {
      policy: 'online-safety',
      due: '2027-06-10',
      cause: 'guidance.kcsie-2025',
    });
    const empty = await push(world, 'lead', form, 'Keep the reason', { reason: ' ' });
    const kept = await push(world, 'lead', empty, 'Keep the reason', { reason: 'We changed it in the summer.' });
    await world.settle();
    const history = await world.press('chair', 'review/history', { policy: 'online-safety' });

    expect(empty.text).toContain('Please say why in a few words.');
    expect(kept.text).toContain('due for review on 10 June 2027');
    expect(history.text).toContain('a review was called and not needed, because: We changed it in the summer.');
    expect(called(world, 'chair')).toEqual([]);
    await world.close();
  });

  test('by a change in its words that is later than its approval', async () => {
    const words =
      '# Online safety policy\n\nPhones stay in bags.\n\n## Updates\n\n23-11-25: All staff must use the new app for homework.\n';
    const reading = await read(new TextEncoder().encode(words), 'online-safety.md');
    if (!reading.ok) throw new Error('the policy cannot be read');
    const held = { policy: { ...POLICY, approvedOn: '2025-09-10' }, document: reading.document };
    const world = await openWorld({
      at: '2026-11-24T10:15',
      library: openLibrary([held]),
      school: { policies: [{ ...POLICY, approvedOn: '2025-09-10' }], agreements: [] },
    });
    await world.settle();

    expect(called(world, 'lead').map(({ text }) => text.split('\n')[1])).toEqual([
      'Called because the policy was changed on 23 November 2025, after it was approved.',
    ]);
    await world.close();
  });

  test('by as many concerns of one area in a month as the school has said, and by none where it has said nothing', async () => {
    const entry = { approvedOn: '2026-01-14' };
    const [few, many] = [await open(entry), await open(entry, { reviews: { concernsInMonth: 3 } })];
    const raiseSome = async (times: number) => {
      for (const world of [few, many]) {
        for (let n = 0; n < times; n++) await raise(world, { story: { story: `Story ${n}` } });
        await world.settle();
      }
    };
    await raiseSome(4);
    // A report hides a number below 5, and so is this one.
    expect(called(many, 'chair')).toEqual([]);
    await raiseSome(1);

    expect(called(few, 'chair')).toEqual([]);
    expect(called(many, 'chair')[0]?.text).toContain(
      'Called because there were many concerns in November 2026: Conduct',
    );
    await few.close();
    await many.close();
  });

  test('by as many questions in a month as the school has said, that it did not answer', async () => {
    const world = await open({ approvedOn: '2026-01-14' }, { reviews: { declinedInMonth: 2 } });
    const at = DateTime.fromISO('2026-11-20T09:00', { zone: 'Europe/London' }) as DateTime<true>;
    for (let n = 0; n < 2; n++) await countOne('declined-online-safety', at, world.records);
    await world.settle();

    expect(called(world, 'lead')[0]?.text).toContain(
      'Called because colleagues asked many questions in November 2026 that it did not answer.',
    );
    await world.close();
  });

  test('a cause that nobody knows, and a person who does not decide, change nothing', async () => {
    const world = await open();
    const claim = { policy: 'online-safety', due: '2027-06-10' };
    const unknown = await world.press('chair', 'review/now', { ...claim, cause: 'moon.full' });
    const teacher = await world.press('teacher', 'review/now', { ...claim, cause: 'guidance.kcsie-2025' });

    expect(unknown.text).toContain('I changed nothing');
    expect(teacher.text).toContain('You cannot open this one.');
    expect((await world.records.listPrefix('review')).rows.filter(({ key }) => !key.startsWith('review-past'))).toEqual(
      [],
    );
    await world.close();
  });
});
