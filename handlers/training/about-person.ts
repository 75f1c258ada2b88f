import { type Datum, phrase } from '../../cards/view';
import { trainingKinds, USUAL_KINDS } from '../../domain/training-settings';
import { dayInWords } from '../../domain/when';
import { everyRow } from '../../infra/every-row';
import type { AboutPerson } from '../about-person';
import type { Desk } from '../capability';
import { Fact } from './schema';
import { byLine, proofLine, titleOf } from './words';

/** Everything that was recorded of somebody's training, also what was put right since. */
export async function aboutPerson(person: string, _reader: string, desk: Desk): Promise<AboutPerson> {
  const lines: Datum[] = [];
  for await (const { value } of everyRow(desk, `training|${person}|`)) {
    const fact = Fact.parse(value);
    lines.push(
      phrase('pack.trained', {
        kind: kindOf(fact.training, desk),
        on: fact.on === '' ? '–' : dayInWords(fact.on),
        proof: proofLine(fact),
        by: byLine(fact, desk),
      }),
    );
  }
  return { sections: lines.length > 0 ? [{ title: phrase('pack.training'), lines }] : [] };
}

/** A kind that the school has no more is called by its id. */
function kindOf(id: string, { school }: Desk): Datum {
  const kind = [...trainingKinds(school.training), ...USUAL_KINDS].find((each) => each.id === id);
  return kind ? titleOf(kind) : id;
}
