import { DateTime } from 'luxon';
import { inARow } from '../../cards/in-a-row';
import { type Datum, type Phrase, phrase } from '../../cards/view';
import { sayDay } from '../../domain/when';
import type { AudienceRole, DateFact, ImportSummary } from '../../library';
import { shortened } from '../shortened';

/** What was found in a policy, in the order in which an office manager asks: a heading, and a line for each thing. */
export interface Group {
  readonly title: Phrase;
  readonly lines: readonly Phrase[];
}

/** Groups in which nothing was found are left out. What is worth a look is said apart, with its words. */
export function groupsOf(summary: ImportSummary): Group[] {
  const groups: Group[] = [
    { title: phrase('policy.group.what'), lines: whatItIs(summary) },
    { title: phrase('policy.group.amended'), lines: summary.amendments.map(amendment) },
    { title: phrase('policy.group.who'), lines: who(summary) },
    { title: phrase('policy.group.agreements'), lines: summary.agreements.map(agreement) },
    { title: phrase('policy.group.tables'), lines: summary.tables.map(table) },
    { title: phrase('policy.group.training'), lines: summary.training.map(training) },
    { title: phrase('policy.group.guidance'), lines: guidance(summary) },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

function whatItIs({ title, clauses, tables, dates, audiences, terms }: ImportSummary): Phrase[] {
  return [
    phrase('policy.title', { title }),
    phrase('policy.size', { clauses, tables: tables.length }),
    ...audiences
      .filter(({ audience }) => audience.length > 0)
      .slice(0, 1)
      .map(({ audience }) => phrase('policy.isFor', { people: people(audience) })),
    ...dates.map((date) => phrase(`policy.date.${date.kind}`, { date: dayOf(date) })),
    ...terms.map(({ term, means }) => phrase('policy.term', { term, means: shortened(means, 'line') })),
  ];
}

/** A dated change in the text outranks what the policy says elsewhere. */
function amendment({ on, words }: ImportSummary['amendments'][number]): Phrase {
  return phrase('policy.amended', { date: sayDay(utc(on)), words: shortened(words, 'line') });
}

function who({ approver, isToBeApproved, owner, reviewer, isToBeReviewed, offices }: ImportSummary): Phrase[] {
  return [
    ...(approver === undefined
      ? []
      : [phrase(isToBeApproved ? 'policy.approverToBe' : 'policy.approver', { name: approver })]),
    ...(owner === undefined ? [] : [phrase('policy.owner', { name: owner })]),
    ...(reviewer === undefined
      ? []
      : [phrase(isToBeReviewed ? 'policy.reviewerToBe' : 'policy.reviewer', { name: reviewer })]),
    ...offices.map(({ office, holder }) => phrase('policy.office', { office, holder: shortened(holder, 'line') })),
  ];
}

function agreement({ heading, audience }: ImportSummary['agreements'][number]): Phrase {
  return audience.length === 0
    ? phrase('policy.agreementForWhom', { heading: shortened(heading, 'line') })
    : phrase('policy.agreement', { heading: shortened(heading, 'line'), people: people(audience) });
}

function table({ heading, columns, rows, uncertain }: ImportSummary['tables'][number]): Phrase {
  return phrase('policy.table', {
    heading: shortened(heading, 'line'),
    rows,
    columns: shortened(columns.join(', '), 'line'),
    uncertain,
  });
}

/** In the policy's own words for the people, where it has them. */
function training({ audience, who, howOften }: ImportSummary['training'][number]): Phrase {
  const often = howOften.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  if (who !== undefined) return phrase('policy.training', { people: shortened(who, 'line'), howOften: often });
  return audience.length === 0
    ? phrase('policy.trainingForWhom', { howOften })
    : phrase('policy.training', { people: people(audience), howOften: often });
}

/** Each law and guidance once, with the year where the policy gives one anywhere. */
function guidance({ guidance: all }: ImportSummary): Phrase[] {
  const dated = new Set(all.flatMap(({ name, year }) => (year === undefined ? [] : [name])));
  const said = all.filter(({ name, year }) => year !== undefined || !dated.has(name));
  const names = new Set(said.map(({ name, year }) => [name, year].filter(Boolean).join(' ')));
  return [...names].map((name) => phrase('policy.guidance', { name }));
}

function people(audience: readonly AudienceRole[]): Datum {
  return inARow(audience.map((role) => phrase(`policy.role.${role}`)));
}

/** A month is kept as its first and last day. */
function dayOf({ from, to }: DateFact): string {
  return from === to ? sayDay(utc(from)) : utc(from).toFormat('LLLL yyyy');
}

function utc(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}
