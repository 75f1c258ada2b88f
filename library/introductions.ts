/** A sentence that leaves its end to the list below it: "Staff must:", "We will -", "Everybody should". */
const UNFINISHED =
  /(?:[:–—-]|(?:^|[ ,])(?:to|that|by|must|should|will|may|can|shall|include|includes|including|are|if|when)(?: not)?)$/i;
const FOLLOWING = /\b(?:the following|as follows)\b[^.:]{0,80}\.?$/i;
/** A remark between the sentence and its list, which takes neither from the other. */
const REMARK = /^(?:\(.*\)|(?:NB|N\.B\.|note|please note)\b.*)$/i;
const LONGEST_LINE = 160;
/** "Visual – graffiti", "Contact: being spoken to …": a name, and what it stands for. */
const NAMED = /^[\p{Lu}][\p{L}’'/]*(?: [\p{L}’'/&]+){0,2}(?: ?: | [–—-] )\S/u;
const SAYS_SOMETHING = /\b(?:will|must|should|may|can|cannot|shall|is|are|has|have)\b/i;

interface Opened {
  readonly depth: number;
  /** The words that introduce deeper items. */
  readonly intro?: string;
  /** The bold name that heads them. */
  readonly name?: string;
  /** Items of the same depth that it has introduced, when nothing deeper came: whether the first was a sentence. */
  readonly level?: { readonly isSentence: boolean } | 'deeper';
}

/** Whether a line opens with a name that the rest of it explains. */
export function explainsName(text: string): boolean {
  return NAMED.test(text);
}

/** Whether the words wait for a list to end them; directly above one, a short line without a full stop does too. */
function introduces(text: string, isAboveList: boolean): boolean {
  if (UNFINISHED.test(text) || FOLLOWING.test(text)) return true;
  return isAboveList && text.length <= LONGEST_LINE && !/[.!?;,]["”’)]*(?:$| )/.test(text);
}

/** Follows, block by block, which sentences and names stand open over the items that come. */
export function introductions() {
  let opened: Opened[] = [];

  /** An item that ends in a colon and has nothing deeper below it introduces the items beside it, as Word leaves them. */
  function reaches(open: Opened, depth: number, isNumbered: boolean, text: string): Opened[] {
    if (open.depth < depth) return [{ ...open, level: open.level ?? 'deeper' }];
    if (open.depth > depth || depth === 0 || isNumbered || open.level === 'deeper') return [];
    if (open.intro?.endsWith(':') !== true) return [];
    const isSentence = SAYS_SOMETHING.test(text);
    if (open.level === undefined) return [{ ...open, level: { isSentence } }];
    return isSentence && !open.level.isSentence ? [] : [open];
  }

  return {
    /** A heading closes all. One that ends in a colon ("Pupils:") or a dash introduces the list that follows at once. */
    restart(heading: string): void {
      opened = /[:–—-]$/.test(heading) ? [{ depth: 0, intro: heading }] : [];
    },
    /** @returns the words that introduce a paragraph: one name after the other may stand below them, without a bullet. */
    paragraph(text: string): string | undefined {
      const last = opened.at(-1);
      const isFresh = last?.depth === 0 && last.level === undefined && UNFINISHED.test(last.intro ?? '');
      if (isFresh && explainsName(text)) return last.intro;
      if (!(isFresh && REMARK.test(text))) opened = [];
      return undefined;
    },
    item(depth: number, isNumbered: boolean, text: string): void {
      opened = opened.flatMap((open) => reaches(open, depth, isNumbered, text));
    },
    open(depth: number, text: string, name: string | undefined, isAboveList: boolean): void {
      if (text !== '' && !introduces(text, isAboveList)) return;
      opened.push({ depth, ...(text === '' ? {} : { intro: text }), ...(name === undefined ? {} : { name }) });
    },
    names(): string[] {
      return opened.flatMap((open) => open.name ?? []);
    },
    current(): string | undefined {
      return opened.findLast((open) => open.intro !== undefined)?.intro;
    },
  };
}
