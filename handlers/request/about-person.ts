import { phrase } from '../../cards/view';
import { everyUnopened } from '../../infra/every-row';
import type { Section } from '../../pages/sections';
import type { AboutPerson } from '../about-person';
import type { Desk } from '../capability';
import { latestFacts, requestOf } from './finding';
import { questionsOf } from './kinds';
import { answerLine, factLine } from './one';
import { mineKey } from './rows';
import type { Request } from './schema';
import { titleOf } from './views';

/** What somebody asked permission for, with all that was answered and decided. */
export async function aboutPerson(person: string, _reader: string, desk: Desk): Promise<AboutPerson> {
  const sections: Section[] = [];
  for await (const { key } of everyUnopened(desk, mineKey(person))) {
    const kept = await requestOf(key.split('|').at(-1) ?? '', desk);
    if (kept) sections.push(await sectionOf(kept.request, desk));
  }
  return { sections };
}

async function sectionOf(request: Request, desk: Desk): Promise<Section> {
  const facts = await latestFacts(request, request.facts, desk);
  return {
    title: phrase('pack.request', { title: titleOf(request) }),
    facts: questionsOf(request.permission).flatMap(({ id, label }) =>
      answerLine(id, label, request.answers[id]).map(({ text }) => ({ title: label, value: text })),
    ),
    lines: facts.map((fact) => factLine(fact, desk)),
  };
}
