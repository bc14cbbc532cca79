// People of a community and what they ask one another, as several journeys need them.

import { go, led, path, visitor } from "./browser.mjs";

export const REQUEST = /\/requests\/\d+$/;

/** Asks by the form, as it is without scripts too; gives the path of the request. */
export const ask = async (page, { title, details = "", kind = "solution", tags = [] }) => {
  await go(page, "/requests/new");
  await page.locator("#title").fill(title);
  await page.locator("#details").fill(details);
  await page.locator(`#ask [name=kind][value=${kind}]`).check({ force: true });
  for (const [at, tag] of tags.entries()) await page.locator("#ask [name=tag]").nth(at).fill(tag);
  await led(page, REQUEST, () => page.locator("#ask .actions button[value=ask]").click());
  return path(page);
};

/** Answers with what the form of this kind asks for. */
export const answer = async (page, request, { kind, text, name }) => {
  await go(page, `${request}?as=${kind}`);
  if (name) await page.locator("#composer #name").fill(name);
  await page.locator("#composer #text").fill(text);
  const answered = (url) => url.pathname === request && !url.search.includes("as=");
  await led(page, answered, () => page.locator("#composer .composer__foot button").click());
};

/** A person comes by the letter of an invitation, in the language of their own browser. */
export const comeIn = async ({ browser, server, letters, joins }, owner, { name, email, locale }) => {
  await go(owner.page, "/invitations");
  await owner.page.locator("#people").fill(email);
  await led(owner.page, "**/invitations", () => owner.page.locator("#invite button").click());
  const letter = await letters.next(email);
  const one = joins(await visitor(browser, server.address, locale));
  await go(one.page, letter.link);
  await one.page.locator("#name").fill(name);
  await led(one.page, (url) => url.pathname !== "/invitation", () => one.page.locator("#accept button").click());
  await go(one.page, "/account");
  await one.page.locator("#locale").selectOption(locale);
  await one.page.locator("#speak button").click();
  await one.page.waitForLoadState("load");
  return Object.assign(one, { name, email });
};

/** How often a week one lets oneself be asked. */
export const limit = async (page, perWeek) => {
  await go(page, "/requests/limits");
  await page.locator("#per_week").fill(String(perWeek));
  await led(page, "**/requests/limits", () => page.locator("#limits .actions button").click());
};
