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
    of(item: Open): number {
      const exact = open.findIndex((entry) => entry.marker === item.marker && entry.indent === item.indent);
      const same =
        exact >= 0 ? exact : open.findIndex((entry) => entry.marker === item.marker && entry.indent > item.indent);
      if (same >= 0) {
        open = open.slice(0, same + 1);
        return same + 1;
      }
      open = [...open.filter((entry) => entry.indent <= item.indent), { marker: item.marker, indent: item.indent }];
      return open.length;
    },
    /** An item without a bullet, directly below the sentence that introduces it. */
    ofUnmarked(): number {
      return 1;
    },
    restart(): void {
      open = [];
    },
  };
}
