import { deskOf } from '../../bot/house';
import { newConcern } from '../../handlers/concern/raise/new-concern';
import { Story } from '../../handlers/concern/schema';
import { commitChange } from '../../infra/outbox';
import type { World } from '../world';

/** What must stand in no report: a child, and what happened. */
export const IN_THE_CASES = { child: 'Canary, C.', story: 'The canary sang in the story of a child.' };

/** Concerns as the form would have kept them, without filling it in each time. */
export async function keepConcerns(
  { house, school, records, now }: World,
  {
    category,
    times,
    about = 'pupil',
    subject,
  }: { category: string; times: number; about?: 'pupil' | 'adult'; subject?: string },
): Promise<string[]> {
  const household = house.households.get(school.id);
  if (!household) throw new Error('a world has one school');
  const refs: string[] = [];
  for (let time = 0; time < times; time += 1) {
    const story = Story.parse({ story: IN_THE_CASES.story, who: IN_THE_CASES.child });
    const reported = {
      raisedBy: 'teacher',
      danger: false,
      about,
      category,
      conflicts: [],
      risk: 'low' as const,
      story,
    };
    const raised = await newConcern({ ...reported, ...(subject ? { subject } : {}) }, deskOf(house, household));
    await commitChange(school.id, records, raised.change, now().toUTC().toISO() ?? '');
    refs.push(raised.concern.ref);
  }
  return refs;
}

/** Ten of one kind in two months and a few of others, each opened an hour later; one closed, one referred. */
export async function autumn(world: World): Promise<void> {
  const days = [
    { at: '2026-09-14T10:00', category: 'cyberbullying', times: 6 },
    { at: '2026-10-05T10:00', category: 'cyberbullying', times: 4 },
    { at: '2026-10-06T10:00', category: 'grooming', times: 2 },
    { at: '2026-10-07T10:00', category: 'scam', times: 3 },
  ];
  for (const { at, ...kind } of days) {
    await world.moveTo(at);
    const refs = await keepConcerns(world, kind);
    await world.pass({ minutes: 60 });
    for (const ref of refs) await world.press('lead', 'concern/open', { ref });
  }
}
