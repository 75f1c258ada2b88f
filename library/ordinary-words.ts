import { STAFF_WORDS } from './words-staff-use';

/** Words with a capital in the questions of schools: small words, months and days, places, subjects, bodies, products. */
const CAPITALS = `a about act after all allowed am an and any anybody anyone are as ask at be before book but by can could
  day did do does done during for from get give go had has have help here how i if in is it its keep know last let like
  long look lost made make many may me much must my need new next no not now of off ok okay old on one or our out own
  please put question say says see send sent shall she he should show so some take tell than thank thanks that the their
  them then there these they thing this those time to told too under up us use used using want was we were what whats
  when where which while who whom whose why will with work would wont dont cant yes you your
  january february march april june july august september october november december monday tuesday wednesday thursday
  friday saturday sunday autumn spring summer winter christmas easter eid diwali ramadan hanukkah halloween
  england english wales welsh scotland scottish ireland irish britain british uk kingdom europe european london
  french spanish german latin maths math mathematics science history geography art music drama computing religious
  christian catholic muslim jewish hindu sikh church
  year years reception nursery key stage phase early eyfs foundation term week class classes form forms group groups club
  school schools academy primary secondary junior infant trust federation council county local authority ofsted estyn
  department government dfe nspcc childline ceop police prevent channel act acts law equality human rights
  policy policies procedure procedures agreement acceptable code conduct guidance framework appendix section part
  safeguarding child children protection online safety behaviour attendance absence uniform complaints whistleblowing
  keeping education data gdpr privacy health first aid medicines medication inclusion exclusion suspension send senco
  staff teacher teachers teaching assistant headteacher head deputy governor governors governing body board chair clerk
  lead leader manager officer office designated dsl coordinator pupil pupils parent parents carer carers volunteer
  volunteers visitor visitors contractor contractors team teams
  kcsie working together lantern internet web wifi wi-fi bluetooth phone phones tablet tablets laptop laptops report reports
  google microsoft apple android windows office outlook word excel powerpoint onedrive sharepoint onenote classroom drive
  docs meet gmail chrome chromebook chromebooks slack zoom facetime ipad ipads iphone macbook airdrop siri alexa echo
  chatgpt gpt openai copilot gemini claude bard midjourney canva kahoot quizlet padlet seesaw tapestry dojo classdojo
  showbie purple mash scratch minecraft roblox fortnite youtube netflix spotify disney tiktok snapchat instagram facebook
  whatsapp twitter x threads telegram discord signal reddit twitch bereal messenger pinterest linkedin skype
  cpoms myconcern arbor bromcom sims parentmail parentpay schoolcomms weduc edukey
  bbc bitesize oak twinkl phonics rock stars numbots duolingo sumdog mathletics wikipedia amazon kindle fitbit garmin
  nintendo switch playstation xbox lego nerf pokemon dropbox icloud vimeo teachermate smartwatch
  supporting capability screening allergies world blue unison`;

/** Words that are also names of people; with a capital inside a sentence they are taken for one. */
const ALSO_NAMES = new Set(
  'mark grace joy rose faith hope jack max bill frank robin amber jade poppy daisy will sky star young green bell'.split(
    ' ',
  ),
);

const ordinary = new Set(
  `${CAPITALS} ${STAFF_WORDS.flat().join(' ')}`
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .filter((word) => !ALSO_NAMES.has(word)),
);

/** Whether schools use this word of their days, rules and tools, whoever asks: it names nobody. */
export function isOrdinary(word: string): boolean {
  return isKnown(word) || (word.includes('-') && word.split('-').every(isKnown));
}

function isKnown(word: string): boolean {
  const plain = word.toLowerCase().replace(/['’‘`](?:s|t|re|ve|ll|d|m)?$/, '');
  return ordinary.has(plain) || ordinary.has(plain.replace(/s$/, '')) || ordinary.has(plain.replace(/['’‘`]/g, ''));
}
