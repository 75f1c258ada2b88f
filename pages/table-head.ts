import { type Html, html } from './html';

interface Group {
  /** Undefined for a column that stands by itself. */
  readonly name: string | undefined;
  readonly columns: readonly string[];
}

/** One line of headings, or two where columns beside each other share a group: `Group: Column`. */
export function tableHead(columns: readonly string[]): Html {
  const groups = groupsOf(columns);
  if (groups.every(({ name }) => name === undefined))
    return html`<thead><tr><td></td>${columns.map((column) => html`<th scope="col" dir="auto">${column}</th>`)}</tr></thead>`;
  const upper = groups.map(({ name, columns: below }) =>
    name === undefined
      ? html`<th scope="col" rowspan="2" dir="auto">${below[0]}</th>`
      : html`<th scope="colgroup" colspan="${below.length}" dir="auto">${name}</th>`,
  );
  const lower = groups
    .filter(({ name }) => name !== undefined)
    .flatMap(({ columns: below }) => below.map((column) => html`<th scope="col" dir="auto">${column}</th>`));
  return html`<thead><tr><td rowspan="2"></td>${upper}</tr>
<tr>${lower}</tr></thead>`;
}

/** Two columns or more make a group: a single one keeps its whole name. */
function groupsOf(columns: readonly string[]): Group[] {
  const runs: { readonly name: string | undefined; readonly columns: string[] }[] = [];
  for (const column of columns) {
    const name = /^(.+?): /.exec(column)?.[1];
    const last = runs.at(-1);
    if (name !== undefined && last?.name === name) last.columns.push(column);
    else runs.push({ name, columns: [column] });
  }
  return runs.map(({ name, columns: own }) =>
    name === undefined || own.length < 2
      ? { name: undefined, columns: own }
      : { name, columns: own.map((column) => column.slice(name.length + 2)) },
  );
}
