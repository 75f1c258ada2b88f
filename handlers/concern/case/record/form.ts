export type RecordPart =
  | 'who'
  | 'summary'
  | 'when'
  | 'category'
  | 'incident'
  | 'linked'
  | 'agencies'
  | 'reporter'
  | 'actions';

/** Whose names the fields have: `cards/words/en.json`, `record.<form>.<part>`. */
export type RecordForm = 'cpoms' | 'myconcern' | 'other';

/** The order in which each record asks when an incident or a concern is added to it. */
const ORDER: Readonly<Record<RecordForm, readonly RecordPart[]>> = {
  cpoms: ['who', 'incident', 'category', 'linked', 'when', 'agencies', 'reporter', 'actions'],
  myconcern: ['who', 'summary', 'when', 'incident', 'actions', 'category', 'linked', 'agencies', 'reporter'],
  other: ['who', 'when', 'category', 'incident', 'reporter', 'linked', 'agencies', 'actions'],
};

export function formOf(record: string): RecordForm {
  const name = record.toLowerCase().replace(/[^a-z]/g, '');
  if (name.startsWith('cpoms')) return 'cpoms';
  return name.startsWith('myconcern') ? 'myconcern' : 'other';
}

export function partsOf(form: RecordForm): readonly RecordPart[] {
  return ORDER[form];
}
