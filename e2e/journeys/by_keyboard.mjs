// The keyboard alone: Tab, Enter and letters, from the sign-in page to an answer in a thread.

import { go, visitor } from "../parts/browser.mjs";
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
      visible: [element, label, element.nextElementSibling, element.parentElement].some(shown),
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

  step("everything of a page can be left again");
  await go(page, "/people");
  await tabTo(page, "main form[action='/people'] button", report);
};
