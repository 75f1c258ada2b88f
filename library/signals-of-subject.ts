import { ADULT } from './people-named';

/** Whom it is about, the first that fits: something that an adult did outranks what a child tells of it. */
export const ABOUT: readonly (readonly [
  about: 'headteacher' | 'staff' | 'system' | 'pupil',
  signs: readonly RegExp[],
])[] = [
  [
    'system',
    [
      /^(?:help |hi |oh no )?(?:ive|i have|i|my|we|weve)\b.{0,80}\b(?:lost|stolen|nicked|left|opened|clicked)\b.{0,80}\b(?:laptop|phone|usb|stick|ipad|tablet|papers|file|list|data|site|link|email|attachment|bag)\b|^my (?:\w+ )?(?:laptop|phone|usb|stick|ipad|tablet)\b.{0,80}\b(?:lost|stolen|nicked|missing)\b/,
      /\b(?:sent|emailed|posted|shared)\b.{0,80}\b(?:to the wrong|by mistake|by accident|accidentally)\b/,
      /\b(?:using|logged in (?:as|with)|got into) my? ?(?:me|login|account|email|password)\b/,
    ],
  ],
  [
    'headteacher',
    [
      /^(?:i think |think |pretty sure |im sure |worried )?(?:our|the|my) (?:head|headteacher|head teacher|ht|principal|executive head)\b(?! (?:of|boy|girl|teachers? (?:told|said)|lice))/,
      /\b(?:concern|worry|worried|complaint|allegation) about (?:our|the) (?:head|headteacher|head teacher)\b|\b(?:head|headteacher|head teacher) (?:has been|keeps|is|was|brushed|told me|ignored|shouted|hit|grabbed|touched|messaged|sent|showed|asked me)\b/,
    ],
  ],
  [
    'staff',
    [
      new RegExp(`\\b(?:about|against) (?:a |an |my |our |the |another |one of the )?(?:${ADULT})\\b`),
      new RegExp(
        `^(?:hi |hello )?(?:i think |think |pretty sure |im sure |i saw |saw |seen |heard |worried |concerned |overheard |just seen |ive seen |ive just seen |i reckon |i suspect |found out |noticed )*(?:that |about |my |our |a |an |the |one of the |one of our |some of the |another |this |someones? |somebody )?(?:new |male |female |older |young |sports |football |supply |after school )*(?:${ADULT})\\b`,
      ),
      new RegExp(
        `\\b(?:says|said|told me|saying|claims|disclosed)\\b.{0,80}\\b(?:her|his|the|a|our|their|one of the|my)? ?(?:${ADULT})\\b.{0,80}\\b(?:has|is|was|been|keeps|hit|grabbed|touched|messaged|messages|messaging|texted|texts|texting|sent|sends|asked|asks|asking|added|adds|follows|showed|shouted|films?|took|takes|gave|gives|pushed|pulled|hurt|hugs|makes|called|calls)\\b`,
      ),
      /\b(?:staff|teachers?|tas?|coach|colleague|midday|caretaker|volunteer|governor) (?:has|have|is|are|was|keeps?|been)\b.{0,80}\b(?:pupils?|girls?|boys?|child\w*|kids?|parents?|family|families|facebook|insta\w*|phone|drunk|photos?|pics?)\b/,
      /\b(?:ive|i have|i) (?:just )?(?:shouted at|grabbed|messaged a|hit)\b/,
    ],
  ],
  [
    'system',
    [
      /^(?!.*\b(?:girl|boy|lad|child|kid|pupil|pupils|childs|daughter|son)\b).*\b(?:hack\w*|pop ?ups?|whiteboard|smartboard|filter|filtering|firewall|website is|site is|logged in as me|my account|my email|my login|my password|school (?:twitter|website|facebook|instagram|account|page|email|network|wifi|laptop|computer|server)|online lesson|zoom|teams call|live lesson|virus|malware|ransomware|phishing|search results?|google images)\b/,
      /^(?!.*\b(?:told|says|said|girls?|boys?|lads?|pupils|kids)\b).*\b(?:on|using|from) (?:the|a|one of the|our) (?:[a-z]+ |year \d |y\d )*(?:ipads?|laptops?|computers?|chromebooks?|tablets?|pcs?|machines?)\b/,
      /^(?!.*\b(?:told|says|said|girl|boy|lad|child|kid|pupil)\b).*\b(?:came|popped|showed|shown|flashed|appeared|come) up\b/,
    ],
  ],
];
