import type { StaffWords } from './staff-words';

/** What is used: devices, programs, places on the internet, messages, pictures, data. */
export const WORDS_FOR_THINGS: readonly StaffWords[] = [
  [
    'phone, phones, mobile, mobiles, moby, iphone, android, smartphone, handset, cell',
    'mobile phone, mobile, phone, mobile device, personal device, electronic device, device',
  ],
  [
    'own phone, own mobile, own tablet, own ipad, own laptop, own device, own camera, own computer, personal phone, personal mobile, my phone, my mobile, byod, home computer, home laptop',
    'personal device, own camera, own phone, personal equipment, personal phone, personal, byod, bring your own device',
  ],
  [
    'tablet, ipad, ipads, chromebook, chromebooks, laptop, laptops, pc, pcs, computer, computers, machine, kit, netbook, device, devices, equipment',
    'device, tablet, ipad, computer, laptop, equipment, machine, ict, system, work device, school device',
  ],
  ['smart watch, smartwatch, apple watch, fitbit, watch', 'watch, smart watch, mobile device, device'],
  ['camera, cameras, gopro, camcorder, webcam', 'camera, digital camera, webcam, video, camera phone'],
  ['whiteboard, smartboard, projector, screen', 'screen, computer, display'],
  [
    'usb, usb stick, memory stick, pen drive, pendrive, flash drive, sd card, hard drive',
    'usb, usb stick, pen stick, pen drives, portable, removable, hard drive, stick',
  ],
  [
    'onedrive, one drive, google drive, google doc, google docs, dropbox, icloud, sharepoint, cloud',
    'onedrive, cloud, cloud storage, saving, transfer, insecure, secure',
  ],
  ['save my work, save work, saving, files, folder, documents, planning', 'saving, save, folder, file, network'],
  ['wifi, wi fi, wireless, broadband, hotspot', 'wireless, network, wi fi, internet'],
  ['network, server, system, systems', 'network, system, infrastructure, server'],
  [
    'software, app, apps, program, programs, programme, extension, plugin, add on',
    'software, app, programme, program, licence, licensing',
  ],
  ['virus, viruses, malware, antivirus, anti virus, ransomware', 'virus, anti virus, malware, security'],
  [
    'vpn, proxy, proxies, get round, get around, getting round, bypass, dodge',
    'bypass, proxy, subvert, filtering, restricted',
  ],
  ['filter, filters, filtering, firewall, blocked, block', 'filter, filtering, blocked, block, restricted'],
  [
    'unblock, unblocked, whitelist, opened up, open up, let through, allow a site, get a site',
    'filter, blocked, opened, temporarily remove, filtered list, site to be opened',
  ],
  ['esafety, e safety, online safety, internet safety', 'online safety, internet safety, e safety, online, internet'],
  [
    'website, websites, site, sites, web, webpage, page, url, link, internet, online, net, google, search engine, browse, browsing, surf, wikipedia',
    'internet, website, site, web, online, search',
  ],
  ['school website, our website, school page, school site', 'school website, website, published'],
  [
    'social media, socials, social, insta, instagram, snap, snapchat, facebook, fb, tiktok, tik tok, twitter, linkedin, x account',
    'social media, social networking, networking site, social network, facebook',
  ],
  [
    'whatsapp, messenger, telegram, signal, group chat, chat group, dm, dms, dming, discord, teams chat, chat, chat room',
    'messaging app, messaging, chat room, message, messages, instant messaging, text message, communication, chat',
  ],
  [
    'message, messages, msg, text, texts, texting, sms, texted',
    'message, text message, messaging, text messaging, communication, digital communications',
  ],
  ['email, emails, e mail, mail, inbox, outlook', 'email, e mail, school email'],
  [
    'gmail, hotmail, yahoo, personal email, own email, home email, private email',
    'personal email, email, personal email address, secure, official',
  ],
  [
    'attachment, attachments, dodgy link, dodgy email, strange email, weird email, phishing, spam, junk, scam, scams, con, conned, fake text, fake email',
    'attachment, phishing, scam, spam, junk, unwanted, link, financial scams',
  ],
  ['blog, class blog, vlog', 'blog, blog site'],
  [
    'youtube, clip, clips, video, videos, film, films, netflix, iplayer, stream, streaming',
    'video, youtube, video broadcasting, video footage, film',
  ],
  [
    'photo, photos, pic, pics, picture, pictures, image, images, selfie, snaps, photograph, photographs',
    'photograph, photo, image, digital image, video, picture',
  ],
  [
    'nude, nudes, naked, sexting, sext, topless, undressed',
    'nude, semi nude, indecent, indecent image, explicit, sexual, imagery',
  ],
  [
    'porn, porno, filth, filthy, rude, smut, dirty, sexual, adult site, adult content, 18 rated',
    'pornographic, pornography, obscene, explicit, offensive, inappropriate, sexual, harmful, bad website',
  ],
  [
    'abuse images, abuse image, indecent images, images of kids, csam',
    'child abuse, child sexual abuse, indecent image, abuse images',
  ],
  [
    'bad site, bad, dodgy, horrible, nasty, awful, upsetting, unsuitable, iffy, inappropriate, disturbing, scary, gross, grim, worrying, wrong',
    'inappropriate, unsuitable, offensive, harmful, upset, distress, illegal, abusive, material, bad, bad website',
  ],
  [
    'game, games, gaming, gamer, roblox, fortnite, minecraft, xbox, playstation, nintendo, gta, call of duty',
    'game, gaming, gaming site, on line gaming, online gaming',
  ],
  [
    'maths games, learning games, educational games, times tables rock stars, ttrs, educational game',
    'educational, gaming educational, on line gaming, games teach',
  ],
  ['bet, bets, betting, bookies, gamble, gambling, lottery, lotto, bingo, poker', 'gambling, on line gambling'],
  [
    'shop, shopping, amazon, ebay, asos, tesco, argos, vinted, sainsburys, asda, buy, buying, order online, online order',
    'shopping, on line shopping, commerce, online shopping, buying, personal use, commercial',
  ],
  [
    'sell, selling, etsy, side hustle, my business, own business, small business, tutoring, avon, private business, flog',
    'private business, business, commercial, selling, financial gain, run a private business, commercial purposes',
  ],
  [
    'bank, banking, holiday, holidays booking, football scores, sport, news, personal stuff, personal use, own stuff, private use, personal reasons',
    'personal use, personal, educational purposes, professional purposes, duties',
  ],
  [
    'data, details, info, information, gdpr, personal data, personal information, data protection',
    'personal data, data, personal information, data protection, gdpr, confidential, information',
  ],
  [
    'address, addresses, where he lives, where she lives, where they live, home address, surname, full name, phone number',
    'personal information, address, full name, phone number, telephone, names, information of a personal nature',
  ],
  ['password, passwords, pw, passcode, pin, pin number', 'password, credential, login credentials, logon'],
  [
    'login, log in, logging in, logged in, log on, logon, username, user name, sign in, account',
    'logon, login, username, account, log in, network access, access',
  ],
  [
    'ai, chatgpt, chat gpt, copilot, gemini, claude, artificial intelligence, chatbot',
    'artificial intelligence, ai, emerging technologies, ai tools',
  ],
  [
    'zoom, teams call, google meet, video call, video lesson, live lesson, facetime, skype, remote lesson',
    'webcam, video, live, video conferencing, live video',
  ],
  ['cctv, security camera', 'cctv'],
  ['form, forms, paperwork, slip', 'form, consent form, agreement'],
  ['logo, badge, crest', 'logo, brand'],
  ['poster, posters, worksheet, worksheets, display, resources', 'copyright, sources, resource, displayed'],
];
