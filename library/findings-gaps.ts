import type { Clause, PolicyDocument } from './document';
import type { Finding } from './finding-kinds';

const PLACEHOLDER =
  /\[(?:[^\]]{0,80}?\b(?:schools?|name|insert|add|date|address|telephone|role|delete|amend|xxx+)\b[^\]]{0,80})\]|[(<«{](?:insert|enter|add your|name of school|school name)\b[^)>»}]*[)>»}]|\b(?:insert|enter) (?:school )?(?:name|date)(?: here)?\b|\bX{3,}\b|\bTBC\b/i;
const OFFICE =
  /\b(?:governor|lead|leader|officer|manager|co-?ordinator|headteacher|head teacher|chair|clerk|approved by|owner|dsl|ddsl|dsp|dpo|senco|sendco)\b/i;
/** The label of a form that somebody signs, not of an office. */
const FORM = /^(?:name|signed|signature|date|designation|print)\b/i;
const HOLDER = /\b(?:name|who|person|holder|contact|member of staff)\b/i;

export function placeholdersIn({ id, text }: Clause): Finding[] {
  const match = PLACEHOLDER.exec(text);
  return match ? [{ kind: 'placeholder left in', words: match[0], clause: id }] : [];
}

/** Offices that nobody fills: a label with nothing behind it, or a row without a name. */
export function blankOffices({ facts, tables }: PolicyDocument): Finding[] {
  const labels = facts.blanks.filter(({ label }) => OFFICE.test(label) && !FORM.test(label));
  const rows = tables.flatMap((table) => {
    const column = table.columns.findIndex((name) => HOLDER.test(name));
    return column < 0 ? [] : table.rows.filter(({ label, values }) => OFFICE.test(label) && values?.[column] === '');
  });
  return [
    ...labels.map(({ label }) => ({ kind: 'blank office' as const, words: label })),
    ...rows.map(({ label, clause }) => ({ kind: 'blank office' as const, words: label, clause })),
  ];
}
