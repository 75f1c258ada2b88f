/** How staff name people of a school in passing, as the inside of a pattern: small letters, no apostrophes. */

export const PUPIL =
  'kid|kids|child|childs|children|childrens|pupil|pupils|student|students|lad|lads|girl|girls|boy|boys|infant|infants|junior|juniors|y[1-6]s?|yr ?[1-6]s?|year [1-6]s?|year (?:one|two|three|four|five|six)|reception|nursery|little one|one of mine|one of ours|one of (?:my|our) (?:class|lot|kids|children|pupils|girls|boys|lads)|daughter|son|sister|brother|my class';

export const ADULT =
  'ta|tas|chair of governors|chair|teacher|teachers|teaching assistant|coach|caretaker|cleaner|cook|midday|middays|lunchtime|dinner lad(?:y|ies)|volunteer|volunteers|governor|supply|student teacher|trainee|technician|contractor|colleague|member of staff|staff member|job share|mr [a-z]+|mrs [a-z]+|miss [a-z]+|ms [a-z]+|sir|secretary|receptionist|sendco|senco|deputy|head|headteacher|ht|bus driver|tutor|peri|photographer|visitor|parent helper|someone (?:in|on|from) (?:the )?(?:staff|office|school)|somebody (?:in|on|from) (?:the )?(?:staff|office|school)|staff (?:group )?chat|staffroom|nqt|ect|lsa|hlta|one of the (?:staff|teachers|tas|dads|mums)';
