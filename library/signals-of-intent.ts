/** Signs of what a message is for, in small letters and without apostrophes. One sign of a list is enough. */

/** Says outright that there is something to report. */
export const REPORT: readonly RegExp[] = [
  /^(?:please )?(?:report|raise|log|record|submit|make|new) (?:a |an |my |this )?(?:new )?(?:safeguarding |online |low level )?(?:concern|incident|disclosure|worry)\b/,
  /\b(?:i|we) (?:want|need|would like|have|ve got|must|id like|think i need|ought) to (?:report|raise|log|flag|disclose)\b/,
  /^(?:i have|ive got|ive|got) (?:a |an )?(?:safeguarding |online )?(?:concern|disclosure)\b/,
  /^(?:im|i am|were|we are|really|quite|very)? ?(?:really |very |so |a bit |quite )?(?:worried|concerned|anxious) about (?:a|an|one|my|this|her|him|two|some|the)\b/,
  /^(?:concern|disclosure|safeguarding concern|report concern)$/,
];

export const GREETING: readonly RegExp[] = [
  /^(?:hi+|hiya|hey+|hello|helo|heya|yo|morning|mornin|afternoon|evening|good (?:morning|afternoon|evening|day)|bore da|prynhawn da|noswaith dda|shwmae|alright|howdy|greetings|hello again|cheers|thanks|thank you|ta|diolch)(?: (?:there|all|everyone|bot|lantern|team|again|you|mate|very much|both|to you))*(?: \?)?$/,
];

export const HELP: readonly RegExp[] = [
  /^(?:please )?(?:help|menu|commands|options|start|instructions)(?: me| please)?(?: \?)?$/,
  /\bwhat (?:can|do|could) (?:you|this|it|the bot|lantern)(?: bot)? (?:do|help|know)\b|\bwhat are you(?: for)?(?: \?)?$|\bwho are you\b/,
  /\bhow (?:do|does|can|should) (?:i|we|you|this|it|the bot|lantern)(?: bot| thing)? (?:use|work|talk to|operate)(?: (?:this|you|it|the bot|lantern|bot|thing))*(?: \?)?$/,
  /\b(?:not sure|dont know|no idea) (?:what|how) to (?:type|ask|say|do here|use|put)\b|\bwhat (?:do|can|should|shall) i (?:type|ask you|say to you|write here|put)\b/,
  /^(?:hi |hello |hey )?(?:what|who) (?:is|s) (?:this|lantern)(?: \?)?$|^whats this(?: \?)?$/,
  /\bhow (?:do|can) i (?:get started|start)\b|\bshow me (?:how|what you can)\b|\bcan you help(?: me)?(?: \?)?$/,
];

/** One's own agreement: whether it is signed, where to sign it, showing it again. */
export const MY_AUP: readonly RegExp[] = [
  /\b(?:do|must|should) i (?:need to |have to )?(?:re ?)?(?:sign|agree|accept)\b.{0,80}\b(?:aup|agreements?)\b/,
  /^my (?:agreements?|aup|acceptable use)\b/,
  /\b(?:have|did|has|am|was|is) (?:i|my|mine)\b.{0,80}\b(?:aup|agreements?|acceptable use|signature|acknowledgement)\b/,
  /\b(?:aup|agreements?|acceptable use)\b.{0,80}\b(?:have|did|do|can|where) i\b.{0,80}\b(?:signed|sign|agreed|agree|accepted|accept|done|find|see)\b/,
  /\b(?:where|how|when) (?:do|can|did|should) i (?:sign|accept|agree|acknowledge|see|find|read|complete|do|get)\b.{0,80}\b(?:aup|agreements?|acceptable use)\b/,
  /\b(?:show|send|give|find|see|resend|get|view)(?: me)? (?:my|the) (?:signed )?(?:aup|agreements?|acceptable use)\b/,
  /\b(?:i|ive|i have|id like to|want to|happy to|ready to)(?: have)?(?: now)? (?:accept|agree|accepted|agreed|sign|signed|read and agree)\b.{0,80}\b(?:aup|agreements?|acceptable use|it|terms)\b/,
  /\bmy (?:signature|acknowledgement|agreement|signed)\b/,
];

/** Whether a policy is due for review, was reviewed, or when it will be. */
export const REVIEW_STATUS: readonly RegExp[] = [
  /^reviews?(?: (?:due|dates?|status|list))?(?: (?:please|pls))?(?: \?)?$|\breviews? (?:due|dates?|overdue|status|schedule|coming up|outstanding|late)\b/,
  /\b(?:due|up|overdue|late|ready|scheduled|next|coming up) (?:for )?(?:a |its |their |the )?(?:next )?(?:review|renewal|approval|ratification)\b/,
  /\b(?:policy|policies|anything|any|it|one|ones)\b.{0,80}\b(?:overdue|out of date|up to date|expired|lapsed|need(?:s|ing)? (?:renewing|reviewing|updating|looking at|a review|to be reviewed|approving|ratifying|renewal))\b/,
  /\b(?:did|has|have|was|were|when|is|are|whens)\b.{0,80}\b(?:review(?:ed|s)?|ratified|re ?approved|renewed|renewal)\b(?!.*\b(?:who|what does|posts?|apps?)\b)/,
  /\bhow long (?:till|until|before|have we got)\b.{0,80}\b(?:policy|policies|review)\b/,
  /\bwhich (?:policy|policies)\b.{0,80}\b(?:due|overdue|expired?|renew\w*|review\w*|out of date|late|next|governors)\b/,
];

/** Asks for something to be done that is no policy matter. */
export const REQUEST: readonly RegExp[] = [
  /^(?:please )?(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody|u) (?:please )?(?!(?:tell|explain|say|show|remind|find|let me know|help me find)\b)\w+/,
  /^(?:anyone|anybody|does anyone|has anyone|who wants|who fancies|whos (?:up for|got|seen))\b/,
];

/** Asks in general: an opening that no one uses to tell what a child has just said. */
export const ASKING: readonly RegExp[] = [
  /^(?:so |hi |hello |hey |sorry |quick question |question |please |just wondering |wondering |remind me |ok |and |but )*(?:what|whats|which|how|hows|where|wheres|who|whos|when|whens|why|whose|can|could|should|shall|do|does|did|is|are|am|may|must|will|would|have we|has the school|are there|is there)\b/,
  /\b(?:what|how|where|which|who) (?:do|does|should|would|are|can) (?:we|you|i|our|the (?:school|policy)|staff|teachers?|a teacher)\b.{0,80}\b(?:supposed|meant|expected|list|say|policy|define|record|teach|cover|log)\b/,
  /\b(?:our|the|your|which|a|any) (?:policy|policies|definition|guidance|section|procedure|rules?|stance|line|wording|clause|bit|paragraph)\b.{0,80}\b(?:say|says|on|about|for|if|when|cover|covers|mention|mentions)\b/,
  /\b(?:mentioned|covered|included|listed|defined) (?:anywhere|in (?:it|the|our))\b/,
  /\b(?:writing|updating|doing|preparing|drafting|planning|revising|checking) (?:the |a |my |our |an |some )?(?:newsletter|policy|training|ect training|inset|assembly|lesson|display|essay|assignment|leaflet|website|induction|quiz|safeguarding training|ofsted|prep|audit)\b/,
  /^(?:ofsted|governors|inspectors?)\b.{0,80}\b(?:ask|asking|might|want)\b/,
  /^(?:i |we |im |were )?(?:just |only |really )?(?:want|need|would like|wanting|looking|trying|hoping|checking|wondering|curious|interested)(?:ing)? (?:to (?!report|raise|log|flag|disclose|tell|speak|talk)|for|if|whether|about|up on)/,
  /^(?:the |our |any )?(?:policy|policies|rules?|guidance|advice|procedure|bit|section) (?:on|about|for|around|re)\b|^tell me (?:about|what|how|who|when|where)\b|\b(?:wants|asked|asking|like) (?:me |us )?to know\b|\bwhat our (?:rule|policy)\b/,
  /\b(?:whether (?:we|i|staff|they|it)|does (?:the|our) policy|do we (?:need|have) to|does (?:she|he|it|anything|anyone) (?:need|have|sign|get))\b/,
];

/** Supposes a case rather than telling one. */
export const SUPPOSED: readonly RegExp[] = [
  /^(?:what )?if (?:a|an|i|we|someone|somebody|the|there|they|any|one|its)\b/,
  /\b(?:what|who|how|where|when|do|does|should|can|is)\b.{0,80}\b(?:if|when|whenever) (?:a|an|i|we|someone|somebody|any|they|there) (?:ever |\w+ )?(?:child|pupil|student|kid|teacher|ta|parent|adult|ever|is|are|was|were|finds?|sees?|says?|tells?|gets?|thinks?|suspects?|comes?)?\b/,
  /\b(?:in theory|hypothetically|for example|scenario|just in case)\b/,
];

/** Ends by asking for a rule about what it tells: whether it is allowed, what the sanction is. */
export const ASKS_FOR_A_RULE: readonly RegExp[] = [
  /\b(?:is (?:that|this|it|he|she) (?:ok|okay|allowed|alright|all right|fine|acceptable|against)|(?:are|is) (?:they|he|she|it|we) allowed|does (?:that|this|it) (?:break|count|breach)|whats the (?:rule|policy|line|sanction|procedure|limit|process)|what rules?|which rules?|against (?:the|our) (?:rules?|policy)|am i (?:in trouble|allowed|ok)|can (?:she|he|they|i|we) (?:go on|use|have|keep|bring|do that|take))\b/,
  /^(?!.*\b(?:told|says|said|saw|seen|found|overheard|shown|showed|heard)\b).*\b(?:do|can|should|must|may|could) (?:i|we|they|you|staff|teachers)\b.*$/,
  /\b(?:whats|what is|who is|wheres|where is|how (?:do|does|can|long|many|often|much)|do i (?:need|have)|do we (?:need|have|get|tell|teach|warn|keep|log|let)|which bit)\b/,
];

/** Words of the matters that these policies settle: enough to look them up when nothing else says what a message is for. */
export const POLICY_MATTERS: readonly RegExp[] = [
  /\b(?:polic\w+|rules?|phones?|mobiles?|cameras?|photos?|pics?|pictures?|passwords?|logins?|internet|online|websites?|wifi|filter\w*|monitor\w*|social media|facebook|insta\w*|whatsapp|tiktok|youtube|emails?|laptops?|ipads?|tablets?|devices?|usb|memory stick|data|gdpr|consent|copyright|safeguarding|dsl|bullying|nudes?|sexting|grooming|radicalisation|training|ai|chatgpt|games?|gaming|watch(?:es)?|cctv|visitors?|videos?|zoom)\b/,
];
