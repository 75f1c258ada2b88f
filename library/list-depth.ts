interface Open {
  readonly marker: string;
  readonly indent: number;
}

/**
 * How deep an item of a list stands, from its bullet and its indent. Converters lose the indent at a page break, so the
 * bullet counts first: a kind of bullet that is already open goes on where it stood.
 */
export function listDepths() {
  let open: Open[] = [];

  return {
    /** @param isIntroduced the item above ends in a colon: another kind of bullet below it is a list of its own. */
    of(item: Open, isIntroduced: boolean): number {
      const above = open.at(-1);
      if (isIntroduced && above !== undefined && above.marker !== item.marker) {
        open = [...open, { marker: item.marker, indent: item.indent }];
        return open.length;
      }
      const is = (entry: Open) => entry.marker === item.marker;
      const exact = open.findLastIndex((entry) => is(entry) && entry.indent === item.indent);
      const same = exact >= 0 ? exact : open.findIndex((entry) => is(entry) && entry.indent > item.indent);
      if (same >= 0) {
        open = open.slice(0, same + 1);
        return same + 1;
      }
      open = [...open.filter((entry) => entry.indent <= item.indent), { marker: item.marker, indent: item.indent }];
      return open.length;
    },
    restart(): void {
      open = [];
    },
  };
}
