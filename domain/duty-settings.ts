import { z } from 'zod';
import { Day } from './day';
import { DUTY_TEMPLATES } from './duty-templates';
import { readDayOfTerm, readDayOfYear, readEvery } from './duty-when';
import type { Ladder } from './ladder';
import { LadderSetting } from './ladder-settings';
import { Role } from './role';

const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'letters, digits, dots, dashes and underscores');
const EVERY = 'a length such as "1 week", "3 months", "1 year", "term" or "half-term"';
const ON =
  'a day such as "1 October", "second Tuesday of March", "first Monday from 10 November", "first day" or "last day"';

/** One duty as a school writes it: one of the templates by `use`, or its own. What it says itself counts before the template. */
const DutyEntry = z.strictObject({
  use: z.string().optional(),
  id: Id.optional(),
  title: z.string().min(1).max(120).optional(),
  /** Whose holders do it. */
  office: Id.optional(),
  every: z
    .string()
    .refine((text) => readEvery(text) !== undefined, EVERY)
    .optional(),
  /** The first day on which it is due; without it, from the day on which Lantern first reads of it. */
  from: Day.optional(),
  on: z
    .string()
    .refine((text) => (readDayOfYear(text) ?? readDayOfTerm(text)) !== undefined, ON)
    .optional(),
  /** A week runs from the day to its Friday, and the duty is due when it ends. */
  lasts: z.enum(['1 day', '1 week']).optional(),
  /** Whether something must be written or linked when it is done. */
  evidence: z.enum(['asked', 'needed']).optional(),
  /** Everybody with one of these roles confirms for themselves, once a school year. */
  confirm: z.boolean().optional(),
  roles: z.array(Role).min(1).optional(),
  /** What they confirm, sentence by sentence. */
  says: z.array(z.string().min(1).max(300)).min(1).max(8).optional(),
  /** When it is reminded of; without it as all duties of the school are. */
  ladder: LadderSetting.optional(),
});
type DutyEntry = z.infer<typeof DutyEntry>;

/** A duty as the rest of Lantern knows it. */
export interface Duty {
  readonly id: string;
  /** The school's own words; without them those of the template. */
  readonly title?: string;
  readonly template?: string;
  readonly office: string;
  readonly every?: string;
  readonly from?: string;
  readonly on?: string;
  readonly lasts: '1 day' | '1 week';
  readonly evidence: 'asked' | 'needed';
  /** Who confirms for themselves; nobody where an office does it. */
  readonly confirmedBy: readonly string[];
  readonly says?: readonly string[];
  readonly ladder?: Ladder;
}

/** What a school has switched on or written itself: `duties` in its file. */
export const DutySettings = z
  .array(DutyEntry.superRefine(checkEntry).transform(dutyOf))
  .superRefine((duties, check) => {
    const ids = duties.map(({ id }) => id);
    for (const [index, id] of ids.entries())
      if (ids.indexOf(id) < index)
        check.addIssue({ code: 'custom', path: [index], message: `two duties have the id ${id}` });
  });

function checkEntry(entry: DutyEntry, check: z.RefinementCtx): void {
  for (const message of problemsOf(entry)) check.addIssue({ code: 'custom', path: [], message });
}

function* problemsOf(entry: DutyEntry): Generator<string> {
  const template = templateOf(entry);
  if (entry.use !== undefined && !template) {
    yield `there is no duty to use that is called ${entry.use}: ${Object.keys(DUTY_TEMPLATES).join(', ')}`;
    return;
  }
  const { id, title, office, every, on, lasts, confirm, roles } = { ...template, ...entry };
  if (!entry.use)
    for (const [name, value] of Object.entries({ id, title, office })) if (!value) yield `${name} is missing`;
  const unit = every === undefined ? undefined : readEvery(every)?.unit;
  const isOfTerm = unit === 'term' || unit === 'half-term';
  if (every === undefined && on === undefined) yield 'it needs every or on, to say when it is due';
  if (entry.every !== undefined && entry.on !== undefined && !(isOfTerm && readDayOfTerm(entry.on)))
    yield 'it needs either every or on; both only for "first day" or "last day" of each term or half-term';
  if (entry.on !== undefined && readDayOfTerm(entry.on) && !isOfTerm)
    yield `"${entry.on}" needs every: term or half-term`;
  if (lasts === '1 week' && (on === undefined || readDayOfTerm(on)))
    yield 'only what is on a day of the year can last a week';
  if (Boolean(confirm) !== Boolean(roles)) yield 'confirm and roles belong together';
}

/** When a duty is due comes from one side alone: what the school says, or else the template. */
function dutyOf(entry: DutyEntry): Duty {
  const template = templateOf(entry);
  const saysWhen = entry.every !== undefined || entry.on !== undefined;
  const when = saysWhen && !isDayOfTermAlone(entry) ? entry : { ...template, ...entry };
  const { every, on, lasts } = when;
  const { title, from, says, ladder } = entry;
  const { evidence = 'asked', confirm, roles = [], office = '' } = { ...template, ...entry };
  return {
    id: entry.id ?? entry.use ?? '',
    ...(title ? { title } : {}),
    ...(entry.use ? { template: entry.use } : {}),
    office,
    ...(every ? { every } : {}),
    ...(from ? { from } : {}),
    ...(on ? { on } : {}),
    lasts: lasts ?? '1 day',
    evidence,
    confirmedBy: confirm ? roles : [],
    ...(says ? { says } : {}),
    ...(ladder ? { ladder } : {}),
  };
}

function isDayOfTermAlone({ every, on }: DutyEntry): boolean {
  return every === undefined && on !== undefined && readDayOfTerm(on) !== undefined;
}

function templateOf({ use = '' }: DutyEntry) {
  return Object.hasOwn(DUTY_TEMPLATES, use) ? DUTY_TEMPLATES[use] : undefined;
}
