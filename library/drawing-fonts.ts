import { dirname, join } from 'node:path';

/** Liberation Sans (SIL Open Font License 1.1) comes with the package that reads PDF, so letters are the same on every machine. */
export const DRAWING_FONT = 'Liberation Sans';

export function drawingFontFiles(): string[] {
  const folder = join(dirname(require.resolve('pdfjs-dist/package.json')), 'standard_fonts');
  return ['LiberationSans-Regular.ttf', 'LiberationSans-Bold.ttf'].map((file) => join(folder, file));
}
