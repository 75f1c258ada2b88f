import type { Kept, RecordOp, Records } from '../../infra/records';

export interface Rehearsal {
  /** What would be kept if everything so far had been done. */
  readonly records: Records;
}

/**
 * A school's records with a sheet of paper over them: what is written stays on the sheet, so that a chain of jobs can be
 * played through to its end without anything being kept or sent.
 */
export function rehearse(under: Omit<Records, 'commit'>): Rehearsal {
  const sheet = new Map<string, Kept | undefined>();

  /** Rows of one page as they would be. New rows belong to the page that they sort into; the last page takes all that follow. */
  function onTop(
    page: { rows: Kept[]; cursor?: string },
    isInside: (key: string) => boolean,
  ): { rows: Kept[]; cursor?: string } {
    const last = page.cursor === undefined ? undefined : page.rows.at(-1)?.key;
    const before = new Set(page.rows.map(({ key }) => key));
    const unchanged = page.rows.filter(({ key }) => !sheet.has(key));
    const written = [...sheet].flatMap(([key, kept]) => {
      const isHere = before.has(key) || (isInside(key) && (last === undefined || key <= last));
      return kept && isHere ? kept : [];
    });
    const rows = [...unchanged, ...written].sort((a, b) => (a.key < b.key ? -1 : 1));
    return page.cursor === undefined ? { rows } : { rows, cursor: page.cursor };
  }

  return {
    records: {
      get: async (key) => (sheet.has(key) ? sheet.get(key) : under.get(key)),
      list: async (range) => onTop(await under.list(range), (key) => key >= range.from && key < range.to),
      async peek(range) {
        const page = onTop(await under.list(range), (key) => key >= range.from && key < range.to);
        return { ...page, rows: page.rows.map(({ key, etag, value }) => ({ key, etag, open: () => value })) };
      },
      blind: (text) => under.blind(text),
      listPrefix: async (prefix, page) => onTop(await under.listPrefix(prefix, page), (key) => key.startsWith(prefix)),
      async commit(ops) {
        for (const op of ops) sheet.set(op.key, written(op));
      },
    },
  };
}

function written(op: RecordOp): Kept | undefined {
  return op.op === 'delete'
    ? undefined
    : { key: op.key, etag: 'rehearsed', value: JSON.parse(JSON.stringify(op.value)) };
}
