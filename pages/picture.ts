import { DRAWING_FONT, drawingFontFiles } from '../library/drawing-fonts';

/** Twice as many dots as units, for the screens of telephones. */
const ZOOM = 2;

/** A chart as PNG, for where no client draws one. */
export async function pictureOf(svg: string): Promise<Buffer> {
  const { Resvg } = await import('@resvg/resvg-js');
  const font = { loadSystemFonts: false, fontFiles: drawingFontFiles(), defaultFontFamily: DRAWING_FONT };
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: ZOOM }, font }).render().asPng();
}
