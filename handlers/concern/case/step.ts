import { z } from 'zod';
import { type Datum, phrase, type View } from '../../../cards/view';
import type { Job, Message } from '../../../infra/outbox';
import type { RecordOp } from '../../../infra/records';
import type { Desk, Outcome, Verb } from '../../capability';
import { type Field, inputOf, problemIn } from '../../fields';
import type { NewFact } from '../facts';
import { mayOpen } from '../rules';
import { type Concern, Ref } from '../schema';
import { caseVerb, type CasePress, type Reach } from './case-verb';
import { contentView, goneView } from './content';
import type { KeptCase } from './finding';
import { keep } from './keeping';
import type { CaseWork } from './schema';
import { already, instead, show } from './showing';
import type { StepField } from './step-field';
import { newForm, type Sent, sentOps, StepForm, wasSent } from './step-form';

export interface Doing {
  readonly concern?: Partial<Concern>;
  readonly work?: Partial<CaseWork>;
  readonly fact: Omit<NewFact, 'by'>;
  readonly ops?: readonly RecordOp[];
  readonly jobs?: readonly Job[];
  messages?(after: Concern): readonly Message[];
}

/** Why nothing was done: shown above the form, which keeps what was typed. */
export interface Problem {
  readonly problem: Datum;
}

/**
 * Something that a lead does on a case: a form, and what follows from it. Each makes two verbs, `concern/<name>` that
 * shows the form and `concern/do-<name>` that does it. Its words stand under `step.<name>`.
 */
export interface Step<Shape extends z.ZodRawShape> {
  readonly name: string;
  /** `concern/do-<name>`, written out so that it can be found. */
  readonly verb: string;
  readonly reach?: Reach;
  readonly shape: Shape;
  /** Also on a case that is closed. */
  readonly isForClosedToo?: true;
  fields(kept: KeptCase, desk: Desk, person: string): readonly StepField[];
  /** What stands already, read above the questions. */
  lines?(kept: KeptCase, desk: Desk): readonly Datum[];
  /** Why it cannot be done now at all. */
  hindrance?(kept: KeptCase, desk: Desk, person: string): Datum | undefined;
  act(press: CasePress<z.output<z.ZodObject<Shape>> & { ref: string }>): Promise<Doing | Problem> | Doing | Problem;
  /** What is shown in place of the case, once it is done and where it cannot be. */
  instead?(kept: Pick<KeptCase, 'concern' | 'work'>, desk: Desk, person: string, problem?: Datum): View;
}

/** Both verbs of a step. */
export function stepVerbs<Shape extends z.ZodRawShape>(step: Step<Shape>): Verb[] {
  const { name, reach = 'leads' } = step;
  const Shown = z.object({ ref: Ref, on: z.literal('content').optional() });
  const data = z.object({ ...step.shape, ref: Ref, form: StepForm.optional() }) as unknown as z.ZodType<
    z.output<z.ZodObject<Shape>> & Sent
  >;
  return [
    caseVerb(`concern/${name}`, Shown, async (press) => shown(step, press), { reach }),
    caseVerb(step.verb, data, (press) => done(step, press), {
      reach,
      invalid: async (press, issues) => {
        const hindrance = step.hindrance?.(press.kept, press.desk, press.turn.person.id);
        if (hindrance !== undefined && !isShut(step, press.kept)) return hindered(step, press, hindrance);
        const wrong = new Set(issues.map(({ path }) => String(path[0])));
        return again(step, press, problemIn(fieldsOf(step, press), press.data, wrong));
      },
    }),
  ];
}

function isShut<Shape extends z.ZodRawShape>(step: Step<Shape>, { concern }: KeptCase): boolean {
  return concern.state === 'closed' && !step.isForClosedToo;
}

async function shown<Shape extends z.ZodRawShape>(step: Step<Shape>, press: CasePress<{ ref: string }>) {
  if (isShut(step, press.kept)) return already({ ...press, data: { on: 'content' } });
  const hindrance = step.hindrance?.(press.kept, press.desk, press.turn.person.id);
  if (hindrance !== undefined) return hindered(step, press, hindrance);
  return { reply: { here: [stepView(step, press, {})] } };
}

async function done<Shape extends z.ZodRawShape>(
  step: Step<Shape>,
  press: CasePress<z.output<z.ZodObject<Shape>> & Sent>,
): Promise<Outcome> {
  const { turn, desk, kept, data } = press;
  if (isShut(step, kept)) return already({ ...press, data: { on: 'content' } });
  const hindrance = step.hindrance?.(kept, desk, turn.person.id);
  if (hindrance !== undefined) return hindered(step, press, hindrance);
  if (await wasSent(data, desk)) return hindered(step, press, phrase('concern.problem.sentBefore'));
  const result = await step.act(press);
  if ('problem' in result) return again(step, { ...press, data: Object(data) }, result.problem);
  const by = turn.person.id;
  const ops = [...(result.ops ?? []), ...sentOps(data, desk)];
  const { change, added, ...after } = await keep(kept, { ...result, ops, fact: { ...result.fact, by } }, desk);
  // What was just done may have shut the door behind the person who did it: a conflict, another route.
  const isStill = mayOpen(by, after.concern, desk.school, desk.now);
  const shown = step.instead?.(after, desk, by) ?? (await contentView(after, desk, by, { added }));
  return { reply: { here: [isStill ? shown : goneView(after.concern, desk)] }, change };
}

function hindered<Shape extends z.ZodRawShape>(step: Step<Shape>, press: CasePress<unknown>, hindrance: Datum) {
  const { kept, desk, turn } = press;
  const view = step.instead?.(kept, desk, turn.person.id, hindrance);
  return view ? instead(press, view) : show({ ...press, data: { on: 'content' } }, hindrance);
}

function again<Shape extends z.ZodRawShape>(
  step: Step<Shape>,
  press: CasePress<Readonly<Record<string, unknown>>>,
  problem: Datum,
): Outcome {
  return { reply: { here: [stepView(step, press, press.data, problem)] } };
}

/** The questions of a step with their words. */
function fieldsOf<Shape extends z.ZodRawShape>(
  step: Step<Shape>,
  { kept, desk, turn }: CasePress<unknown>,
): readonly Field[] {
  return step.fields(kept, desk, turn.person.id).map(({ hasHint, label, ...field }) => ({
    ...field,
    label: label ?? phrase(`step.${step.name}.${field.id}`),
    ...(hasHint ? { hint: phrase(`hint.${step.name}.${field.id}`) } : {}),
  }));
}

/** The form of a step, with what was typed before. */
function stepView<Shape extends z.ZodRawShape>(
  step: Step<Shape>,
  press: CasePress<unknown>,
  typed: Readonly<Record<string, unknown>>,
  problem: Datum = '',
): View {
  const { name, verb } = step;
  const { ref } = press.kept.concern;
  return {
    card: 'concern/step',
    data: {
      ref,
      form: StepForm.safeParse(typed.form).data ?? newForm(press.turn),
      title: phrase(`step.${name}.title`, { ref }),
      text: phrase(`step.${name}.text`),
      save: phrase(`step.${name}.save`),
      verb,
      problem,
      lines: (step.lines?.(press.kept, press.desk) ?? []).map((line) => ({ line })),
      inputs: fieldsOf(step, press).map((field) => inputOf(field, typed[field.id])),
    },
  };
}
