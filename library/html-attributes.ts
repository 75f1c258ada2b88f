import type { Element } from 'hast';

/** One attribute as text; undefined when it is absent. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** A whole number that an attribute gives, between two bounds; `otherwise` when it gives none. */
export function wholeNumber(element: Element, name: string, least: number, most: number, otherwise: number): number {
  const value = Number.parseInt(attribute(element, name) ?? '', 10);
  return Number.isNaN(value) ? otherwise : Math.min(Math.max(value, least), most);
}
