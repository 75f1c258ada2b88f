import type { Element, ElementContent } from 'hast';

const RAISED = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/** What stands in an element; raised figures as such, so that the mark of a note never joins the number before it. */
export function raised(element: Element): ElementContent[] {
  if (element.tagName !== 'sup') return element.children;
  return element.children.map((child) =>
    child.type === 'text' && /^\s*\d{1,3}\s*$/.test(child.value)
      ? { ...child, value: child.value.trim().replace(/\d/g, (figure) => RAISED[Number(figure)] ?? figure) }
      : child,
  );
}
