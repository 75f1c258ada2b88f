import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { push } from './raise';

const DUE = '2026-11-30';
const policy = {
  id: 'online-safety',
  file: 'online-safety.md',
  title: 'Online safety policy',
  approvedOn: '2025-11-30',
  reviewOn: DUE,
  owner: 'lead',
  coReviewers: ['ictLead', 'deputy', { title: 'Pupil representatives' }],
};
const claim = { policy: 'online-safety', due: DUE };

function open(at: string, entry: Record<string, unknown> = {}) {
  return openWorld({ at, school: { policies: [{ ...policy, ...entry }], agreements: [] } });
}

const askedOf = (world: World, person: string) =>
  world.sentTo(person).filter(({ card }) => card.name === 'review/view-asked');

describe('Those who are named to give a view', () => {
  test('are asked four weeks before the review and in its last week, and no more once they have given it', async () => {
    const world = await open('2026-10-05T09:00');
    for (const at of ['2026-10-05T09:00', '2026-11-02T09:00', '2026-11-03T09:00']) await world.moveTo(at);
    expect(askedOf(world, 'ict')).toHaveLength(1);
    await world.press('ict', 'review/no-change', { ...claim, slot: 'ictLead' });
    for (const at of ['2026-11-23T07:00', '2026-11-23T09:00', '2026-11-30T09:00', '2026-12-07T09:00'])
      await world.moveTo(at);

    expect(askedOf(world, 'ict')).toHaveLength(1);
    expect(askedOf(world, 'second-lead')).toHaveLength(2);
    expect(askedOf(world, 'ict')[0]?.text).toContain(
      'Why you: your view is asked for before it is approved, as ICT lead.',
    );
    await world.close();
  });

  test('give it with one press, or say what should change; the chair sees who has, the owner reads the words', async () => {
    const world = await open('2026-11-24T10:15');
    await world.press('ict', 'review/no-change', { ...claim, slot: 'ictLead' });
    const form = await world.press('second-lead', 'review/view', { ...claim, slot: 'deputy' });
    const empty = await push(world, 'second-lead', form, 'Give this view', { view: 'change', text: ' ' });
    const said = await push(world, 'second-lead', empty, 'Give this view', { view: 'change', text: 'Name the apps.' });
    const chair = await world.press('chair', 'review/open', claim);
    const seen = await push(world, 'chair', chair, 'See the views');
    const owner = await world.press('lead', 'review/views', claim);

    expect(empty.text).toContain('Please say what should change.');
    expect(said.text).toContain('I have kept what you would change in Online safety policy.');
    expect(chair.text).toContain('2 of 3 have given their view. Not yet: Pupil representatives.');
    expect(seen.text).toContain('No change needed. Written down by ICT lead on 24 November 2026.');
    expect(seen.text).not.toContain('Name the apps.');
    expect(owner.text).toContain('Name the apps.');
    await world.close();
  });

  test('without an account are heard through the owner, and through nobody else', async () => {
    const world = await open('2026-11-24T10:15');
    const views = await world.press('lead', 'review/views', claim);
    const form = await push(world, 'lead', views, 'Write down their view …');
    await push(world, 'lead', form, 'Give this view', { view: 'change', text: 'A shorter one for us.' });
    const after = await world.press('lead', 'review/views', claim);

    expect(form.text).toContain('The view of: Pupil representatives');
    expect(after.text).toContain('Something should change. Written down by Safeguarding lead on 24 November 2026.');
    for (const person of ['chair', 'ict', 'teacher'])
      expect((await world.press(person, 'review/view', { ...claim, slot: 'pupil-representatives' })).text).toContain(
        'You cannot open this one.',
      );
    expect((await world.press('lead', 'review/no-change', { ...claim, slot: 'ictLead' })).text).toContain(
      'You cannot open this one.',
    );
    await world.close();
  });

  test('do not lose it to a colleague’s old card: it is shown first, and what it said stays when it is replaced', async () => {
    const offices = { ...sampleSchool.offices, ictLead: ['ict', 'assistant'] };
    const world = await openWorld({
      at: '2026-11-24T10:15',
      school: { policies: [policy], agreements: [], offices },
    });
    const slot = { ...claim, slot: 'ictLead' };
    await world.press('ict', 'review/do-view', { ...slot, view: 'change', text: 'Name the apps.' });
    const asked = await world.press('assistant', 'review/no-change', slot);
    const blind = await world.press('assistant', 'review/do-view', { ...slot, view: 'change', text: 'Make it short.' });
    const still = await world.press('lead', 'review/views', claim);
    const given = await push(world, 'assistant', asked, 'Give this view', { view: 'none', text: '' });
    const after = await world.press('lead', 'review/views', claim);
    const was = (await world.records.listPrefix('review-view-was|')).rows.map(({ value }) => value);

    for (const { text } of [asked, blind]) {
      expect(text).toContain('Somebody else has given this view, so I have kept nothing yet.');
      expect(text).toContain('Something should change. Written down by ICT lead on 24 November 2026.');
      expect(text).toContain('Name the apps.');
    }
    expect(still.text).toContain('Name the apps.');
    expect(given.text).toContain('You see no need to change Online safety policy.');
    expect(after.text).toContain('No change needed. Written down by Teaching assistant, Year 1 on 24 November 2026.');
    expect(was).toEqual([expect.objectContaining({ view: 'change', text: 'Name the apps.', by: 'ict' })]);
    await world.close();
  });

  test('do not give it for this review with a card of the one before, and are told so', async () => {
    const world = await open('2026-11-24T10:15');
    const slot = { ...claim, slot: 'ictLead' };
    const form = await world.press('ict', 'review/view', slot);
    await world.press('chair', 'review/ratified', { ...claim, on: '2026-11-24', nextOn: '2027-11-30' });
    await world.moveTo('2027-11-02T09:00');
    const pressed = await world.press('ict', 'review/no-change', slot);
    const typed = await push(world, 'ict', form, 'Give this view', { view: 'change', text: 'Name the apps.' });
    const { rows } = await world.records.listPrefix('review-view|');
    await push(world, 'ict', typed, 'Give this view', { view: 'change', text: 'Name the apps.' });

    for (const { text } of [pressed, typed])
      expect(text).toContain('That card was about another review date, so I have kept nothing.');
    expect(typed.text).toContain('Name the apps.');
    expect(rows).toEqual([]);
    expect((await world.press('lead', 'review/views', { ...claim, due: '2027-11-30' })).text).toContain(
      'Something should change. Written down by ICT lead on 2 November 2027.',
    );
    await world.close();
  });

  test('may change it until the policy is approved; the next review asks anew', async () => {
    const world = await open('2026-11-24T10:15');
    await world.press('ict', 'review/do-view', { ...claim, slot: 'ictLead', view: 'change', text: 'Later.' });
    const long = await world.press('ict', 'review/do-view', { ...claim, slot: 'ictLead', text: 'x'.repeat(5000) });
    await world.press('ict', 'review/no-change', { ...claim, slot: 'ictLead' });
    const moved = { ...claim, reason: 'No meeting', nextOn: '2026-12-15' };
    await world.press('chair', 'review/moved', moved);
    const still = await world.press('chair', 'review/open', claim);
    await world.press('chair', 'review/ratified', {
      ...claim,
      due: '2026-12-15',
      on: '2026-11-24',
      nextOn: '2027-11-30',
    });
    const anew = await world.press('chair', 'review/open', claim);

    expect(long.text).toContain('too long for me');
    expect(still.text).toContain('1 of 3 have given their view.');
    expect(anew.text).toContain('0 of 3 have given their view.');
    expect((await world.records.listPrefix('review-view|')).rows).toHaveLength(1);
    await world.close();
  });
});

describe('The history of a policy', () => {
  test('holds what the policy says of itself and what was recorded here, the latest first, for those who see the list', async () => {
    const world = await openWorld({ at: '2026-11-24T10:15', school: { agreements: [] } });
    await world.settle();
    const due = { policy: 'phones-and-cameras', due: '2026-09-12' };
    await world.press('chair', 'review/ratified', { ...due, on: '2026-11-20', minute: '7.2', nextOn: '2027-11-30' });
    const shown = await world.say('governor', 'review history of the phones and cameras policy');
    const list = await world.say('governor', 'review history');
    const teacher = await world.say('teacher', 'review history phones');

    const lines = shown.text.split('\n');
    expect(lines[0]).toBe('Phones and cameras policy');
    const told = lines.filter((line) => /^\d+ \w+ \d{4}:/.test(line));
    expect(told[0]).toContain('2027: review due, the policy itself says.');
    expect(told[1]).toBe('20 November 2026: ratified, minute 7.2. Recorded by Chair of governors.');
    expect(told.length).toBeGreaterThan(2);
    expect(list.text).toContain('Policy reviews');
    expect(teacher.text).not.toContain('approved, the policy itself says');
    await world.close();
  });
});

test('the sample school names no co-reviewers, and nobody is asked', async () => {
  const world = await openWorld({
    at: '2026-11-24T10:15',
    school: { policies: sampleSchool.policies, agreements: [] },
  });
  await world.settle();

  expect(world.arrived.filter(({ card }) => card.name === 'review/view-asked')).toEqual([]);
  await world.close();
});
