import { PLATFORMS, type Platform } from '../platforms';
import { lantern } from '../platforms/lantern';
import { SLIP_SCHOOL } from './slip-school';

/** Photo consent of one class, from the pile on the desk to the register. */
describe.each(PLATFORMS)('The forms of a class, in %s', (_name, open) => {
  let platform: Platform;

  beforeAll(async () => {
    const forms = { list: [{ id: 'photos', kind: 'photo', due: '25 November' }] };
    platform = await open({ at: '2026-11-24T10:15', school: { ...SLIP_SCHOOL, forms } });
    for (const id of ['teacher', 'office', 'lead']) await platform.person(id).say('help');
  });

  afterAll(() => platform.close());

  test('are ticked by the teacher, put right when a parent changes their mind, seen by the lead, brought back when late, and exported', async () => {
    const [teacher, office, lead] = [platform.person('teacher'), platform.person('office'), platform.person('lead')];
    await platform.settle();
    await teacher.sees('Photo consent: 4 of 4 still out. Please have them back by 25 November 2026.');
    await teacher.say('forms');
    await teacher.sees('Not back, so no photos yet: AB, CD, EF, GH');
    await teacher.press('Tick who is back');
    await teacher.sees('Photo consent, 4B: who is back?');
    await teacher.press('Save', { yes: 'AB', school: 'AB' });
    await teacher.sees('This pupil stands in two lists: AB.');
    await teacher.press('Save', { yes: 'AB', school: 'CD', no: 'EF' });
    await teacher.sees('Noted: 3 forms are back.');
    await teacher.press('Put one right');
    await teacher.sees('Photo consent, 4B: put one right');
    await teacher.press('Save', { pupil: 'AB', answer: 'no', why: 'parent' });
    await teacher.sees('No photos: AB, EF');

    await lead.say('forms 4B');
    expect(await lead.sees('Photos only inside school: CD')).not.toContain('Tick who is back');
    await office.say('forms');
    await office.sees('3 of 4 back');
    await platform.moveTo('2026-12-02T09:00');
    await teacher.sees('Photo consent: 1 of 4 still out. They were due back by 25 November 2026.');

    const { out } = await lantern(platform.home, 'export', 'forms');
    const noted = out.filter((line) => line.includes(',4B,')).map((line) => line.split(',').slice(4, 9).join());
    expect(noted).toEqual([
      'AB,yes,replaced,,',
      'CD,school,counts,,',
      'EF,no,counts,,',
      'AB,no,counts,yes,parent',
      'GH,out,counts,,',
    ]);
    expect(platform.logged.join()).not.toMatch(/\b(?:AB|CD|EF|GH)\b/);
  });
});
