import { z } from 'zod';

/** Where the SDK puts the service's own code differs between single calls and transactions. */
const Refusal = z.object({
  statusCode: z.number(),
  code: z.string().optional(),
  details: z.object({ odataError: z.object({ code: z.string() }).optional() }).optional(),
});

const LOST_RACES = new Set(['EntityAlreadyExists', 'UpdateConditionNotSatisfied', 'ConditionNotMet']);
const ABSENT = new Set(['ResourceNotFound', 'EntityNotFound']);

/** The row is not there. A missing table is another matter, and stays an error. */
export function isAbsent(error: unknown): boolean {
  return ABSENT.has(codeOf(error));
}

/** The row is there already, gone, or changed: what the port calls a Conflict. */
export function isLostRace(error: unknown): boolean {
  return LOST_RACES.has(codeOf(error)) || isAbsent(error);
}

function codeOf(error: unknown): string {
  const refusal = Refusal.safeParse(error);
  if (!refusal.success) return '';
  return refusal.data.code ?? refusal.data.details?.odataError?.code ?? '';
}
