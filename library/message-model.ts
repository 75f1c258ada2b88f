import { featuresOf } from './message-features';

export const INTENTS = [
  'report-concern',
  'ask-policy',
  'my-aup',
  'review-status',
  'help',
  'greeting',
  'other',
] as const;
export type Intent = (typeof INTENTS)[number];

export const ABOUT = ['pupil', 'staff', 'headteacher', 'system'] as const;
export type About = (typeof ABOUT)[number];

/** The columns of the table of weights: one for each intent, one for urgent, one for each whom. */
export const COLUMNS = [...INTENTS, 'urgent', ...ABOUT] as const;

/** A weight of 100 in the table makes a chance e times as likely. */
export const WEIGHT_UNIT = 100;

/** What was learnt: for each feature its weight in each column. */
export type MessageModel = ReadonlyMap<string, readonly number[]>;

export interface Chances {
  /** From 0 to 1, together 1. */
  readonly intent: Readonly<Record<Intent, number>>;
  /** From 0 to 1, supposing that it is a concern. */
  readonly urgent: number;
  /** The likeliest, supposing that it is a concern. */
  readonly about: About;
}

/** Lines of a feature and its weights, with tabs between; lines that begin with `#` are remarks. */
export function readModel(table: string): MessageModel {
  const lines = table.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [feature = '', ...weights] = line.split('\t');
      return [feature, weights.map(Number)];
    }),
  );
}

/** Adds up what each feature of a message speaks for. */
export function chancesOf(text: string, model: MessageModel): Chances {
  const sums = COLUMNS.map(() => 0);
  for (const [feature, value] of featuresOf(text)) {
    for (const [column, weight] of (model.get(feature) ?? []).entries()) {
      sums[column] = (sums[column] ?? 0) + (value * weight) / WEIGHT_UNIT;
    }
  }
  const [urgent = 0, ...whom] = sums.slice(INTENTS.length);
  const likeliest = whom.indexOf(Math.max(...whom));
  return {
    intent: sharesOf(sums.slice(0, INTENTS.length)),
    urgent: 1 / (1 + Math.exp(-urgent)),
    about: ABOUT[likeliest] ?? 'pupil',
  };
}

function sharesOf(sums: readonly number[]): Record<Intent, number> {
  const highest = Math.max(...sums);
  const shares = sums.map((sum) => Math.exp(sum - highest));
  const whole = shares.reduce((total, share) => total + share, 0);
  const share = (intent: Intent) => (shares[INTENTS.indexOf(intent)] ?? 0) / whole;
  return {
    'report-concern': share('report-concern'),
    'ask-policy': share('ask-policy'),
    'my-aup': share('my-aup'),
    'review-status': share('review-status'),
    help: share('help'),
    greeting: share('greeting'),
    other: share('other'),
  };
}
