import { Category } from '../../../../domain/categories';
import type { Clause } from '../../../../library';

/**
 * What a row of a school's table says when it means a kind of concern. Only which rows are shown first hangs on it; every
 * row can be shown, and none is ever applied by itself. A kind without words here has no row of its own in such tables.
 */
const SAYS: Readonly<Partial<Record<Category, RegExp>>> = {
  cyberbullying:
    /\bbull|\bharass|\boffensive\b.*\b(?:message|email|text)|\b(?:message|email|text)\w*\b.*\boffensive\b|\bunkind|\bcruel|\bhurtful|\babusive/i,
  'sexual-harassment': /\bsexual(?:ly)? (?:harass|\w+ (?:message|comment|remark))|\bsexual harassment/i,
  hate: /\bracis|\bhomophob|\bdiscriminat|\bhat(?:e|ed|red)\b|\bprejudic/i,
  'account-misuse':
    /\bpassword|(?<!\b(?:private|personal) )\baccounts?\b|\blog(?:ging)? ?(?:in|on)\b|\buser ?names?\b/i,
  'filtering-bypassed': /\bfilter|\bproxy|\bvpn\b|\bbypass|\bsubvert|\bcircumvent/i,
  'illegal-material': /\billegal|\bcriminal|\bunlawful/i,
  'accidental-access': /\baccident/i,
  'website-content':
    /\b(?:inappropriate|unsuitable|offensive|pornograph\w*|violent|sexual) (?:or \w+ )?(?:material|content|sites?|websites?|images?)\b/i,
  'filter-alert':
    /\bfilter|\bproxy|\b(?:inappropriate|unsuitable|offensive|pornograph\w*|violent|sexual|illegal) (?:or \w+ )?(?:material|content|sites?|websites?|images?)\b|\bcould be considered illegal/i,
  nudes: /\bnudes?\b|\bsext|\bsemi-nude|\bindecent|\bintimate (?:image|picture|photo)/i,
  grooming:
    /\bgroom|\bcontact with (?:a )?(?:pupil|student|child|stranger|adult)|\bcommunications? with (?:pupils|students)|\bmeet(?:ing)? (?:someone|somebody|people) /i,
  radicalisation: /\bextremis|\bradical|\bterroris/i,
  'self-harm-online': /\bself.?harm|\bsuicid/i,
  scam: /\bgambl|\bscam|\bfraud|\bphish/i,
  'personal-data': /\bpersonal data|\bdata protection|\bconfidential/i,
  'lost-device': /\blost\b|\bstolen\b|\bloss of\b/i,
  behaviour: /\bbull|\bviolen|\bfight|\bdefian/i,
  'staff-conduct':
    /\bcommunications? with (?:pupils|students)|\bcommunications? with students \/ pupils|\bcontact with a pupil|\bprofessional standing|\bphotograph\w* of pupils|\bdisrepute/i,
  'low-level-concern': /\bprofessional standing|\bdisrepute|\bpersonal use\b|\bphotograph\w* of pupils/i,
};

/** It counts beside any other where the same has happened before. */
const AGAIN = /\b(?:continued|repeated|persistent|again)\b/i;

/** The rows that name this kind of concern, in the order of the table. */
export function fittingRows(rows: readonly Clause[], category: string): Clause[] {
  const known = Category.safeParse(category);
  const says = known.success ? SAYS[known.data] : undefined;
  return says ? rows.filter(({ text }) => says.test(text)) : [];
}

/** The rows for what has happened before. */
export function againRows(rows: readonly Clause[]): Clause[] {
  return rows.filter(({ text }) => AGAIN.test(text));
}
