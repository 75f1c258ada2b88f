import { z } from 'zod';
import { readDayOfYear } from './duty-when';

const FormId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and dashes');

/** What a form is: signed by the pupil, signed by a parent, or consent to photographs, which has three answers. */
export const FormKind = z.enum(['pupil', 'parent', 'photo']);
export type FormKind = z.infer<typeof FormKind>;

/** One form that comes back from home on paper, once every school year. */
const FormEntry = z.strictObject({
  id: FormId,
  kind: FormKind,
  /** The school's own title; without it that of its kind (`slip.usual.<kind>`). */
  title: z.string().trim().min(1).max(80).optional(),
  /** Ids of the classes that have it; left out, all have it. */
  classes: z.array(z.string().min(1).max(40)).min(1).optional(),
  /** By when it should be back. Without it nobody is reminded, because nobody is late. */
  due: z
    .string()
    .refine((text) => readDayOfYear(text) !== undefined, 'a day such as "25 September" or "last Friday of September"')
    .optional(),
});
export type Form = z.infer<typeof FormEntry>;

/** Forms of pupils and parents: `forms` in the school file (S205, S229). */
export const FormSettings = z
  .strictObject({
    /** So many school years after its own a form is kept; then all that was noted of it is deleted. */
    keptYears: z.int().min(0).max(10).default(1),
    list: z.array(FormEntry).max(12).default([]),
  })
  .superRefine(({ list }, check) => {
    for (const [index, { id }] of list.entries())
      if (list.findIndex((form) => form.id === id) !== index)
        check.addIssue({ code: 'custom', path: ['list', index], message: `two forms have the id ${id}` });
  });

/** Whether a class has this form. */
export function isFor({ classes }: Pick<Form, 'classes'>, classId: string): boolean {
  return classes === undefined || classes.includes(classId);
}
