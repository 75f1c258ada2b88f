import { About } from '../../../domain/school';

/** All that stands behind "report a concern": anything more than whom it is about is no hint but a story. */
const ABOUT =
  /\b(?:concerns?|something|incident)\s+(?:about|regarding)\s+(?:an? |the |my |our |another |some |one of our )?(.+?)\W*$/i;

/** In the words of the form's own choices, and those that people use for them. */
const WORDS: Readonly<Record<About, RegExp>> = {
  pupil: /^(?:child|children|pupils?|students?|boys?|girls?)$/i,
  adult:
    /^(?:adult(?: (?:who works )?here)?|colleague|(?:member of )?staff(?: member)?|teacher|teaching assistant|ta|volunteer)$/i,
  headteacher: /^head ?(?:teacher|master|mistress)?$/i,
  lead: /^(?:(?:deputy )?safeguarding lead|ds[lp])$/i,
  governor: /^(?:(?:chair of )?governors?|chair)$/i,
  visitor: /^(?:visitor|parent|carer)$/i,
  system: /^(?:website|web ?page|app|system|filter)$/i,
  self: /^(?:myself|me)$/i,
};

/** Whom somebody said that it is about, as they typed "report a concern about a colleague"; the form asks all the same. */
export function hintIn(text: string): About | undefined {
  const [, said] = ABOUT.exec(text) ?? [];
  return said === undefined ? undefined : About.options.find((about) => WORDS[about].test(said));
}
