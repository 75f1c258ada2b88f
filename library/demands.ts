import { namesOne, namesPerson } from './names';

/** What the words of a clause must hold. */
export interface Demand {
  test(text: string): boolean;
}

/** A number in figures or in words, as policies write them. */
const NUMBER =
  '(?:\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|twenty|thirty|forty|fifty|sixty|ninety|hundred|once|twice)';
const UNIT = '(?:minute|hour|day|week|fortnight|month|half[- ]term|term|year)s?';
const LENGTH_OF_TIME = new RegExp(
  `\\b${NUMBER}\\)?[- ](?:\\([\\w ]+\\) )?(?:\\w+ ){0,2}(?:${UNIT}|characters?|words?)\\b|\\b(?:end of|until|immediately|at once|straight away|same day|without delay|promptly|indefinitely|permanently|longer than|as soon as|during|throughout)\\b`,
  'i',
);
const FREQUENCY =
  /\b(?:annual\w*|every|each|daily|weekly|fortnightly|month\w*|term\w*|year\w*|regular\w*|once|twice|half[- ]term\w*|ongoing|periodic\w*|throughout)\b/i;
const CALENDAR =
  /\b(?:20\d\d|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|annual\w*|every|each|before|after|when|as soon as|within|start of|end of|prior|term\w*|year\w*|regular\w*|date|\d{1,2}[/.]\d{1,2})\b/i;
const HOUR = /\b\d{1,2}(?:[:.]\d\d| ?[ap]\.?m\b| o'clock)/i;
const REACHED = /@|\b0\d{2,4}[ \d]{5,}|\bwww\.|https?:|\bextension \d/i;
const MONEY = /£|\bpounds?\b|\bper cent\b|%|\bfree of charge\b|\bno charge\b/i;
const AGE = new RegExp(
  `\\b(?:ag(?:e|ed)|under|over|from)\\b.{0,20}\\b${NUMBER}\\b|\\b${NUMBER}[- ]?years?[- ]old|\\byears? \\d\\b`,
  'i',
);

const YEAR_GROUP =
  /\b(?:years? (?:\d|r\b|group)|y\d|ks ?\d|key stages?|class(?:es)?|reception|infants?|juniors?|eyfs|foundation)\b/i;

const OFFICES =
  '(?:dsl|dsp|ddsl|deputy dsl|dpo|senco|sendco|head|headteacher|chair|clerk|(?:link |safeguarding |e safety |online safety )?governor|data protection officer|(?:ict|it|computing) (?:lead|manager|technician|coordinator)|designated \\w+|safeguarding lead)';

/** What a question leaves no choice about, by its words; the first that fits is taken. */
const DEMANDS: readonly (readonly [asked: RegExp, needs: Demand])[] = [
  [
    /\bwhats? (?:is )?(?:the )?(?:\w+ ){0,4}(?:number|email|email address|phone|helpline|extension|web address)(?: (?:for|of) .*)?$|\b(?:phone|telephone|helpline|extension) (?:number )?(?:for|of)\b|\b(?:email address|contact details) (?:for|of)\b|^(?:number|email|contact)\b/,
    REACHED,
  ],
  [
    new RegExp(
      `\\bwho(?: is|s)? (?:the |our |my |is the |is our )*${OFFICES}\\b(?! (?:do|does|to|for (?!this|that|it|us)))|\\b${OFFICES}\\b(?: \\w+){0,2} called\\b|\\bwho chairs\\b|\\b(?:need|got|want) a name\\b|\\bname of the\\b|\\bwhats? the \\w+ name\\b|\\bwhich named\\b`,
    ),
    { test: namesPerson },
  ],
  [
    /\b(?:which|what) (?:\w+ )?(?:company|firm|product|provider|supplier|software|system|app|governor|virus checker|package|scheme)\b|\bwh(?:ich|at) (?:\w+ )?(?:anti ?virus|filter(?:ing)?|browser|platform|tool)s? (?:\w+ )?(?:have we got|do we (?:use|have|buy)|are we (?:on|using))\b|\bwhats? (?:is )?(?:the |our |this )?(?:\w+ ){1,4}called\b/,
    { test: namesOne },
  ],
  [/\b(?:what|which) (?:year|class|key stage)(?: group)?s?\b/, YEAR_GROUP],
  [/\bhow (?:old|young)\b|\bwhat age\b|\bage limit\b/, AGE],
  [/\bwhat time\b/, HOUR],
  [
    /\bhow (?:much|big|expensive)\b.*\b(?:pay|cost|fine|charge|fee|money|paid|spend|budget|salary)|\bwhats? (?:is )?the (?:fee|fine|cost|charge|price)\b|\bhow much (?:is|are|do|does|will)\b/,
    MONEY,
  ],
  [/\bhow (?:often|regular(?:ly)?|frequent(?:ly)?)\b|\bhow many times\b/, FREQUENCY],
  [
    /\bhow (?:long|soon|quick(?:ly)?|fast|late)\b|\bhow many (?:\w+ )?(?:years?|months?|weeks?|days?|hours?|minutes?|terms?)\b|\bdeadline\b|\bnumber of (?:days|weeks|years)\b/,
    LENGTH_OF_TIME,
  ],
  [
    /\bhow many\b|\bwhats? the (?:limit|maximum|minimum|pass mark|percentage)\b|\b(?:most|fewest) (?:\w+ ){0,2}(?:times|days|hours|pupils|kids)\b/,
    new RegExp(`\\b${NUMBER}\\b`, 'i'),
  ],
  [
    /^(?:so |and )?when(?:s| is| was| are| were| did| does| do)\b|\bwhat (?:date|day)\b|\bby when\b|\bwhich day\b/,
    CALENDAR,
  ],
];

/**
 * What the words of a clause must hold for it to answer a question at all: "how many years" is not answered by a rule
 * without a length of time. Undefined where anything may be the answer.
 */
export function demandOf(plain: string): Demand | undefined {
  return DEMANDS.find(([asked]) => asked.test(plain))?.[1];
}
