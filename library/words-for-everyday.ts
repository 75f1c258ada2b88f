import { rowsOf } from './staff-words';

/** Everyday things, brands and doings, and the plainer words that rules are written in. */
export const WORDS_FOR_EVERYDAY = rowsOf(`
  macbook, mac, thinkpad, dell, surface, imac, desktop, kindle, e reader, tablet, galaxy tab, fire tablet, work machine > laptop, computer, device, work device, school device, equipment, machine
  samsung, galaxy, nokia, pixel, oneplus, huawei, burner, brick phone, iphone, mob > mobile phone, mobile, phone, personal device, mobile device, own phone
  airpods, headphones, earbuds, ear pods, alexa, siri, echo, smart speaker, airtag, tracker, smart glasses, meta glasses, switch, ds, psp, steam deck, ipod, mp3 > device, devices, electronic device, mobile device, hand held device, technology, personal device, electronic devices, gaming
  yubo, bereal, threads, bluesky, pinterest, reddit, tumblr, mumsnet, nextdoor, profile, feed, timeline, story, reel, reels, followers, like, likes, tweet, tweets, retweet, hashtag, insta, page, tag, tagged, tagging, privacy settings, locked down, how locked down, public profile, go private, hide my profile > social media, social networking, profile, privacy, privacy settings, personal webspace, public listings, social networking sites, social media sites, privacy levels, published, posting
  wiki, wikipedia page, wiki page, fix a page, edit wiki, encyclopedia > wikipedia, encyclopedias, open access, edit, editing
  grandad, grandma, granny, nan, nana, aunt, auntie, uncle, cousin, brother, sister, relatives, grandparents, godparent, childminder, family friend > parents, carers, family, families, relative, guardian, parent
  film, filming, video, videoing, recording, record, take a video, gopro, live stream, facebook live > film, video, videos, digital images, filming, photograph, take videos, recording
  nativity, school play, carol, carols, sports day, assembly performance, harvest, show, leavers, concert, end of year do, dance show, performance > school events, plays, events, sports days, performances, school play, productions, their own child
  xmas do, christmas do, staff night out, night out, works do, leaving do, hen do, pub, after work drinks, party > staff, social, images depicting staff members, colleagues, outside work, social events, personal capacity
  face, faces, put faces, name and photo, first and last names, first name, surname, last name, full name, caption, whos in it, names under > photograph, names, full name, full names, identify, identify individuals, image, images, name, photographs, uploaded, identifiable, name, accompany
  poem, poems, story, stories, artwork, drawing, drawings, painting, paintings, kids work, childs work, their work, pupils work, writing, model, homework > pupil's work, work, published, children's work, student's work, permission, displayed
  up for all to see, for all to see, for everyone to see, put it up, stick it up, up online, online, on our page, our web page, class page, school facebook, school page, on our website, website, newsletter, brochure, prospectus, web page > published, website, school website, uploaded, upload, publication, publish, displayed, public
  buy, buying, purchase, order, ordering, shop, shopping, deal, bargain, boden, next, shein, temu, primark, john lewis, black friday, click and collect, delivery, groceries, online order > shopping, on line shopping, commerce, buying, personal use, goods, purchase, commercial purposes, buying or selling
  sell, selling, flog, flogging, vinted, gumtree, marketplace, pram, second hand, raffle, sponsor, sponsorship, avon, herbalife, tupperware, body shop, business, side business, side job, tutor, tutoring, promote my, plugging her, my own company, moonlight > selling, buying or selling goods, commercial purposes, private business, private businesses, promote, financial gain, advertising, personal financial gain, business, commercial
  labour, tory, tories, conservative, lib dem, green party, reform, vote, voting, election, canvass, canvassing, campaign, campaigning, leaflets, politics, political, petition, protest, union > political, political purposes, political views, politics
  bet, flutter, bookies, grand national, casino, slots, fantasy football, lottery, acca > gambling, online gambling, betting
  dating, tinder, hinge, bumble, hook up, onlyfans > social networking, personal use, inappropriate, pornography, adult, dating
  holiday booking, ryanair, jet2, airbnb, rightmove, zoopla, spotify, music, radio, podcast, bbc, news site, sport scores, football, cricket, recipes, online banking, banking, bills, car insurance, own stuff, personal errands > personal use, private use, limited, work responsibilities, educational and professional purposes, professional purposes, non educational, streaming
  marking, planning, lesson planning, reports, assessment, paperwork, work at home, working, prep, revision, gcse > work, professional purposes, school work, educational purposes, work device
  my son, my daughter, my kids, my kid, my partner, husband, wife, flatmate, family member, lend it to my, let my kid > family, friends, family and friends, family members, may not use, sharing the device, others
  chrome book, meant to be writing, meant to be working, instead of work, off task, when hes meant to, playing on, watching football > educational purposes, educational, school devices, learning, only use, games, gaming
  catch, caught, sneak, sneaking, sneaked, snuck, hidden, hiding, secretly, on the sly, found with, in the toilets, under the desk > unauthorised use, unauthorised, without permission, misuse, breach, not allowed
  system as his mate, hack into, guess password, got into, found a way onto, found a way, got round, get past, sneak onto > accessing, attempting to access, unauthorised access, using another, account, bypass, restricted
  mates, mate, friend, friends, buddy, pal > friends, peers, another pupil, another student, others
  ring, phone, call, bell, text, email, contact > telephone, call, contact, phone, email
  see, look at, looked, check, read, view, spot, notice > view, check, see, access, read, viewed, examine, look
  help, support, back up, advice, guidance, someone to talk to, backing > support, advice, help, guidance, assistance
  stop, stopping, prevent, block, put a stop > prevent, stop, not permitted, stopped, prohibit, restrict
  spotted, noticed, came across, found, stumbled, saw, seen > find, discover, accidental, access, come across, identify, suspect
  farm, zoo, museum, trip, coach, swimming, beach, residential, sleepover, visit, outing, forest school, out and about, away day > trip, visit, trips, visits, school trip, off site, educational visits, residential
  author, speaker, theatre group, visitor, photographer, builder, plumber, delivery, student on placement, work experience, guest, sports coach, book week > visitor, visitors, guests, contractors, volunteers, third party
  selfie, snap, group photo, pics, piccy, photo with, photo of, take a picture, class photo > photographs, photograph, images, take photographs, pictures, image
  how long can pics, pics stay, photos stay, wipe the camera, clear the ipad, camera roll, photos on the ipad > deleted, photographs, stored, images, camera, copied, memory
  bloke, geezer, fella, guy, man, woman, lady, lass, chap > person, adult, individual, anyone
  money, cash, cost, pay, price, fee, fees, charge, fine, dear, expensive > payment, cost, charge, fine, financial, money
  borrow, lend, loan, loaned, hand out, give to > loan, lend, share, use, issued
  broken, bust, cracked, faulty, wont turn on, on the blink, playing up > damage, damaged, fault, faults, faulty, report, repair
  quicker, easier, handy, ok, alright, cool, fine, safe, sound > acceptable, permitted, allowed, appropriate
  joke, meme, memes, gif, gifs, funny, chain letter, chain mail, forward on, prank > jokes, offensive, chain, inappropriate, hoax, images, unprofessional
  moan, rant, slag off, diss, have a moan, vent, venting, sound off, bad day, letting off steam, stressful day > reference, no reference, social media, derogatory, disrepute, reputation, discuss, comments, personal matters, negative, defame, professional
  work people, colleagues, people here, workmates, other staff, staff pics, people from work > colleagues, staff members, school staff, staff, members of staff
  on her own, on his own, by herself, by himself, alone, single handed, solo, one person, by myself > more than one, one to one, alone, supervised, senior member of staff, witness, protect individuals
  accused, blamed, accusation > accusations, allegation, protect individuals, accused, reported
  copy, copying, done for copying, photocopies, music licence, licence, stolen picture, google images, youtube clip, credit, whose picture, rip > copyright, licensing, intellectual property, plagiarism, permission, acknowledged, piracy, copying, sources
  village, community, local, neighbours, town, area > community, local, public, wider community
  truth, reliable, trust, fake, fact check, made up, believe everything > reliable, accuracy, validate, critical, truthful, evaluate, sources
  addict, too long, screen time, hours online, stay up, addicted, glued > screen time, limit, time spent, balanced, wellbeing
`);
