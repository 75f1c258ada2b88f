import type { Element } from 'hast';
import { attribute } from './html-attributes';
import { fontOfSigns } from './symbol-fonts';

const FAMILY = /(?:^|[;\s])font(?:-family)?\s*:\s*(?:[^;,]{0,60}\d(?:pt|px|em|%)\s+)?([^;]{1,80})/i;

/** The font of signs in which the words of an element are printed, given that around it; undefined for any other font. */
export function fontIn(element: Element, around: string | undefined): string | undefined {
  const said = attribute(element, 'face') ?? FAMILY.exec(attribute(element, 'style') ?? '')?.[1];
  return said === undefined ? around : fontOfSigns(said);
}
