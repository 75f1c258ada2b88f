import type { Locator, Page } from 'playwright-core';

/** Fills in a field of a card, whatever kind it is. @param value for a choice its title, for a day 2026-11-20. */
export async function fillIn(page: Page, card: Locator, label: string | RegExp, value: string): Promise<void> {
  const field = card.getByLabel(label).first();
  await field.waitFor();
  const role = (await field.getAttribute('role')) ?? '';
  const type = (await field.getAttribute('type')) ?? '';
  // Choices that are written out: the label is the group's, and each has a title of its own.
  if (role === 'radiogroup' || role === 'group') {
    await field.getByLabel(value, { exact: false }).first().check();
    return;
  }
  if (type === 'checkbox' || role === 'switch') {
    await field.setChecked(value === 'true');
    return;
  }
  if ((await field.getAttribute('aria-haspopup')) === 'dialog') return pickDay(page, field, value);
  // A list that unfolds, somewhere else on the page.
  if (role === 'combobox' || (await field.getAttribute('aria-haspopup')) === 'listbox') {
    await field.click();
    await page.getByRole('option', { name: value }).first().click();
    return;
  }
  await field.fill(value);
}

/** Leafs through the calendar of a date field to the month of this day (2026-11-20), and presses the day. */
async function pickDay(page: Page, field: Locator, value: string): Promise<void> {
  const wanted = new Date(`${value}T12:00:00Z`);
  // As a person scrolls, so that the calendar unfolds within the window.
  await field.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await field.click();
  const calendar = page.getByRole('dialog', { name: 'Calendar' }).last();
  for (let leaves = 0; leaves < 120; leaves++) {
    const shown = new Date(`1 ${await calendar.locator('.fui-CalendarDay__monthAndYear').textContent()} 12:00 UTC`);
    const months = (wanted.getUTCFullYear() - shown.getUTCFullYear()) * 12 + wanted.getUTCMonth() - shown.getUTCMonth();
    if (months === 0) break;
    await calendar
      .getByTitle(months > 0 ? /next month/i : /previous month/i)
      .first()
      .dispatchEvent('click');
  }
  const day = `${wanted.getUTCDate()}, ${wanted.toLocaleString('en', { month: 'long', timeZone: 'UTC' })}, ${wanted.getUTCFullYear()}`;
  await calendar
    .getByRole('button', { name: day })
    .or(calendar.getByRole('gridcell', { name: day }))
    .first()
    .dispatchEvent('click');
}
