/*
 * While a template is expanded, every text of its data is replaced by a slot: two marks from the private use area
 * with a number between them. So nothing that a person wrote is ever inside the template engine: it cannot be
 * evaluated, and `${…}` left on a card is always a gap of our own. Phrases are said only where their slot survives.
 */
const SLOT = /\uE000(\d+)\uE001/g;

export interface Slots {
  /** Keeps a text, or how to make it, and returns what stands for it meanwhile. */
  hold(text: string | (() => string)): string;
  /** The same tree with every slot filled. @throws when a binding was left open. */
  fill(tree: unknown): unknown;
}

export function openSlots(): Slots {
  const held: (string | (() => string))[] = [];

  function fillText(text: string): string {
    const gap = /\$\{[^}]*\}?/.exec(text);
    if (gap) throw new Error(`nothing was given for ${gap[0]}`);
    // One pass: what has been filled in is not looked at again, whatever it contains.
    return text.replace(SLOT, (_, index) => {
      const kept = held[Number(index)];
      if (kept === undefined) throw new Error('a text stands in a slot that was never held');
      return typeof kept === 'string' ? kept : kept();
    });
  }

  function fill(tree: unknown): unknown {
    if (typeof tree === 'string') return fillText(tree);
    if (Array.isArray(tree)) return tree.map(fill);
    if (typeof tree !== 'object' || tree === null) return tree;
    // A condition that was not met leaves null behind: the property is simply not there.
    const entries = Object.entries(tree).filter(([, value]) => value !== null && value !== undefined);
    return Object.fromEntries(entries.map(([key, value]) => [key, fill(value)]));
  }

  return {
    hold(text) {
      // An empty text holds nothing that could be evaluated; kept as it is, `empty(x)` still tells the truth.
      return text === '' ? '' : `\uE000${held.push(text) - 1}\uE001`;
    },
    fill,
  };
}
