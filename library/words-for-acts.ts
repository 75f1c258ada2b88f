import type { StaffWords } from './staff-words';

/** What somebody does or wants to do. */
export const WORDS_FOR_ACTS: readonly StaffWords[] = [
  [
    'take pics, take photos, take pictures, taking pictures, taking photos, snap some, photograph, film them, filming, record them, video them',
    'photograph, take photographs, taking photos, digital image, camera, image',
  ],
  [
    'post, posting, posts, upload, put up, put on, stick on, putting, share, sharing, publish, tag, tagging, pop on',
    'post, posting, publish, published, upload, share, sharing, publication',
  ],
  ['go on, going on, use, using, play on, muck about on, mess about on, access', 'use, access, used'],
  ['bring, bring in, brings, brought, brought in, bringing, fetch in, carry', 'bring, brought, brings'],
  [
    'hand in, hand over, stored, keep it, kept, phones go, lock away, lock up, drawer',
    'stored, store, hand, securely, sign it in, office',
  ],
  [
    'borrow, lend, lending, let them use, let him use, let her use, share a laptop',
    'sharing, sharing the device, family, share, lend',
  ],
  [
    'tell each other, give out, give their, swap, hand out, lend password, someone elses, somebody elses',
    'sharing, share, disclose, someone else’s, others, another',
  ],
  [
    'copy, copied, copying, nick, rip off, plagiarise, from google images, photocopy',
    'copyright, copying, copied, copy, source, sources, acknowledge, credited, intellectual property',
  ],
  [
    'install, installing, download, downloading, put an app, add an app, get an app',
    'install, installed, download, downloaded, downloading, unauthorised',
  ],
  [
    'leave it on, left on, left open, walk away, leave my desk, leave the room, unattended, step out, pop out',
    'unattended, locked, logged on, logged off, log off, inactive, lock',
  ],
  ['log off, log out, shut down, switch off, turn off', 'logged off, log off, shut down, turn off'],
  [
    'take home, taking home, take it home, at home, off site, outside school, working from home, on the bus',
    'outside school, home, off site, taken off, outside, out of school',
  ],
  [
    'weekend, out of school, after school, evenings, at night, holidays, own time, outside of school',
    'outside school, out of school, off the school site, outside, personal devices',
  ],
  [
    'lost, lose, losing, stolen, nicked, missing, left on the bus, left on the train, pinched',
    'lost, loss, stolen, theft',
  ],
  [
    'break, broken, smash, smashed, dropped, damaged, not working, wreck, trash',
    'damage, broken, destroying, corrupting',
  ],
  [
    'delete, wipe, wiping, get rid, erase, remove, bin it, take down, clear',
    'delete, deleting, deleted, erase, remove, removed, disposal, deletion',
  ],
  [
    'keep, hang on to, hold on to, screenshot, screenshots, screen shot, print it, proof, evidence',
    'retain, retained, evidence, keep, kept, screenshot, record, deleted',
  ],
  [
    'go through, going through, look through, check, search, searching, rummage, frisk, take off them, confiscate, seize, take away, take it off',
    'search, searching, examine, confiscate, confiscation, good reason',
  ],
  ['look at it, view it, open it, watch it', 'view, viewing'],
  [
    'tell, telling, report, reporting, flag, flagged, raise, who do i tell, who needs telling, needs telling, who do i go to, let someone know, pass on, speak to, say something, own up',
    'report, reported, inform, refer, notify, concern, reporting, dsl',
  ],
  [
    'spotted, seen, found, come across, came up, popped up, pop up, stumbled, end up, ended up, by mistake, didnt mean to, accident, accidentally',
    'accidental, accidentally, mistake, find, found, access, material, inadvertently',
  ],
  [
    'jot, jot down, write down, write up, log of, a log, keep a log, note, record, document, cpoms',
    'record, log of, a log, keep a log, note, records, cpoms, recorded',
  ],
  [
    'what happens next, deal with, dealt with, handle, sort it, look into, investigate, follow up',
    'investigate, dealt, response, respond, procedure, incident, action',
  ],
  ['escalate, up the line, higher up', 'escalate, mechanism, identify, procedures'],
  ['gone wrong, went wrong, incident, incidents, problem, problems', 'incident, incidents, misuse'],
  [
    'complain, complaint, complaining, kicking off, unhappy, not happy, take it further, appeal',
    'complaint, complaints, complaints procedure',
  ],
  [
    'bully, bullying, bullied, cyberbullying, cyber bullying, mean, horrible to, picking on, trolling, troll, unkind, teasing, nasty to, calling names, mean comment',
    'bullying, bully, cyberbullying, cyber bullying, harassment, abuse, unkind, offensive',
  ],
  [
    'harass, harassment, threat, threatening, threatened, abuse, abusive',
    'harassment, threatening, abusive, intimidation, abuse',
  ],
  ['racist, racism, sexist, homophobic, hate, hateful, bigoted', 'racist, discrimination, discriminatory, hatred'],
  [
    'radicalised, radicalisation, extremist, extremism, terrorism, terrorist, prevent, far right, isis',
    'radicalisation, extremism, extremist, terrorist, radical',
  ],
  [
    'groom, grooming, groomed, meet up, meeting up, meet someone, met online, meeting',
    'grooming, meet, arrange to meet, contact, offline, stranger',
  ],
  [
    'lie about, lying, pretend, pretending, fake, catfish, impersonate, who they are',
    'pretending, pretend, someone they are not, behave differently online, anonymous, anonymous messages',
  ],
  [
    'fake news, true, trust what they read, believe, reliable, check facts, made up',
    'reliable, accuracy, validate, critically, check, information they see',
  ],
  ['swear, swearing, language, tone, polite, rude email, banter', 'language, courteous, tone, professional, improper'],
  [
    'slag off, slagging off, moan about, moaning, badmouth, gossip, rant, talk about school, bitch',
    'disrepute, reputation, defame, discussion, insult, discussed, confidential, defamation',
  ],
  [
    'add, adding, friend request, friends with, be friends, follow, following, accept request, be mates, accept a request',
    'friend request, friends, added, friend, contact, social media, contacting pupils',
  ],
  [
    'ring, ringing, call, calls, calling, phone home, phone a parent, ring parents, contact parents',
    'calls, telephone, phone calls, call, contact, personal contact',
  ],
  [
    'own number, my number, personal number, mobile number, give out number',
    'personal contact, contact details, number',
  ],
  [
    'hack, hacked, hacking, break into, broke into, get into, got into, logged in as, log in as',
    'attempting to access, unauthorised, account, someone else’s, another, using the account',
  ],
  [
    'spy, spying, watching, monitor, monitored, monitoring, snoop, track, tracked, keep an eye, history, listen in',
    'monitor, monitored, monitoring, scrutiny, activity, websites visited',
  ],
  [
    'teach, teaching, taught, lesson, lessons, learn, learning, curriculum, cover in class, pshe, assembly, assemblies',
    'taught, curriculum, lesson, teaching, education, educated, assembly',
  ],
  ['think before, consider, kindness, how others feel, respect', 'think critically, respect, impact, consider'],
  ['footprint, future, years later, permanent, forever', 'digital footprint, long term, consequences, forever, remain'],
  [
    'training, train, trained, course, courses, inset, top up, refresher, cpd, module',
    'training, refresher, module, induction, awareness, undertake',
  ],
  [
    'keep families informed, help parents, offer parents, workshops, newsletter, newsletters, leaflet, leaflets',
    'newsletter, workshops, raise parents awareness, leaflets, parents evenings, resources, parents',
  ],
  [
    'sign, signed, signing, sign up, re sign, resign it, agree, agreement, aup, acceptable use, ict agreement',
    'sign, agreement, agree, acceptable use, acceptable use agreement',
  ],
  ['print, printing, printer', 'print, printed, printing'],
  ['trip, trips, outing, residential, school visit, coach trip, camp', 'trip, visit, visits, residential'],
  [
    'nativity, school play, play, plays, sports day, show, concert, leavers assembly, school event, school events, event',
    'school play, plays, sports days, events, school events, productions',
  ],
  ['supervise, supervised, on their own, watch them, unsupervised, alone', 'supervised, supervision, present'],
];
