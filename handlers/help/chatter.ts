import { classify } from '../../library';
import { messageWords } from '../../library/message-words';

/** Longest message that may be nothing but chatter; whoever writes more has something to ask. */
const LONGEST = 80;

const GREETINGS =
  wordsIn(`hi hiya hello helo hullo hey heya there lantern bot all everyone everybody both team folks morning
  mornin gmorning good gd afternoon evening day alright alreet mate you yall yalright yo oi ey up ay duck eyup howdy
  pal wotcha how do ow are today hows it going hope youre well again im back its me only bore prynhawn noswaith da dda nos
  shwmae smae sut wyt ti i chi pawb happy merry friday monday tuesday wednesday thursday christmas easter term year new to
  see nice meet greetings gday wagwan bonjour hola love what fettle hun pet wayhey aye tricks the and weekend`);

const SMALL_TALK =
  wordsIn(`lol haha hahaha ha ok okay k kk cool great brilliant fab fantastic lovely perfect super ace wow omg
  oops sorry yes yeah yep no nope nah maybe sure fine right then so thats that this was is done one bye goodbye later
  tomorrow soon night cheers ta thanks thank thx diolch very much helpful helped helps funny clever for a robot wrong mistake
  never mind nevermind ignore my bad not really too got will doing really enjoy your have from`);

/** What can have been the wrong one; by itself it is nothing small: "I have a message from a person". */
const MISTAKEN = wordsIn('window button message chat person pressed clicked typed');

/** What is asked about Lantern itself is asked in these; any other word makes it a question about the school. */
const ABOUT_LANTERN =
  wordsIn(`you u your yourself this it here lantern bot robot human ai person menu options commands command
  instructions guide help helpwch examples example button buttons anonymous confidential private notifications`);

const WITH_THEM =
  wordsIn(`? a an the i im me my and or of to for on in at off with if at by what whats who which where when
  how why is are am be do does dont did can could will would has have get got go been just not no any some all else thing
  things kind sort stuff use using used user start started again back first time new lost idea sure confused understand know
  explain knows work works ask asked tell say says see seen show give look up type types typed put press write read reads
  reader reading save saved keep kept made make makes built build turn pass send sent report happen happens message messages
  answer answers question questions policy policies concern concerns come from about there real talk talking speak training
  welsh weekends hours out sentences normal need or please a bit someone anyone anybody people parents head ive told was
  phone home yn gymraeg sut mae defnyddio hwn beth wyt ti gallu gwneud tin anything should im these something does sees that our checked other into them need`);

/** "Morning all": a greeting and nothing else. */
export function isGreeting(text: string): boolean {
  return isOnly(text, (word) => GREETINGS.has(word) || DRAWN_OUT.test(word)) && classify(text).intent !== 'ask-policy';
}

/** "Lol", "ok then", a thumb: nothing to look for, and nothing to turn down. */
export function isSmallTalk(text: string): boolean {
  if (text.trim() !== '' && messageWords(text).length === 0) return true;
  const isMistake = /\b(wrong|mistake|oops|sorry)\b/i.test(text);
  const isSmall = (word: string) => SMALL_TALK.has(word) || GREETINGS.has(word) || DRAWN_OUT.test(word);
  return isOnly(text, (word) => isSmall(word) || (isMistake && MISTAKEN.has(word)));
}

/** "What can you do?", "who reads this": Lantern itself is meant, or there is no word of anything else. */
export function isAboutLantern(text: string): boolean {
  if (classify(text).intent !== 'help') return false;
  return isOnly(text, (word) => ABOUT_LANTERN.has(word) || WITH_THEM.has(word) || GREETINGS.has(word));
}

const DRAWN_OUT = /^(?:h+i+|he+y+|hello+)$/;

function isOnly(text: string, isOne: (word: string) => boolean): boolean {
  const words = messageWords(text).filter((word) => word !== '?');
  return text.length <= LONGEST && words.length > 0 && words.every(isOne);
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
