/**
 * Matters that staff ask a chat bot about and that belong to other policies: pay, premises, first aid, meals, uniform,
 * rotas. One of these words in a question that no imported policy knows says plainly that the answer is elsewhere. A
 * school that imports its first aid policy has the word in the library, and then it weighs like any other.
 */
export const WORDS_ELSEWHERE: ReadonlySet<string> = new Set(
  `pay paid salary wage overtime pension payslip expenses mileage maternity paternity sick sickness absence dentist
  doctor appointment contract interview vacancy job union strike holiday holidays rota duty ppa timetable uniform
  cardigan jumper shoes earrings jewellery hair haircut nails makeup coat pe plimsolls aid aider plaster asthma
  inhaler allergy epipen medicine medication temperature vomit vomiting nits lice headlice tooth bleeding injury
  ambulance illness chickenpox fever fire drill evacuation alarm assembly-point parking park parked car minibus
  electric lunch dinner packed snack milk fruit menu meal meals kitchen canteen dog cat pet animal hamster glue
  stationery paint pens cupboard budget heating boiler electrician toilet toilets cleaner bulb carpet homework
  spelling maths phonics sats assessment opening-hours term-dates hymn mass prayer worship church choir concert disco
  fair raffle cake sports-day bike bikes scooter cycle locker lockers laminator photocopier toner jammed ladder
  kettle microwave fridge asbestos lift sun-cream suncream sunscreen hat jab vaccine glasses wheelchair nosebleed
  sprain stung wasp bump bruise worms nut nuts halal vegetarian pudding gum sweets crisps birthday pta fete tombola
  trainers tie blazer skirt leggings trousers headscarf tattoo piercing wages bonus promotion appraisal jury
  bereavement funeral wedding sabbatical flexitime retire retirement resign resignation invoice receipt petty cash
  purchase spellings handwriting scheme-books catchment waiting-list truant biting fight fighting pen-licence
  recorder piano climbing-frame swing sandpit goalposts gate-code minibus-licence lost-property umbrella gardening
  baby ill unwell inset dress club clubs zoo scheme wellbeing counselling gym hours ofsted-day christmas easter
  halloween attendance lateness admission admissions transition nursery-place breakfast-club wraparound
  visitor-parking lanyard tea coffee doughnut party weather snow swimming pool football netball rugby cricket
  gymnastics tennis chess guitar violin orchestra ratio ratios poppy poppies sandwiches lunchbox ketchup pizza roast
  radiator gas electricity light bulbs window windows roof gutter fence pond rabbit guinea-pig chicks snake fish bees
  caretakers mop hoover hand-dryer soap towel towels tissues mortgage loan rent car-share sick-pay phased-return
  flexible job-share secondment cpd-budget p60 p45 tax redundancy teachers-pension vaccination flu covid dentist-note
  optician hearing-test verruca scabies impetigo measles times-tables phonic reading-book library-books sat cursive
  joined-up handwriting-scheme white-rose spelling-test harvest diwali eid carol raffle-prize lollipop
  pushchair pram-park postbox bank-holiday half-day open-evening ski castle theatre-tickets`
    .split(/\s+/)
    .map((word) => word.replaceAll('-', ' ')),
);
