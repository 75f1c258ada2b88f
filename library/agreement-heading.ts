/** Whether a heading names words that somebody is asked to agree to. */
export function isAgreementHeading(heading: string): boolean {
  return /\bagreements?\b/i.test(heading) && /\S \S/.test(heading);
}
