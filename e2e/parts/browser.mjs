// Real Chromium. A visitor is one person with one browser: cookies of their own, and an ear for every complaint.

import { chromium } from "playwright-core";
import { chromium as executable } from "./places.mjs";

export const languages = { ru: "ru-RU", en: "en-GB" };

export const launch = () =>
  chromium.launch({ executablePath: executable, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });

/** Complaints about a status that a journey asked for on purpose say nothing. */
const expected = (text) => /Failed to load resource: the server responded with a status of 4(03|04|10|22|29)/.test(text);

const listen = (page, complaints) => {
  page.setDefaultTimeout(15_000);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !expected(message.text())) {
      complaints.push(`${page.url()}: console ${message.type()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: script: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${response.url()}: status ${response.status()}`);
    if (response.status() >= 400 && /\/assets\//.test(response.url())) {
      complaints.push(`${response.url()}: an asset with status ${response.status()}`);
    }
  });
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol !== "data:" && hostname !== "localhost") complaints.push(`${page.url()} asked a stranger: ${request.url()}`);
  });
};

/** `options` go to the browser's context; `address` is the site's. */
export const visitor = async (browser, address, locale, options = {}) => {
  const context = await browser.newContext({
    baseURL: address,
    locale: languages[locale],
    timezoneId: "Europe/Moscow",
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  const complaints = [];
  context.on("page", (page) => listen(page, complaints));
  const page = await context.newPage();
  return { context, page, complaints, locale, close: () => context.close() };
};

/** Goes to a path and returns the answer, insisting on its status. */
export const go = async (page, path, status = 200) => {
  const answer = await page.goto(path, { waitUntil: "load" });
  if (answer.status() !== status) throw new Error(`${path} answered ${answer.status()}, not ${status}`);
  return answer;
};

/** Does something that leads to another page, and waits until it is there. */
export const led = async (page, where, act) => {
  await Promise.all([page.waitForURL(where, { waitUntil: "load" }), act()]);
};

/** The address without its host. */
export const path = (page) => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};

/** A text with plain spaces: pages have some that do not break. */
export const plain = (text) => text.replaceAll(/\s+/g, " ").trim();

export const signInByPassword = async (page, person, next = "/today") => {
  await go(page, `/sign-in?next=${encodeURIComponent(next)}`);
  const form = page.locator('form[action="/sign-in/password"]');
  if (!(await form.isVisible())) await page.locator("details.fold:has(form[action='/sign-in/password']) > summary").click();
  await form.locator('[name="email"]').fill(person.email);
  await form.locator('[name="password"]').fill(person.password);
  await led(page, `**${next}`, () => form.locator("button").click());
};

/** Searches until the index, which follows what was written, has caught up. */
export const search = async (page, typed) => {
  const until = Date.now() + 20_000;
  do {
    await go(page, "/search");
    await page.locator("main input[name=q]").fill(typed);
    await led(page, "**/search?*", () => page.locator("main input[name=q]").press("Enter"));
    if ((await page.locator(".hit").count()) > 0) return;
    await page.waitForTimeout(200);
  } while (Date.now() < until);
  throw new Error(`nothing is found for "${typed}"`);
};
