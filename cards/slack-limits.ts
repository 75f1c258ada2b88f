/** What Slack refuses to take, in characters or pieces, from the reference of Block Kit and of views. */
export const SLACK = {
  blocksInMessage: 50,
  blocksInModal: 100,
  sectionText: 3000,
  contextText: 2000,
  headerText: 150,
  /** Of one section; a fact takes two. */
  fields: 10,
  fieldText: 2000,
  buttonText: 75,
  buttonValue: 2000,
  options: 100,
  optionGroups: 100,
  /** Radio buttons and boxes to tick, all on show. */
  optionsOnShow: 10,
  optionText: 75,
  inputLabel: 2000,
  inputText: 3000,
  placeholder: 150,
  altText: 2000,
  modalTitle: 24,
  submitText: 24,
  metadata: 3000,
  notification: 4000,
  /** All texts of a message together: reported by others, in no reference. */
  messageText: 13_200,
} as const;
