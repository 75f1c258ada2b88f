/**
 * Words that stand for one another when somebody tells what happened: whichever of them was learnt, all are understood.
 * Small letters, no apostrophes, as `messageWords` gives them.
 */
const WORDS_OF_KIND = {
  pupil: `kid kids child childs children childrens pupil pupils student students yN lad lads boy boys laddie girl girls
    lass lasses lassie lassies bairn bairns wean weans mite infant infants toddler twins daughter son butt`,
  adult: `ta tas teacher teachers teaching assistant coach caretaker jannie cleaner cook midday middays volunteer governor
    supply trainee technician colleague colleagues staff sir secretary receptionist senco sendco deputy driver escort
    tutor peri nqt ect lsa hlta supervisor leader contractor`,
  head: 'head heads headteacher ht principal headmaster headmistress pennaeth',
  family: `mum mums mam mams maw ma dad dads da daddy mummy stepdad stepmum stepbrother uncle aunt auntie nan nana grandad
    granny brother sister cousin boyfriend girlfriend parent parents father mother ex family`,
  grownUp: 'man men bloke blokes fella fellas stranger strangers guy guys adult adults older someone somebody',
  he: 'he hes his him himself',
  she: 'she shes her hers herself hersen',
  they: 'they theyre theyve theyll them their',
  soon: 'tonight today now tomorrow later after soon minute minutes mins hour aft afternoon saturday sunday weekend',
  device: 'phone mobile tablet ipad ipads laptop laptops chromebook computer whiteboard screen usb camera watch',
  site: `tiktok insta instagram snap snapchat whatsapp facebook fb discord roblox fortnite telegram youtube omegle minecraft
    xbox twitch twitter`,
  body: 'bruise bruises bruised mark marks burn burns cut cuts scratch scratches scar scars ear wrist arm arms leg legs neck',
} as const;

const KIND_OF_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS_OF_KIND).flatMap(([kind, words]) => words.split(/\s+/).map((word) => [word, `<${kind}>`])),
);

/** The kind of a word in angle brackets, such as `<pupil>`, or undefined when it stands for itself alone. */
export function kindOfWord(word: string): string | undefined {
  return KIND_OF_WORD.get(word);
}
