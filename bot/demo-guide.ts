import type { DateTime } from 'luxon';
import type { Person, School } from '../domain/school';
import type { PlaygroundWindow } from './playground';

export interface OpenWindow extends PlaygroundWindow {
  readonly person: Person;
  readonly hasTriage: boolean;
}

/** What is worth typing first, as whom. */
const TO_TYPE: readonly (readonly [words: string, id: string, who: string])[] = [
  ['can I use my own phone to take pictures on the trip', 'teacher', 'class teacher'],
  ['report concern', 'teacher', 'class teacher'],
  ['open concerns', 'lead', 'safeguarding lead'],
  ['reviews due', 'chair', 'chair of governors'],
  ['set up', 'office', 'office manager'],
];

/** What the console tells somebody who has just started the demonstration. */
export function printGuide(windows: readonly OpenWindow[], { name }: School, now: DateTime): string[] {
  const widest = Math.max(...windows.map(({ person }) => person.name.length));
  const typed = TO_TYPE.filter(([, id]) => windows.some(({ person }) => person.id === id));
  const longest = Math.max(...typed.map(([words]) => words.length));
  const links = windows.map(({ person, url, hasTriage }) => {
    const link = `  ${person.name.padEnd(widest)}  ${url}`;
    return hasTriage ? `${link}  (look into the channel Triage as well)` : link;
  });
  return [
    '',
    `This is a demonstration. ${name} is invented, and so is everybody in it.`,
    `There it is ${now.toFormat('cccc d LLLL yyyy, HH:mm')}, and time goes on from there (LANTERN_NOW sets another start).`,
    'Only this machine can reach it. Please type no real names.',
    '',
    'First open them all in a browser and leave them open: what is sent to a window that is not open waits.',
    ...(windows.some(({ hasTriage }) => hasTriage)
      ? ['But a card for the channel Triage is lost if that window has never been opened.']
      : []),
    '',
    ...links,
    '',
    'Then type:',
    ...typed.map(([words, , who]) => `  ${words.padEnd(longest)}     as the ${who}`),
    ...(typed.length === 0 ? ['  help'] : []),
    '',
    'Ctrl+C ends it.',
    '',
  ];
}
