/** What a clause is about when the next step may be to report something. */
const INCIDENTS: readonly RegExp[] = [
  /\b(?:report(?:ed|ing)?|tell|told|refer(?:red)?) (?:it |them |this |that |anything |every\w* |any \w+ |\w+ \w+ )?(?:at once|immediately|straight away|without delay|to (?:the |a )?(?:dsl|dsp|head|lead|designated|police|trusted))/i,
  /\b(?:incidents?|disclos\w+|abus\w+|bully\w*|cyberbully\w*|groom\w+|exploit\w+|radicalis\w+|safeguarding concerns?)\b/i,
  /\b(?:nudes?|semi-nudes?|sexual\w*|pornograph\w+|illegal|indecent|racis\w+|hate\w*)\b/i,
  /\b(?:worr(?:y|ied|ies)|concern(?:s|ed)? (?:about|for|that)|low[- ]level concerns?|neglect\w*|harmed|harming|at risk of|in danger|allegations?|whistle-?blow\w*|self-?harm\w*)\b/i,
  /\b(?:data breach|breach of data|(?:lost|stolen) (?:\w+ )?(?:device|laptop|phone|tablet|data))\b/i,
];

export function isAboutIncidents(words: string): boolean {
  return INCIDENTS.some((sign) => sign.test(words));
}

/** Words of a question that may have something behind it: about a child, or about what an adult has done. */
const WORRY =
  /\b(?:worr(?:y|ied|ies|ying)|concern(?:s|ed|ing)?|scared|afraid|frightened|hurt\w*|harm\w*|hit(?:s|ting)?|disclos\w*|abus\w*|neglect\w*|bruis\w*|unsafe|at risk|danger\w*|groom\w*|bull(?:y|ied|ying)|allegations?|inappropriate\w*|(?:tells?|told) (?:me|us|you|a teacher|staff|someone))\b/i;
const CHILD =
  /\b(?:child(?:ren)?s?|pupils?|kids?|students?|boys?|girls?|lads?|one of mine|my class|(?:y|yr|year) ?[1-6])(?:['’]s)?\b/i;
const ADULT =
  /\b(?:colleagues?|staff|teachers?|tas?|teaching assistants?|head(?:teacher)?|adults?|volunteers?|governors?|coach|someone|somebody)(?:['’]s)?\b/i;

/** Whether the question is about being worried about a child: before anything is read, there is a number to ring. */
export function isWorryAboutChild(question: string): boolean {
  return WORRY.test(question) && CHILD.test(question);
}

/** Whether somebody may have something to report, who asks what the rule is. */
export function isAboutWorry(question: string): boolean {
  return isAboutIncidents(question) || (WORRY.test(question) && (CHILD.test(question) || ADULT.test(question)));
}
