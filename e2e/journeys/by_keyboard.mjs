// The keyboard alone: Tab, Enter and letters, from the sign-in page to an answer in a thread.

import { REQUEST, ask } from "../parts/asking.mjs";
import { go, path, signInByPassword, visitor } from "../parts/browser.mjs";
import { check } from "../parts/report.mjs";

const MOST_TABS = 250;

/** What has the focus, and whether one can see that. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const shown = (one) => {
      const style = one && getComputedStyle(one);
      return Boolean(style) && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    };
    const { top, bottom, left, right, width } = element.getBoundingClientRect();
    const label = element.closest("label");
    return {
      name: `${element.localName}${element.id ? `#${element.id}` : ""} ${element.getAttribute("href") ?? element.getAttribute("name") ?? element.textContent.trim().slice(0, 30)}`,
      // The button inside a field for dates has a ring of the browser's own, and the field itself is not focused then.
      visible: (element.matches("input[type=date]") && !element.matches(":focus")) || [element, label, element.nextElementSibling, element.parentElement].some(shown),
      inWindow: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && width > 0,
    };
  });

/** Tab after Tab until the focus is on what the selector means; every stop on the way must be seen. */
const tabTo = async (page, selector, report) => {
  const stops = [];
  await page.locator(selector).first().waitFor({ state: "attached" });
  for (let tab = 0; tab < MOST_TABS; tab += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (!at) continue;
    stops.push(at.name);
    const where = new URL(page.url()).pathname.replaceAll(/\d+/g, "N");
    if (!at.visible) report.find("focus is not seen", where, at.name.replaceAll(/\d+/g, "N"));
    if (!at.inWindow) report.find("focus is outside the window", where, at.name.replaceAll(/\d+/g, "N"));
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  throw new Error(`${selector} is not reached by ${MOST_TABS} tabs; the last: ${stops.slice(-5).join(", ")}`);
};

const enter = async (page, where) => {
  const from = page.url();
  const there = page.waitForURL((url) => url.href !== from && where.test(url.pathname), { waitUntil: "load" });
  await Promise.all([there, page.keyboard.press("Enter")]);
};

export const byKeyboard = async (browser, locale, { step, joins, community, server, report }) => {
  const { page } = joins(await visitor(browser, server.address, locale));
  step("sign-in");
  await go(page, "/sign-in?next=/today");
  await page.keyboard.press("Tab");
  check(await page.evaluate(() => document.activeElement.matches("a.skip")), "the first stop is not the skip link");
  await tabTo(page, "summary", report);
  await page.keyboard.press("Enter");
  await tabTo(page, "form[action='/sign-in/password'] [name=email]", report);
  await page.keyboard.type(community.member.email);
  await tabTo(page, "form[action='/sign-in/password'] [name=password]", report);
  await page.keyboard.type(community.member.password);
  await tabTo(page, "form[action='/sign-in/password'] button", report);
  await enter(page, /^\/today$/);

  step("to talk");
  await tabTo(page, '.rail a[href="/talk"]', report);
  await enter(page, /^\/talk$/);

  step("past the menu by the skip link");
  await page.keyboard.press("Tab");
  check((await focused(page))?.inWindow, "the skip link is not seen when it has the focus");
  await page.keyboard.press("Enter");
  check(await page.evaluate(() => document.activeElement.id === "content"), "the skip link does not move the focus to the content");
  await page.keyboard.press("Tab");
  check(await page.evaluate(() => document.activeElement.closest("main") !== null), "after the skip link Tab leads back to the menu");

  step("a thread");
  await tabTo(page, 'main .item h3 a[href^="/talk/threads/"]', report);
  await enter(page, /^\/talk\/threads\//);

  step("an answer");
  await tabTo(page, "#text", report);
  const text = `By keyboard alone, ${locale}`;
  await page.keyboard.type(text);
  await tabTo(page, "#composer button.btn--primary", report);
  await enter(page, /^\/talk\//);
  await page.locator(".comment", { hasText: text }).waitFor();

  await helping(browser, locale, { step, joins, community, server, report }, page);

  step("everything of a page can be left again");
  await go(page, "/people");
  await tabTo(page, "main form[action='/people'] button", report);
};

/** A request of one's own, and an answer to that of another. */
const helping = async (browser, locale, { step, joins, community, server, report }, page) => {
  step("a request");
  await tabTo(page, '.rail a[href="/requests"]', report);
  await enter(page, /^\/requests$/);
  await tabTo(page, 'main a[href="/requests/new"]', report);
  await enter(page, /^\/requests\/new$/);
  await tabTo(page, "#title", report);
  await page.keyboard.type(`Asked by keyboard alone, ${locale}`);
  await tabTo(page, "#ask [name=kind]:checked", report);
  await page.keyboard.press("ArrowDown");
  check((await page.locator("#ask [name=kind]:checked").getAttribute("value")) !== "solution", "an arrow does not change the kind");
  await tabTo(page, "#ask .actions button[value=ask]", report);
  await enter(page, REQUEST);
  const own = path(page);

  step("an answer to the request of another");
  const owner = joins(await visitor(browser, server.address, locale));
  await signInByPassword(owner.page, community.owner);
  const request = await ask(owner.page, { title: `Answered by keyboard alone, ${locale}` });
  await go(page, "/requests");
  await tabTo(page, `main .item h3 a[href="${request}"]`, report);
  await enter(page, REQUEST);
  await tabTo(page, "#composer #text", report);
  const text = `Helped by keyboard alone, ${locale}`;
  await page.keyboard.type(text);
  await tabTo(page, "#composer button.btn--primary", report);
  await page.keyboard.press("Enter");
  await page.locator(".comment", { hasText: text }).waitFor();

  step("an end of one's own");
  await go(page, own);
  await tabTo(page, `main a[href="${own}/closure"]`, report);
  await enter(page, /\/closure$/);
  await tabTo(page, "form [name=outcome]", report);
  await page.keyboard.press("Space");
  await tabTo(page, "form[action$='/closure'] button.btn--primary", report);
  await enter(page, REQUEST);
};
