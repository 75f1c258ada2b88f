/** Words that stand in capitals where a name might, and are none. */
const NO_NAME =
  /^(?:The|A|An|All|Any|And|Or|Our|This|That|These|To|In|On|For|By|With|From|Has|Have|Is|Are|Will|Must|Should|May|Not|No|Yes|See|Please|Ensure|Ensures|Ensuring|Monitor|Monitors|Lead|Leads|Leader|Support|Supports|Provide|Provides|Responsible|Overall|School|Schools|Academy|Primary|Junior|Infant|Federation|Trust|Policy|Policies|Procedure|Procedures|Team|Committee|Governing|Governor|Governors|Body|Board|Full|Council|County|City|Borough|Local|Authority|Headteacher|Head|Deputy|Assistant|Teacher|Teachers|Staff|Pupil|Pupils|Parent|Parents|Children|Child|Online|Safety|Safeguarding|Protection|Data|Designated|Officer|Person|Manager|Co-?ordinator|Review|Reviewed|Date|Name|Number|Section|Appendix|Part|Page|Year|Key|Stage|Department|Education|Act|Signed|Chair|Clerk|Weekly|Annual|Annually|Termly|Monthly|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|TBC|N\/A|DSL|DDSL|DSP|SENCo|SENDCo|SLT|ICT|IT)$/;

/** What follows a name in a list of contacts. */
const CONTACT = /^(?:Contact|E-?mail|Telephone|Tel|Phone|Mobile)$/;
const TITLE = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Revd|Fr|Father|Sister|Cllr|Sir|Prof)\.?$/;
const WORD = /^\p{Lu}(?:[\p{L}’'-]*|\.)$/u;
const MOST_WORDS = 4;
const JOINS = /^(?:and|&|\/)$/;
const CLOSES = /[,;:.)\]]+$/;

interface Word {
  readonly bare: string;
  /** Where it ends in the text, without the mark that closes it. */
  readonly end: number;
  readonly isClosed: boolean;
}

/**
 * The name or names of people that a text begins with ("Mrs A Example and Mr B Example, both …"), as one span; null
 * where it begins with anything else. A title, or a first name and a family name, make a name.
 */
export function namesAtStart(text: string): string | null {
  const words = wordsOf(text);
  let end = 0;
  for (let at = 0; at < words.length; ) {
    const length = lengthOfName(words, at);
    if (length === 0) break;
    at += length;
    end = words[at - 1]?.end ?? end;
    if (JOINS.test(words[at]?.bare ?? '')) at += 1;
    else if (words[at - 1]?.isClosed !== true) break;
  }
  return end === 0 ? null : text.slice(0, end);
}

/** How many words of a name stand at a place; none where the words in capitals go on and are no name. */
function lengthOfName(words: readonly Word[], at: number): number {
  const hasTitle = TITLE.test(words[at]?.bare ?? '');
  let length = 0;
  for (let word = words[at]; word !== undefined && length <= MOST_WORDS; word = words[at + length]) {
    if (!WORD.test(word.bare) && !TITLE.test(word.bare)) break;
    const isInitial = word.bare.length === 1 && length > 0;
    if (CONTACT.test(word.bare)) break;
    if (NO_NAME.test(word.bare) && !isInitial) {
      if (hasTitle) break;
      return 0;
    }
    length += 1;
    if (word.isClosed) break;
  }
  const isWhole = length > 1 && length <= MOST_WORDS + (hasTitle ? 1 : 0);
  return isWhole ? length : 0;
}

function wordsOf(text: string): Word[] {
  return [...text.slice(0, 200).matchAll(/\S+/g)].map(({ 0: raw, index }) => {
    const isShort = TITLE.test(raw) || /^\p{Lu}\.$/u.test(raw);
    const bare = isShort ? raw : raw.replace(CLOSES, '');
    return { bare, end: index + bare.length, isClosed: bare !== raw };
  });
}
