import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hasPhrase } from '../../cards/words';
import { Category } from '../../domain/categories';
import { routeConcern } from '../../domain/routes';
import type { School } from '../../domain/school';
import { guidanceFor, NOT_SAFEGUARDING } from '../../handlers/concern/raise/guidance';
import { BY_CATEGORY } from '../../handlers/concern/raise/guidance-table';
import { GUIDANCE_IN_SCENARIOS } from '../../handlers/concern/scenario/vocabulary';
import { at, holding, matter, school, TUESDAY, withPeople } from './rules-school';

function advice(changes: Parameters<typeof matter>[0], where: School = school(), when = TUESDAY) {
  const concern = matter(changes);
  return guidanceFor(concern, routeConcern(where, concern, when), where, when);
}

const allegation = { about: 'adult', category: 'staff-conduct', subject: 'assistant' } as const;

describe('What a reporter is told to do', () => {
  test('danger comes before everything else', () => {
    expect(advice({ danger: true, category: 'nudes' }).slice(0, 2)).toEqual(['ring-999-first', 'find-lead-in-person']);
  });

  test('about pictures of a child: do not look, do not delete, leave it to the lead, no blame', () => {
    expect(advice({ category: 'nudes' }).slice(0, 4)).toEqual([
      'do-not-view-or-copy',
      'do-not-delete',
      'leave-image-questions',
      'no-blame',
    ]);
  });

  test('no category tells anybody that something may be deleted, or asks for a picture', () => {
    const words = JSON.parse(readFileSync(join(__dirname, '../../cards/words/en.json'), 'utf8')).guidance as Record<
      string,
      string
    >;

    for (const line of Object.values(words))
      expect(line).not.toMatch(/may delete|upload|send (me|us) (a|the) (picture|photo|screenshot)/i);
  });

  test('about an adult: who will receive it, no investigating, no telling, and the name is kept', () => {
    expect(advice(allegation).slice(0, 4)).toEqual([
      'do-not-investigate',
      'do-not-tell-subject',
      'your-name-is-kept',
      'who-receives',
    ]);
  });

  test.each([
    ['about the headteacher', { about: 'headteacher', category: 'staff-conduct' }, 'ring-lado'],
    ['when the headteacher is too close', { ...allegation, conflicts: ['headteacher'] }, 'ring-lado'],
    [
      'when supply staff have an employer of their own',
      { ...allegation, subject: 'not-in-list' },
      'employer-told-later',
    ],
    ['when an adult here is in it with pictures', { ...allegation, category: 'nudes' }, 'adult-involved-police'],
    ['when every leader is too close', { conflicts: ['dsl', 'deputy', 'headteacher'] }, 'anyone-may-refer'],
    ['when somebody is left out', { conflicts: ['dsl'] }, 'who-receives'],
    ['of a self-report', { about: 'self', category: 'about-myself' }, 'who-receives'],
    ['of FGM, when the child has said so', { category: 'fgm', childSaid: true }, 'fgm-own-duty'],
    ['of extremism', { category: 'radicalisation' }, 'prevent'],
    ['of a lost device', { category: 'lost-device' }, 'lock-or-wipe'],
  ] as const)('%s', (_what, changes, line) => {
    expect(advice(changes)).toContain(line);
  });

  test.each([
    ['FGM, when there are only signs', { category: 'fgm', childSaid: false }, 'fgm-own-duty'],
    ['an allegation, while the headteacher may receive it', allegation, 'ring-lado'],
    ['a cyberbullying concern at ten in the morning', {}, 'ring-duty-team'],
    ['a worry about a pupil in England', {}, 'welsh-guidance'],
  ] as const)('%s does not say %j', (_what, changes, line) => {
    expect(advice(changes)).not.toContain(line);
  });

  test('in Wales the officer of the council is named, and the guidance for Wales always has room', () => {
    const wales = school({ nation: 'wales' });

    expect(advice({ about: 'headteacher', category: 'staff-conduct' }, wales)).toContain('ring-council-officer');
    for (const category of Category.options)
      expect(advice({ category, danger: true }, wales).at(-1)).toBe('welsh-guidance');
  });

  test('with the leads away, find somebody in person', () => {
    const away = withPeople({ lead: { away: ['2026-11-24'] }, second: { away: ['2026-11-24'] } });

    expect(advice({ category: 'self-harm-online' }, away)[0]).toBe('find-lead-in-person');
    expect(advice({ category: 'self-harm-online' }, holding({ deputy: [] }))).not.toContain('find-lead-in-person');
  });

  test('what cannot wait comes before who will hear of it', () => {
    expect(advice({ ...allegation, category: 'nudes' }).slice(0, 2)).toEqual([
      'adult-involved-police',
      'do-not-view-or-copy',
    ]);
    expect(advice({ ...allegation, category: 'injury' })[0]).toBe('do-not-examine');
  });

  test('in the evening a small matter begins with what to do, and the number comes after it', () => {
    const lines = advice({ category: 'filtering-bypassed' }, school(), at('2026-11-24T20:30'));

    expect(lines.slice(0, 5)).toEqual([
      'note-the-address',
      'do-not-go-back',
      'do-not-investigate',
      'ring-duty-team',
      'anyone-may-refer',
    ]);
    expect(advice({ ...allegation, category: 'personal-data' }, school(), at('2026-11-24T20:30'))).not.toContain(
      'ring-duty-team',
    );
  });

  test('in the evening, at weekends and in holidays the emergency duty team is named', () => {
    for (const when of ['2026-11-24T20:30', '2026-11-28T11:00', '2026-10-27T11:00']) {
      expect(advice({ category: 'grooming' }, school(), at(when)).slice(0, 3)).toEqual([
        'ring-999-first',
        'ring-duty-team',
        'anyone-may-refer',
      ]);
    }
  });
});

describe('The lines of guidance', () => {
  const ids = Object.keys(GUIDANCE_IN_SCENARIOS);

  test('each has its words', () => {
    expect(ids.filter((id) => !hasPhrase(`guidance.${id}`))).toEqual([]);
  });

  test('each is used by a category or a rule, and no two mean the same', () => {
    const source = readFileSync(join(__dirname, '../../handlers/concern/raise/guidance.ts'), 'utf8');
    const used = new Set<string>([...Object.values(BY_CATEGORY).flat(), ...NOT_SAFEGUARDING]);

    expect(ids.filter((id) => !used.has(id) && !source.includes(`'${id}'`))).toEqual([]);
    expect(new Set(Object.values(GUIDANCE_IN_SCENARIOS)).size).toBe(ids.length);
  });

  test('each stands in the closed vocabulary of the scenarios, and none of it is left out', () => {
    const shared = resolve(__dirname, '../../../shared/scenarios/vocabulary.json');
    const closed = sharedVocabulary(shared);

    expect(Object.values(GUIDANCE_IN_SCENARIOS).sort()).toEqual(
      [...(closed ?? Object.values(GUIDANCE_IN_SCENARIOS))].sort(),
    );
  });
});

function sharedVocabulary(path: string): string[] | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).guidance;
  } catch {
    console.info('The shared vocabulary is not beside this project: only our own list was checked.');
    return undefined;
  }
}
