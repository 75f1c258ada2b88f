/** Forms from home: who teaches the class, and whose are back when. */
export const CLASSES = [
  { id: '2S', teacher: 'slow', pupils: ['AB', 'CD'], back: [{ on: '2026-10-06', pupils: ['AB', 'CD'] }] },
  { id: '5P', teacher: 'part-timer', pupils: ['EF', 'GH'], back: [{ on: '2026-09-25', pupils: ['GH'] }] },
] as const;
export const FORM = { id: 'photos', due: '2026-09-25' } as const;
