import { phrase, type View } from '../../../cards/view';
import type { Desk, Turn } from '../../capability';
import { type Field, inputOf, problemIn } from '../../fields';
import { type Wording, wordings } from '../asking';
import { newForm } from './links';
import { isForOutside, isForOutsideAlone } from './rules';
import { Form } from './schema';

/** The form that makes a link; or, where nothing could come of it, why not. */
export async function makeView(
  turn: Turn,
  desk: Desk,
  sent: Readonly<Record<string, unknown>> = {},
  wrong?: ReadonlySet<string>,
): Promise<View> {
  if (!desk.agreePage) return { card: 'visitor/none', data: { why: phrase('visitor.noPage') } };
  const fields = await fieldsFor(desk);
  if (fields.length === 0) return { card: 'visitor/none', data: { why: phrase('visitor.noAgreement') } };
  // Whoever forges a form may send anything; only words are looked at.
  const typed = Object.fromEntries(Object.entries(sent).filter(([, value]) => typeof value === 'string'));
  return {
    card: 'visitor/make',
    data: {
      form: Form.safeParse(sent.form).data ?? newForm(turn),
      problem: wrong ? problemIn(fields, typed, wrong) : '',
      inputs: fields.map((field) => inputOf(field, typed[field.id])),
    },
  };
}

/** Words for people from outside alone stand first: whoever comes to the desk is not asked to sign those of the staff. */
function forVisitorsFirst({ entry: one }: Wording, { entry: other }: Wording): number {
  return Number(isForOutsideAlone(other)) - Number(isForOutsideAlone(one));
}

async function fieldsFor(desk: Desk): Promise<Field[]> {
  const all = (await wordings(desk)).filter(({ entry }) => isForOutside(entry)).sort(forVisitorsFirst);
  if (all.length === 0) return [];
  const length = (name: string) => ({ title: phrase(`visitor.length.${name}`), value: name });
  const covered = (name: string) => ({ title: phrase(`visitor.covered.${name}`), value: name });
  return [
    {
      id: 'agreement',
      kind: 'choice',
      label: phrase('visitor.field.agreement'),
      isNeeded: true,
      choices: all.map(({ entry, title }) => ({ title, value: entry.id })),
      value: all[0]?.entry.id ?? '',
    },
    {
      id: 'lasts',
      kind: 'options',
      label: phrase('visitor.field.lasts'),
      isNeeded: true,
      choices: ['day', 'year'].map(length),
      value: 'day',
    },
    {
      id: 'holds',
      kind: 'options',
      label: phrase('visitor.field.holds'),
      isNeeded: true,
      choices: ['day', 'year'].map(covered),
      value: 'day',
    },
    {
      id: 'label',
      kind: 'line',
      label: phrase('visitor.field.label'),
      hint: phrase('visitor.labelHint'),
      longest: 60,
    },
  ];
}
