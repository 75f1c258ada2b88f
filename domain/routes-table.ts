import type { OutsideId } from './routes-outside';
import type { Nation } from './school';

export type LineId =
  | 'headteacher'
  | 'governor'
  | 'lead'
  | 'adult'
  | 'personal-data'
  | 'lost-device'
  | 'pupil'
  | 'visitor'
  | 'system'
  | 'self';

/** The lines about what an adult does here (KCSIE Part four). */
export const ADULT_LINES: readonly LineId[] = ['adult', 'lead', 'headteacher', 'governor'];

/** One line of the table. */
export interface Line {
  /** Told first, all at once, in this order. */
  readonly tell: readonly string[];
  /** Those of `tell` who see no name and may not open. */
  readonly technical?: readonly string[];
  /** Told one after the other if nobody opens it, or first where those before are vacant, away or excluded. */
  readonly next: readonly string[];
  /** Whose number ends the line. */
  readonly end: OutsideId | null;
  /** Whose number is given when nobody inside is fit, on a line that has no end otherwise (P2). */
  readonly ifNobody: OutsideId;
  readonly isNumberShownFromStart: boolean;
  readonly source: Readonly<Record<Nation, string>>;
}

const ABOUT_ADULTS = { end: 'lado', ifNobody: 'lado', isNumberShownFromStart: false } as const;
const ABOUT_CHILDREN = {
  end: 'childrensServices',
  ifNobody: 'childrensServices',
  isNumberShownFromStart: false,
} as const;
const ABOUT_DATA = { end: null, ifNobody: 'informationCommissioner', isNumberShownFromStart: false } as const;

function inBoth(source: string): Line['source'] {
  return { england: source, wales: source };
}

/**
 * Who receives a concern where the school has said nothing else. `lado` is the council's safeguarding officer in Wales.
 * The order of precedence stands in `routes-lines.ts`.
 */
export const DEFAULT_LINES: Readonly<Record<LineId, Line>> = {
  headteacher: {
    tell: ['chairOfGovernors'],
    next: [],
    ...ABOUT_ADULTS,
    isNumberShownFromStart: true,
    source: {
      england: 'KCSIE Part four: a concern about the headteacher goes to the chair of governors',
      wales:
        "Wales Safeguarding Procedures, section 5: the chair of governors, who speaks to the council's safeguarding officer",
    },
  },
  governor: {
    tell: ['headteacher'],
    next: [],
    ...ABOUT_ADULTS,
    source: inBoth('Practice differs on governors: the school confirms this line'),
  },
  lead: {
    tell: ['headteacher'],
    next: ['chairOfGovernors'],
    ...ABOUT_ADULTS,
    source: {
      england: 'KCSIE Part four: staff, the safeguarding lead among them, go to the headteacher',
      wales:
        'Wales Safeguarding Procedures, section 5: staff, the safeguarding person among them, go to the headteacher',
    },
  },
  adult: {
    tell: ['headteacher'],
    next: ['chairOfGovernors'],
    ...ABOUT_ADULTS,
    source: {
      england: 'KCSIE Part four, sections one and two: allegations and low-level concerns go to the headteacher',
      wales: 'Wales Safeguarding Procedures, section 5: concerns about practitioners go to the headteacher',
    },
  },
  self: {
    tell: ['headteacher'],
    next: ['chairOfGovernors'],
    ...ABOUT_ADULTS,
    source: {
      england: 'KCSIE Part four, section two: staff tell the headteacher of their own mistakes',
      wales: 'Wales Safeguarding Procedures, section 5: staff tell the headteacher of their own mistakes',
    },
  },
  'personal-data': {
    tell: ['dataProtectionOfficer'],
    next: ['headteacher'],
    ...ABOUT_DATA,
    source: inBoth('UK GDPR Article 33: a breach is reported within 72 hours of becoming aware'),
  },
  'lost-device': {
    tell: ['dataProtectionOfficer', 'ictLead'],
    technical: ['ictLead'],
    next: ['headteacher'],
    ...ABOUT_DATA,
    source: inBoth('UK GDPR Article 33; the ICT lead can lock or wipe the device'),
  },
  pupil: {
    tell: ['dsl', 'deputy'],
    next: ['headteacher'],
    ...ABOUT_CHILDREN,
    source: {
      england: 'KCSIE Part one: any concern about a child goes to the safeguarding lead or a deputy; anyone may refer',
      wales:
        'Keeping Learners Safe: any concern about a child goes to the safeguarding person or a deputy; anyone may refer',
    },
  },
  visitor: {
    tell: ['dsl', 'deputy'],
    next: ['headteacher'],
    ...ABOUT_CHILDREN,
    source: {
      england: 'KCSIE Part one: somebody from outside who may harm a child is a concern about that child',
      wales: 'Keeping Learners Safe: somebody from outside who may harm a child is a concern about that child',
    },
  },
  system: {
    tell: ['dsl', 'deputy'],
    next: ['headteacher'],
    ...ABOUT_CHILDREN,
    end: null,
    source: {
      england: 'KCSIE Part two: the safeguarding lead answers for filtering and monitoring',
      wales: 'Keeping Learners Safe: the safeguarding person answers for what children meet online',
    },
  },
};
