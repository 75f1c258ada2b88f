import type { StaffWords } from './staff-words';

/** Who is meant: people, offices, bodies outside. */
export const WORDS_FOR_PEOPLE: readonly StaffWords[] = [
  [
    'kid, kids, kiddies, child, children, pupil, student, learner, lad, lads, girl, girls, boy, boys, little one, infant, infants, junior, juniors, reception, nursery, y1, y2, y3, y4, y5, y6, yr1, yr2, yr3, yr4, yr5, yr6, year 1, year 2, year 3, year 4, year 5, year 6, one of mine, one of ours, my class',
    'pupil, child, children, student, user',
  ],
  ['y6, yr6, year 6, top class', 'year 6, key stage 2'],
  ['y3, y4, y5, yr3, yr4, yr5, juniors, ks2, upper school', 'key stage 2, ks2'],
  ['infant, infants, reception, nursery, ks1, eyfs, y1, y2, yr1, yr2, little ones', 'eyfs, ks1, key stage 1'],
  [
    'send children, send child, send pupils, send kids, sen, special needs, autistic, vulnerable',
    'send, special, vulnerable, adapted, personalised',
  ],
  [
    'staff, teacher, ta, tas, teaching assistant, colleague, adult, job share, ect, hlta, lunchtime staff, midday, dinner lady, caretaker, cleaner, grown up',
    'staff, teacher, adult, employee, support staff, member of staff',
  ],
  [
    'supply, supply teacher, agency, cover teacher, student teacher, trainee',
    'agency, agency staff, supply, supply staff, volunteer, staff',
  ],
  ['volunteer, helper, parent helper, reading helper', 'volunteer, visitor, adult'],
  ['visitor, contractor, photographer, plumber, coach', 'visitor, contractor, provider, third party'],
  ['new teacher, new starter, new member, just started, started today, new ta, starting', 'induction, new staff, new'],
  ['head, ht, headteacher, head teacher, principal, boss, miss', 'headteacher, head teacher, head'],
  ['slt, smt, leadership, senior leaders, deputy head', 'senior leadership, senior leader, leadership team'],
  [
    'dsl, ddsl, dsp, safeguarding lead, safeguarding person, safeguarding officer, child protection officer, designated person',
    'dsl, ddsl, designated safeguarding, designated person, safeguarding lead, safeguarding officer',
  ],
  ['govs, gov, governor, governors, board, chair', 'governor, governing body, governing board'],
  [
    'mum, mums, dad, dads, parent, parents, carer, carers, family, families, folks at home, gran, nan, step dad',
    'parent, carer, guardian, family',
  ],
  ['husband, wife, partner, my son, my daughter, my kids, flatmate, boyfriend, girlfriend', 'family, friends, sharing'],
  [
    'it company, it guy, it man, it team, it support, it people, it bloke, techie, technician, network manager, computer man, ict support, helpdesk',
    'ict manager, ict lead, technical staff, technical support, it technician, technician, provider, support company, responsible',
  ],
  [
    'computing lead, ict lead, ict co ordinator, computing coordinator',
    'computing lead, computing co ordinator, subject leader, ict lead',
  ],
  ['dpo, data protection officer', 'data protection officer'],
  ['office, office manager, secretary, admin, bursar, business manager', 'office, office manager, bursar'],
  ['council, la, local authority, county, lea', 'local authority, county council, council'],
  ['police, cops, 999, officer', 'police'],
  [
    'lado, social services, social worker, mash, ceop, iwf, outside agency, outside body, external, other agencies',
    'external, agency, agencies, local authority, organisation, exploitation, referred, report',
  ],
  [
    'stranger, randoms, random person, someone they dont know, people they dont know, folk online, grown man',
    'stranger, unknown, know, unknown individuals, contact',
  ],
  ['ed psych, camhs, other school, professional, nhs', 'shared, third party, other professionals, external'],
  ['ex pupil, former pupil, old pupils, left the school', 'former, leaving, leaving school'],
  ['friend, mate, mates', 'friend, friends'],
];
