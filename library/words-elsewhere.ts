/**
 * Matters that staff ask a chat bot about and that belong to other policies: pay, premises, first aid, meals, uniform,
 * rotas. One of these words in a question that no imported policy knows says plainly that the answer is elsewhere. A
 * school that imports its first aid policy has the word in the library, and then it weighs like any other.
 */
export const WORDS_ELSEWHERE: ReadonlySet<string> = new Set(
  `pay paid salary wage overtime pension payslip expenses mileage leave maternity paternity sick sickness absence dentist
  doctor appointment notice contract interview vacancy job union strike holiday holidays rota duty cover ppa timetable
  uniform cardigan jumper shoes earrings jewellery hair haircut nails makeup coat kit pe plimsolls
  aid aider plaster asthma inhaler allergy epipen medicine medication temperature vomit vomiting nits lice headlice tooth
  bleeding injury ambulance illness chickenpox fever wet
  fire drill evacuation alarm exit assembly-point door   keys parking park parked car minibus bus electric
  lunch dinner packed snack milk fruit menu meal meals kitchen canteen water
  dog cat pet animal hamster glue sticks stationery paint  pens cupboard   budget
  heating boiler electrician toilet toilets leak cleaner bin bins  bulb  desk carpet
  homework marking spelling maths phonics  sats assessment   opening-hours term-dates
  hymn mass prayer worship church nativity choir concert disco fair raffle cake sports-day  
  bike bikes scooter cycle locker lockers laminator photocopier toner jammed ladder kettle microwave fridge asbestos lift
  sun-cream suncream sunscreen hat jab vaccine glasses wheelchair nosebleed sprain stung wasp bump bruise plasters worms
  nut nuts halal vegetarian pudding gum sweets crisps birthday pta fete raffle tombola trainers tie blazer skirt leggings
  trousers headscarf tattoo piercing wages bonus promotion appraisal jury bereavement funeral wedding sabbatical flexitime
  retire retirement   resign resignation invoice receipt petty cash purchase spellings handwriting
   scheme-books catchment waiting-list truant biting fight fighting pen-licence recorder piano climbing-frame
  swing sandpit goalposts gate-code minibus-licence lost-property umbrella gardening
  baby ill unwell inset dress club clubs zoo scheme wellbeing counselling gym hours ofsted-day christmas easter halloween
  attendance   lateness admission admissions transition nursery-place clubs breakfast-club wraparound
  visitor-parking lanyard badge tea coffee staffroom doughnut birthday party weather snow    `
    .split(/\s+/)
    .map((word) => word.replaceAll('-', ' ')),
);
