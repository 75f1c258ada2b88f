import { isPhrase, say } from '../../cards/say';
import { termsFor } from '../../cards/terms';
import type { Datum } from '../../cards/view';
import { CATEGORIES, Category } from '../../domain/categories';
import { Helpline } from '../../domain/concern-settings';
import { routeConcern } from '../../domain/routes';
import { About, Nation, type School } from '../../domain/school';
import { adviceFor } from '../../handlers/concern/raise/advice';
import { isLeadTold } from '../../handlers/concern/raise/guidance';
import { SOURCE_OF, saySources, sourceOf } from '../../handlers/concern/raise/guidance-sources';
import { GUIDANCE_IN_SCENARIOS } from '../../handlers/concern/scenario/vocabulary';
import { at, matter, school } from './rules-school';

const HOURS = { open: '2026-11-24T10:15', evening: '2026-11-24T20:30', holiday: '2026-10-27T11:00' } as const;

/** Every kind of concern about everybody whom the form offers for it, in both nations, at every hour, with and without danger. */
const EVERYTHING = Nation.options.flatMap((nation) =>
  Category.options.flatMap((category) =>
    CATEGORIES[category].about.flatMap((about) =>
      Object.values(HOURS).flatMap((when) =>
        [false, true].map((danger) => ({ nation, category, about, when, danger })),
      ),
    ),
  ),
);

function said(datum: Datum, { nation, name }: School): string {
  return isPhrase(datum) ? say(datum, termsFor({ nation, schoolName: name })) : String(datum);
}

const CHECKED = 'with every helpline checked';
const SCHOOLS = {
  england: { '': school(), [CHECKED]: school({ concerns: { helplines: Helpline.options } }) },
  wales: {
    '': school({ nation: 'wales' }),
    [CHECKED]: school({ nation: 'wales', concerns: { helplines: Helpline.options } }),
  },
} as const;

function adviceAt({ nation, when, ...facts }: (typeof EVERYTHING)[number], how: '' | typeof CHECKED = '') {
  const where = SCHOOLS[nation][how];
  const concern = matter({ ...facts, ...(facts.about === 'self' ? { raisedBy: 'teacher' } : {}) });
  const route = routeConcern(where, concern, at(when));
  const { guidance, sources } = adviceFor(concern, route, where, at(when), true);
  return { lines: guidance.map(({ line }) => said(line, where)), sources: said(sources, where), route, where };
}

/** Each worked out once. */
const PLAIN = EVERYTHING.map((each) => ({ ...each, ...adviceAt(each) }));
const WITH_HELPLINES = EVERYTHING.map((each) => adviceAt(each, CHECKED).lines);

describe('Advice on every kind of concern, about everybody, in both nations, at every hour', () => {
  test('is never more than eight lines, each said once, also where the school has checked every helpline', () => {
    const counts = PLAIN.map(({ lines }) => lines.length);

    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    console.info(`advice: ${mean.toFixed(1)} lines on average over ${counts.length} combinations`);
    expect(Math.max(...counts, ...WITH_HELPLINES.map(({ length }) => length))).toBe(8);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
    expect(WITH_HELPLINES.filter((lines) => new Set(lines).size < lines.length)).toEqual([]);
  });

  test('sends nobody to a safeguarding lead who does not receive it: it may be about them', () => {
    const elsewhere = PLAIN.filter(({ route, where }) => !isLeadTold(route, where));

    expect(elsewhere.length).toBeGreaterThan(100);
    expect(elsewhere.flatMap(({ lines }) => lines).filter((line) => /\b(DSL|DSP|deputy)\b/.test(line))).toEqual([]);
  });

  test('is dated, and in Wales comes from Welsh guidance', () => {
    for (const { nation, sources } of PLAIN) {
      expect(sources).toMatch(/\d{4}/);
      expect(/Wales|Keeping learners safe/.test(sources)).toBe(nation === 'wales');
      if (nation === 'wales') expect(sources).not.toContain('Keeping children safe');
    }
  });

  test('names a helpline only where the school has checked it and it fits, and there is a place for each', () => {
    const everywhere = WITH_HELPLINES.flat().join('\n');
    const nowhere = PLAIN.flatMap(({ lines }) => lines).join('\n');

    for (const helpline of ['NSPCC', '0344 381 4772', 'Report Harmful', 'Watch Foundation', '020 7340', 'Whistle']) {
      expect(everywhere).toContain(helpline);
      expect(nowhere).not.toContain(helpline);
    }
  });

  test('keeps advice out of the hands of whoever it is about: no ICT lead who is kept out is sent anybody', () => {
    const where = school();
    const concern = matter({ about: 'adult', category: 'account-misuse', subject: where.offices.ictLead?.[0] });
    const { guidance } = adviceFor(concern, routeConcern(where, concern, at(HOURS.open)), where, at(HOURS.open), true);

    expect(guidance.map(({ line }) => said(line, where)).join()).not.toContain('ICT lead');
    expect(adviceAt(OF_A_PUPIL).lines.join()).toContain('ICT lead');
  });

  test('has a source for each line, and what UKCIS says of nudes is not said to be about anything else', () => {
    for (const line of Object.keys(GUIDANCE_IN_SCENARIOS)) expect(SOURCE_OF).toHaveProperty(line);
    expect(sourceOf('do-not-view-or-copy', 'england', 'nudes')).toBe('nudes');
    expect(sourceOf('do-not-view-or-copy', 'wales', 'nudes')).toBe('nudesWales');
    expect(sourceOf('do-not-view-or-copy', 'england', 'illegal-material')).toBe('policies');
    expect(said(saySources(['do-not-view-or-copy', 'listen'], 'england', 'nudes'), school())).toBe(
      'UKCIS advice on nudes for all staff (11 March 2024); Keeping children safe in education (1 September 2025)',
    );
  });

  test.each([
    ['scam', 'pupil', 'Do not reply. Keep the message.'],
    ['home', 'pupil', 'Anyone may ring children’s services.'],
    ['injury', 'pupil', 'take no photographs'],
    ['behaviour', 'pupil', 'Do not blame or shame the child.'],
    ['exploitation', 'pupil', 'If someone is in danger now, ring 999 first.'],
  ] as const)('of the kind %s about a %s says: %s', (category, about, says) => {
    const { lines } = adviceAt({ nation: 'england', category, about, when: HOURS.open, danger: false });

    expect(lines.join('\n')).toContain(says);
  });
});

const OF_A_PUPIL = {
  ...{ nation: 'england', category: 'account-misuse', about: 'pupil' },
  ...{ when: HOURS.open, danger: false },
} as const satisfies (typeof EVERYTHING)[number];

test('every About of the form is in the table', () => {
  expect(new Set(EVERYTHING.map(({ about }) => about))).toEqual(new Set(About.options));
});
