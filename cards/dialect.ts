import { z } from 'zod';
import { Actions, Refresh } from './dialect-actions';
import { chartShape } from './dialect-chart';
import { formFaults } from './dialect-form';
import { INPUTS, type Input } from './dialect-inputs';

/*
 * The closed subset of Adaptive Cards that both platforms can show. Anything else is refused, never dropped.
 * Every text is literal: no markdown in templates or phrases, and both renderers escape all of it. Bold is `weight`.
 * A chart comes with a picture of the same, for where none is drawn.
 */

const look = {
  id: z.string().optional(),
  isVisible: z.boolean().optional(),
  spacing: z.enum(['none', 'small', 'default', 'medium', 'large', 'extraLarge', 'padding']).optional(),
  separator: z.boolean().optional(),
};

const TextBlock = z.strictObject({
  type: z.literal('TextBlock'),
  ...look,
  text: z.string(),
  /** Always: a text that does not wrap is cut off on a telephone. */
  wrap: z.literal(true),
  style: z.enum(['default', 'heading']).optional(),
  size: z.enum(['small', 'default', 'medium', 'large', 'extraLarge']).optional(),
  weight: z.enum(['lighter', 'default', 'bolder']).optional(),
  color: z.enum(['default', 'accent', 'good', 'warning', 'attention']).optional(),
  isSubtle: z.boolean().optional(),
});
export type TextBlock = z.infer<typeof TextBlock>;

const FactSet = z.strictObject({
  type: z.literal('FactSet'),
  ...look,
  facts: z.array(z.strictObject({ title: z.string().min(1), value: z.string() })).min(1),
});
export type FactSet = z.infer<typeof FactSet>;

/** A picture of our own, never one that somebody sent (P4). */
const Image = z.strictObject({
  type: z.literal('Image'),
  ...look,
  url: z.string().regex(/^(data:image\/(png|jpeg|gif);base64,|https?:\/\/)/, 'a data URI or a web address'),
  altText: z.string().min(1),
  size: z.enum(['auto', 'stretch', 'small', 'medium', 'large']).optional(),
});
export type Image = z.infer<typeof Image>;

const Chart = chartShape(look, Image);
export type Chart = z.infer<typeof Chart>;

const TableCell = z.strictObject({ type: z.literal('TableCell'), items: z.array(TextBlock) });
const Table = z.strictObject({
  type: z.literal('Table'),
  ...look,
  columns: z.array(z.strictObject({ width: z.int().min(1) })).min(1),
  rows: z.array(z.strictObject({ type: z.literal('TableRow'), cells: z.array(TableCell).min(1) })).min(1),
  firstRowAsHeaders: z.boolean().optional(),
  showGridLines: z.boolean().optional(),
});
export type Table = z.infer<typeof Table>;

const ActionSet = z.strictObject({ type: z.literal('ActionSet'), ...look, actions: Actions.min(1) });
export type ActionSet = z.infer<typeof ActionSet>;

const Container = z.strictObject({
  type: z.literal('Container'),
  ...look,
  style: z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']).optional(),
  items: z.lazy(() => z.array(Element)),
});
export interface Container extends Omit<z.infer<typeof Container>, 'items'> {
  items: Element[];
}

const Column = z.strictObject({
  type: z.literal('Column'),
  width: z.enum(['auto', 'stretch']),
  items: z.lazy(() => z.array(Element)),
});
const ColumnSet = z.strictObject({ type: z.literal('ColumnSet'), ...look, columns: z.array(Column).min(1).max(4) });
export interface ColumnSet extends Omit<z.infer<typeof ColumnSet>, 'columns'> {
  columns: { type: 'Column'; width: 'auto' | 'stretch'; items: Element[] }[];
}

export type Element = TextBlock | FactSet | Image | Chart | Table | ActionSet | Container | ColumnSet | Input;
const Element: z.ZodType<Element> = z.discriminatedUnion('type', [
  TextBlock,
  FactSet,
  Image,
  Chart,
  Table,
  ActionSet,
  Container,
  ColumnSet,
  ...INPUTS,
]);

export const AdaptiveCard = z
  .strictObject({
    type: z.literal('AdaptiveCard'),
    version: z.literal('1.5'),
    /** What a notification, a screen reader or an old client says in place of the card. */
    fallbackText: z.string().min(1),
    body: z.array(Element).min(1),
    actions: Actions.optional(),
    refresh: Refresh.optional(),
  })
  .superRefine((card, check) => {
    for (const message of formFaults(card)) check.addIssue({ code: 'custom', path: ['body'], message });
  });
export type AdaptiveCard = z.infer<typeof AdaptiveCard>;

/** An expanded card that has passed the dialect, with the name of its template. */
export interface Card extends AdaptiveCard {
  readonly name: string;
}
