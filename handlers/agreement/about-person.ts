import { DateTime } from 'luxon';
import { type Datum, phrase } from '../../cards/view';
import { sayDay } from '../../domain/when';
import { everyUnopened } from '../../infra/every-row';
import { sayVersion } from '../../library';
import type { AboutPerson } from '../about-person';
import type { Desk } from '../capability';
import { isTakenBack } from './campaign/taken-back';
import { factLines } from './named-facts';
import { questionOf } from './question/rows';
import { Act } from './schema';

/** What somebody agreed to, also long ago, what the office noted about it, and what they asked before. */
export async function aboutPerson(person: string, _reader: string, desk: Desk): Promise<AboutPerson> {
  const acts: Datum[] = [];
  for await (const { key, open } of everyUnopened(desk, 'agreed|'))
    if (key.split('|')[2] === person) acts.push(await actLine(Act.parse(open()), desk));
  const noted = await factLines(person, desk);
  const asked: Datum[] = [];
  for await (const { key } of everyUnopened(desk, 'agreement-question|')) {
    const [, agreement = '', whose, at = ''] = key.split('|');
    const kept = whose === person ? await questionOf(agreement, person, at, desk) : undefined;
    if (kept)
      asked.push(
        phrase('pack.asked', {
          on: dayOf(at, desk),
          question: kept.question.question,
          answer: kept.ending?.answer || '–',
        }),
      );
  }
  return {
    sections: [
      ...(acts.length > 0 ? [{ title: phrase('pack.agreements'), lines: acts }] : []),
      ...(noted.length > 0 ? [{ title: phrase('pack.notes'), lines: noted }] : []),
      ...(asked.length > 0 ? [{ title: phrase('pack.questions'), lines: asked }] : []),
    ],
  };
}

async function actLine(act: Act, desk: Desk): Promise<Datum> {
  const { title, at, version, typedName, way } = act;
  return phrase('pack.agreed', {
    ...{ title, on: dayOf(at, desk), version: sayVersion(version) || '–', typedName, way: phrase(`pack.way.${way}`) },
    isBack: (await isTakenBack(act, desk)) ? 'yes' : 'no',
  });
}

function dayOf(at: string, { now }: Desk): string {
  return sayDay(DateTime.fromISO(at, { zone: now.zone }));
}
