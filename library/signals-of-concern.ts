import { ADULT, PUPIL } from './people-named';

/**
 * Signs that a message tells of something that happened to somebody. Kinds of words and turns of phrase, never whole
 * messages; small letters, no apostrophes. One sign of a list is enough.
 */

/** A pupil or an adult of the school. */
export const PERSON_HERE: readonly RegExp[] = [new RegExp(`\\b(?:${PUPIL}|${ADULT}|he|she|hes|shes|her|him)\\b`)];

/** A person of the school, child or adult, or somebody who reached one. */
export const SOMEBODY: readonly RegExp[] = [
  ...PERSON_HERE,
  /\b(?:someone|somebody|some(?:one|body)s|stranger|strangers|man|bloke|guy|parent|mum|dad|stepdad|step dad|uncle|cousin|family|he|she|hes|shes|her|him|they|theyre)\b/,
];

/** Says that it was told, seen, heard or found: the words of a witness. */
export const WITNESSED: readonly RegExp[] = [
  /\b(?:told|tells|telling|says|said|saying|disclosed|confided|admitted|overheard|heard|saw|seen|noticed|found|showed|shown|spotted|caught|discovered|witnessed|come across|came across|came up|popped up|pop up|confessed|reckons|claims|drew)\b/,
];

/** Tells of something that was done or goes on, rather than asking: a statement about the past or the present. */
export const HAPPENED: readonly RegExp[] = [
  /\b(?:has|have|had|ve|hes|shes|theyve|theyre|ive|im|someones|somebodys|is|are|was|were|been|being) (?:just |now |also |only |already |recently |still |not |always )*(?:\w+ed|\w+ing|been|put|sent|spent|made|got|given|taken|left|run|gone|brought|lost|shown|hurt|hit|told|hidden|stolen|broken|written|drunk)\b/,
  /\b(?:keeps?|wont stop|still|always|constantly|started|starts) (?:on )?\w+ing\b|\b(?:wont|refuses|refused|cant stop)\b/,
  /\b(?!need|indeed|allowed|supposed|based|used)\w{2,}ed\b|\b(?:sent|made|got|gave|took|came|went|ran|hit|lost|stole|left|spent|wrote|drew|brought|put|makes|sends|locks|takes|gets|gives|hits|shouts|asks|texts|messages|posts|films|follows|knows|hurts|watches|plays|sleeps|comes|goes|talks)\b/,
  /\b(?:pretty sure|i think|think|i reckon|i suspect|i believe|im sure|looks like|seems|apparently|theres|there is|there are|in tears|crying|just|right now|this morning|last night|at the weekend|yesterday|tonight)\b/,
];

/** Told of a person, and yet an everyday matter: kit, meals, absence, play, what somebody would like. */
export const EVERYDAY: readonly RegExp[] = [
  /\b(?:kit|uniform|shoes|coat|jumper|lunch|dinner|snack|milk|fruit|homework|reading book|spellings|sick|poorly|absent|late|off (?:today|sick|school)|appointment|dentist|doctor|birthday|party|assembly|trip|swimming|football|parked|parking|dog|tooth|nits|headlice|plaster|inhaler|register|reports?|cover|supply for|rota|duty|playtime rota|ppa|marking|glue|printers?|photocopier|toilet|won|happy|goal|certificate|award|score|sports day|nativity|concert|disco)\b/,
  /\b(?:wants?|want(?:s|ed)? to|would like|asks? to|asking to|keep asking|keeps asking|asked (?:if|whether|about|what|for|me what)|joined|joins|new (?:boy|girl|pupil|starter|ta|teacher)|starts? (?:on )?(?:monday|tuesday|wednesday|thursday|friday|next)|instead of)\b/,
];

/** So grave that whoever tells of it is offered the form, whatever else the message asks. */
export const GRAVE: readonly RegExp[] = [
  /\b(?:nude|nudes|naked|topless|undress\w*|sexting|sexual\w*|sex|rape\w*|porn\w*|indecent|private parts|touched|touching|molest\w*|flash(?:ed|ing))\b/,
  /\b(?:groom\w*|blackmail\w*|sextort\w*|exploit\w*|county lines|trafficked|radicalis\w*|extremis\w*|fgm|forced marriage)\b/,
  /\b(?:suicid\w*|kill (?:her|him|my|them)sel\w*|end (?:it|his life|her life)|self ?harm\w*|cutting (?:her|him|them)sel\w*|overdos\w*|want to die|wants to die|hurt(?:ing)? (?:her|him|them)sel\w*)\b/,
  /\b(?:hits?|hitting|beats?|beaten|beating|bruis\w*|burn(?:s|t)?|strangl\w*|punch\w*|slapp\w*|locked (?:in|out)|starv\w*|abus(?:e|ed|ing|es|ive)|assault\w*|violen\w*)\b/,
  /\b(?:boyfriend|girlfriend|grown man|older man|old man|older boy|strange man|stranger|meet(?:ing)? (?:up|someone|somebody|a|him|her|them)|pick(?:ing|s)? (?:her|him|them|me) up|knows where (?:he|she|they) lives?|coming round|come round)\b/,
  /\b(?:threat\w*|weapon|knife|gun|stab\w*|gang|drugs?|vapes?|weed|drunk|alcohol)\b/,
  /\b(?:pic\w*|photos?|images?|videos?) of (?:himself|herself|his body|her body)\b|\bcut(?:s|ting)? (?:her|his|their) (?:arms?|legs?|wrists?)\b|\b(?:lock(?:s|ed)? (?:him|her|them)|run off|ran off|bodies)\b/,
  /\b(?:wants?|asks?|asked|asking|begging|demanding)(?: (?:me|him|her|them))? (?:for |to send |to see )?(?:her|his|their|some|a|more)(?: \w+)? (?:photos?|pics?|pictures?|nudes?|videos?|address|number)\b/,
];

/** What hurts, frightens or is plainly wrong, short of the grave. */
export const HARM: readonly RegExp[] = [
  /\b(?:scared|frightened|afraid|terrified|upset|crying|cry|cried|tears|nightmares?|anxious|worried|uneasy|uncomfortable|distress\w*|shaken|withdrawn|ashamed|secret|secrets|bully\w*|bullied|cyberbull\w*|pick(?:ed|ing) on|mean|nasty|horrible|horrid|vile|cruel|unkind|harass\w*|stalk\w*|troll\w*|humiliat\w*|insult\w*|mock\w*|jokes? about|making fun|laugh\w* at|rumours?|slagg\w*|badmouth\w*|bitching|racist|racism|homophobic|sexist|hate\w*|slur\w*|swear\w*)\b/,
  /\b(?:fake (?:account|profile|page)|pretend\w* to be|as (?:him|her|me)\b|impersonat\w*|hack\w*|logged in|got into|stole\w*|password|phish\w*|scam\w*|conned|virus|malware|ransom\w*|data breach|leaked|lost (?:a|my|the|his|her) (?:laptop|phone|usb|memory stick|ipad|tablet)|wrong (?:person|parent|email|address|family))\b/,
  /\b(?:bet|bets|betting|gambl\w*|spent|quid|pounds|credit card|card|loot boxes)\b/,
  /\b(?:pics?|photos?|pictures?|images?|videos?|film(?:s|ed|ing)?|record(?:s|ed|ing))\b.{0,80}\b(?:facebook|insta\w*|snap\w*|tiktok|whatsapp|online|internet|twitter|group|own phone|personal phone|changing|toilets?|sent|sending|shared|sharing|posted|going round|of (?:our|the|my|a|her|him|pupils?|children|kids|girls?|boys?))\b/,
  /\b(?:messag\w*|dm\w*|text\w*|snapchat\w*|facetim\w*|whatsapp\w*|friended|add(?:ed|s|ing)|follow(?:ed|s|ing)|contact(?:ed|s|ing)|chatt?\w*|email(?:ed|s|ing)|talk(?:s|ing|ed)? to)\b.{0,80}\b(?:pupils?|girls?|boys?|children|kids?|child|y[1-6]s?|year [1-6]|him|her|them|stranger|man|online|insta\w*|private\w*)\b/,
  /\b(?:filth\w*|rude|dodgy|disturbing|gross|gore|gory|violent|awful|disgusting|inappropriate|unsuitable|adult (?:site|content|video)|illegal|weird|creepy|beheading|18 rated|explicit)\b/,
  /\b(?:usernames?|passwords?|address|phone numbers?|where (?:he|she|they) lives?)\b.{0,80}\b(?:girls?|boys?|children|kids?|pupils?|her|him|them)\b|\b(?:girls?|boys?|children|kids?|pupils?)\b.{0,80}\b(?:usernames?|phone numbers?|snapchats?)\b/,
  /\b(?:hungry|no food|dirty clothes|neglect\w*|smells|left alone|home alone|missing|run away|ran away|doesnt want to go home|not fed|unwell|arguing at home|domestic|sleeping|unsafe|in danger|not safe|hurt)\b/,
  /\b(?:brushed off|not to write|cover(?:ed|ing)? (?:it )?up|ignored|told me (?:not|to forget)|alone with|behind closed doors|gifts?|presents?|favourites?|lift home|sat on (?:his|her) (?:lap|knee)|shout\w*|grabb\w*|drag\w*|dragged)\b/,
  /\b(?:lost|stolen|nicked|left)\b.{0,80}\b(?:laptop|phone|usb|memory stick|ipad|tablet|papers|file|list|data|bag)\b|\b(?:laptop|phone|usb|memory stick|ipad|tablet|papers|file|list|data)\b.{0,80}\b(?:lost|stolen|nicked|missing|left on)\b/,
  /\b(?:defaced|fake (?:insta\w*|facebook|tiktok|website|email|page|account)|using my (?:login|account|password|name)|gave (?:it|them) my|clicked (?:on )?(?:a|the) (?:link|attachment))\b/,
];

/** A child may be in danger now: someone is coming, a threat is made, secrecy is asked for, going home is feared. */
export const IN_DANGER: readonly RegExp[] = [
  /\b(?:meet(?:s|ing)?(?: up)?|pick(?:ing|s)? (?:her|him|them) up|coming (?:round|over|to (?:get|find|the house|his house|her house))|come (?:round|and (?:get|find))|on (?:his|her|their) way|waiting (?:outside|for (?:her|him|them))|knows where (?:he|she|they) lives?|at the gate)\b(?!.*\b(?:policy|governors)\b)/,
  /\b(?:not to tell|dont tell|never tell|keep (?:it|this|that) (?:a )?(?:secret|quiet|between)|keep secrets?|our (?:little )?secret|tell (?:nobody|no one|noone)|told (?:her|him|them|me) not to)\b/,
  /\b(?:hurt|kill|stab|beat|attack|get|harm|find) (?:her|him|them|me|you|his|their)\b(?!.*\bto help\b)|\b(?:threat\w*|blackmail\w*|unless (?:she|he|they)|or else|if (?:she|he|they) (?:dont|doesnt|blocks?|tells?|stops?|refuses?))\b/,
  /\b(?:share|post|send|leak|spread|show)\b.{0,80}\b(?:nudes?|naked|pics?|pictures?|photos?)\b.{0,80}\b(?:unless|if|more|or)\b|\bsends? more\b|\bmore (?:nudes|pictures|photos|pics)\b/,
  /\b(?:wont|doesnt want to|dont want to|scared to|afraid to|frightened to|refus\w+ to|cant|too scared to|terrified (?:to|of)|begging not to) go(?:ing)? home\b|\bgo home\b.{0,80}\b(?:scared|afraid|frightened)\b/,
  /\b(?:suicid\w*|kill (?:her|him|my|them)sel\w*|want(?:s|ed)? to die|end (?:it all|his life|her life)|overdos\w*|taken (?:some |a lot of |too many )?(?:pills|tablets)|self ?harm\w*|cutting (?:her|him|them)sel\w*|hurt(?:ing)? (?:her|him|them)sel\w*)\b/,
  /\b(?:right now|at this moment|as we speak|happening now|now and)\b.*|\b(?:still|keeps) (?:talking|messaging|chatting|speaking) (?:to|with) (?:him|her|them|the man|this man|a man)\b/,
  /\b(?:missing|ran away|run away|cant find (?:her|him)|gone off with|got in(?:to)? (?:a|his|her) car|has a knife|has a weapon|bleeding|unconscious|hit(?:s|ting)? (?:her|him|them)|beats? (?:her|him|them)|raped?|touched (?:her|him|them))\b/,
  /\b(?:grown|older|old|strange) (?:man|men|bloke|guy|woman)\b|\b(?:man|bloke|guy|stranger) (?:online|off|from|on) .*\b(?:pics?|pictures?|photos?|nudes?|videos?|naked|wants|asking|asked)\b|\bboyfriend is (?:\d\d|an adult|a man)\b/,
  /\b(?:man|men|bloke|guy|stranger|stepdad|step dad|uncle|coach|teacher|adult|someone|somebody)\b.{0,80}\b(?:wants?|asks?|asked|asking|makes?|made|films?|filming)\b.{0,80}\b(?:photos?|pics?|pictures?|nudes?|naked|videos?|undress\w*|her|him)\b.{0,80}\b(?:of her|of him|internet|online|undress\w*|naked|nudes?|body|more|from her|from him)\b/,
  /\b(?:cut(?:s|ting)? (?:her|his|their) (?:arms?|legs?|wrists?)|run off|ran off)\b/,
];
