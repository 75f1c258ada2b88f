import { type Command, readWords, type Terminal, WrongWords } from './command';
import { everyRow } from '../../infra/every-row';
import { exportAgreements } from './export-agreements';
import { exportChild } from './export-child';
import { exportConcern } from './export-concern';
import { exportForms } from './export-forms';
import { exportPerson } from './export-person';
import { exportTraining } from './export-training';
import { chooseSchools, withHouse } from './house-of-command';
import { printTable } from './print-table';
import { REQUEST_COLUMNS, requestFact } from './request-facts';

interface Register {
  /** Keys of its rows begin with this. */
  readonly rows: string;
  readonly columns: readonly string[];
  /** What a row says, where it does not stand side by side in it. */
  flat?(value: Record<string, unknown>): Record<string, unknown>;
}

/** What can be written out, and in which columns. `school` is added where the store has several. */
const REGISTERS: Readonly<Record<string, Register>> = {
  reviews: {
    rows: 'review|',
    columns: ['policy', 'event', 'on', 'minute', 'nextOn', 'reason', 'by', 'at', 'meeting', 'signed', 'of', 'cause'],
  },
  duties: {
    rows: 'duty|',
    columns: ['duty', 'dueOn', 'outcome', 'on', 'note', 'number', 'link', 'reason', 'by', 'at'],
  },
  confirmations: {
    rows: 'confirmed|',
    columns: ['duty', 'schoolYear', 'person', 'name', 'on', 'says', 'at'],
  },
  rounds: {
    rows: 'campaign-fact|',
    columns: ['agreement', 'number', 'kind', 'person', 'reason', 'by', 'at', 'audience'],
  },
  printed: {
    rows: 'register-printed|',
    columns: ['on', 'by', 'at'],
  },
  removals: {
    rows: 'removal|fact|',
    columns: [
      'kind',
      'record',
      'ref',
      'count',
      'rule',
      'proposedBy',
      'proposedAt',
      'approvedBy',
      'entries',
      'head',
      'by',
      'at',
    ],
    flat: ({ facts, ...fact }) => ({ ...Object(facts), ...fact }),
  },
  requests: {
    rows: 'request-fact|',
    columns: REQUEST_COLUMNS,
    flat: requestFact,
  },
};

const OPTIONS = {
  school: { type: 'string' },
  at: { type: 'string' },
  for: { type: 'string' },
  page: { type: 'boolean' },
  child: { type: 'string' },
} as const;

/** Writes a register out for an inspector or a governors' meeting. */
export const exportRegister: Command = {
  name: 'export',
  usage: [
    'export agreements [--at DAY] [--page] [--school ID]',
    'export rounds [--school ID]',
    'export printed [--school ID]',
    'export reviews [--school ID]',
    'export duties [--school ID]',
    'export confirmations [--school ID]',
    'export requests [--school ID]',
    'export removals [--school ID]',
    'export training [--at DAY] [--school ID]',
    'export forms [--at DAY] [--school ID]',
    'export concern REF --for PERSON [--school ID]',
    'export person ID [--for PERSON] [--school ID]',
    'export person --child "INITIALS OR NAME" --for PERSON [--school ID]',
  ],
  does: 'the register as CSV: who agreed to which words and when (also as it stood on a day, or as a page to print), what the office did about a round, who asked for the register to print, what became of each policy review or duty, who confirmed what, who asked for permission, who decided and why, who was trained, what two people had removed and what is left of it, which forms of pupils and parents are back; one whole case as a page to print; or all that is kept about one person',
  async run(words, terminal) {
    const { values, positionals } = readWords(words, OPTIONS);
    const [what, ref] = positionals;
    if (values.for !== undefined && what !== 'concern' && what !== 'person')
      throw new WrongWords('--for goes with export concern and export person alone');
    if (values.child !== undefined && what !== 'person') throw new WrongWords('--child goes with export person alone');
    if (values.page && what !== 'agreements') throw new WrongWords('--page goes with export agreements alone');
    if (what === 'agreements' && positionals.length === 1) return exportAgreements(values, terminal);
    if (what === 'concern' && ref !== undefined && positionals.length === 2) {
      if (values.for === undefined)
        throw new WrongWords('export concern needs --for and the id of whoever asks: only somebody who may open it');
      return exportConcern({ ref, person: values.for, school: values.school }, terminal);
    }
    if (what === 'person') return exportWhoever(positionals.slice(1), values, terminal);
    if (what === 'training' && positionals.length === 1) return exportTraining(values.at, values.school, terminal);
    if (what === 'forms' && positionals.length === 1) return exportForms(values.at, values.school, terminal);
    if (values.at !== undefined)
      throw new WrongWords('--at goes with export agreements, export training and export forms alone');
    const register = REGISTERS[positionals[0] ?? ''];
    if (!register || positionals.length !== 1)
      throw new WrongWords(
        `export needs one of agreements, ${Object.keys(REGISTERS).join(', ')}, training, forms, concern and a reference, or person and an id`,
      );
    await withHouse(terminal, async ({ house }) => {
      const rows: Record<string, unknown>[] = [];
      for await (const household of chooseSchools(house, values.school)) {
        for await (const { key, value } of everyRow(household, register.rows)) {
          const row = { ...toRecord(value), key };
          rows.push({ ...(register.flat?.(row) ?? row), school: household.school.id });
        }
      }
      printTable(register.columns, rows, house, terminal);
    });
    return 0;
  },
};

interface Whom {
  readonly child?: string | undefined;
  readonly for?: string | undefined;
  readonly school?: string | undefined;
}

/** A person by their id, or a child by what a lead calls them. */
function exportWhoever([id, ...more]: readonly string[], whom: Whom, terminal: Terminal): Promise<number> {
  const { child: words, for: reader, school } = whom;
  if (more.length > 0 || (id === undefined) === (words === undefined))
    throw new WrongWords('export person needs one of an id, and --child with initials or a name');
  if (id !== undefined) return exportPerson({ person: id, reader, school }, terminal);
  if (reader === undefined) throw new WrongWords('--child needs --for and the id of the lead who makes it ready');
  return exportChild({ words: words ?? '', reader, school }, terminal);
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
