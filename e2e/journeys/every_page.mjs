// Every page of a community, found by following its links, as its owner and as a plain member; then the pages that
// no link leads to: errors, refusals, and a community in which there is nothing yet.

import { go, led, path, signInByPassword, visitor } from "../parts/browser.mjs";
import { Seen, glance, look } from "../parts/look.mjs";
import { requestsMade } from "../parts/requests_made.mjs";
import { check, within } from "../parts/report.mjs";
import { empty, serving } from "../parts/server.mjs";

const MOST_PAGES = 150;
/** Whose pages are looked at in all four pairs of theme and width. */
const THOROUGH = { ru: "owner", en: "member" };
/** Tabs at once: as many as the smallest machine has cores. */
const TABS = 2;
/** Seconds for a page; axe takes a few in the slowest. */
const VISIT = 120;

/** Pages of one kind have one pattern: numbers and months are left out, so are the values of a query. */
const pattern = (address) => {
  const { pathname, searchParams } = new URL(address);
  const bare = pathname.replaceAll(/\/\d{4}-\d{2}(?=\/|$)/g, "/{month}").replaceAll(/\/\d+(?=\/|$)/g, "/{id}");
  const asked = [...new Set(searchParams.keys())].sort().join("&");
  return asked ? `${bare}?${asked}` : bare;
};

const links = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("a[href]")]
      .filter((link) => link.origin === location.origin && !link.hasAttribute("download"))
      .map((link) => link.href.replace(/#.*/, "")),
  );

/** Not pages: a download, and the way out to another community. */
const passed = (address) => /\.json$|^\/assets\/|^\/account\/communities\//.test(new URL(address).pathname);

const crawl = async (visitors, seeds, { name, report, validity, server, thorough, seen, locale }) => {
  const met = new Set();
  const queue = [];
  const meet = (addresses) => {
    for (const address of addresses) {
      const kind = pattern(address);
      if (passed(address) || met.has(kind) || met.size >= MOST_PAGES) continue;
      met.add(kind);
      queue.push(address);
    }
  };
  // What the crawl begins with is looked at even where its kind was met: it is there for its state.
  for (const seed of seeds) {
    const { href } = new URL(seed, server.address);
    met.add(pattern(href));
    queue.push(href);
  }
  let busy = 0;
  const walk = async (page) => {
    for (;;) {
      const address = queue.shift();
      if (!address) {
        if (busy === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
        continue;
      }
      busy += 1;
      try {
        await within(VISIT, () => `${path(page)}, found as ${address},`, () => visit(page, address));
      } finally {
        busy -= 1;
      }
    }
  };
  const visit = async (page, address) => {
    const answer = await page.goto(address, { waitUntil: "load" });
    const called = `${name} ${pattern(address)}`;
    if (answer.status() !== 200) return report.find("status", `${called} (${address})`, String(answer.status()));
    const language = await page.locator("html").getAttribute("lang");
    if (language !== locale) report.find(`the page is in ${language}, not in the browser's ${locale}`, called);
    await validity.keep(called, await answer.text(), report);
    meet(await links(page));
    await look(page, called, report, { thorough, axeToo: await seen.isNews(page, pattern(address).replace(/\?.*/, "")) });
  };
  await Promise.all(visitors.map(walk));
  return met;
};

const tabs = async (one) => [one.page, ...(await Promise.all(Array.from({ length: TABS - 1 }, () => one.context.newPage())))];

/** Pages that only forms lead to. */
const asked = {
  ru: { owner: ["/search?q=заказчик", "/people?q=а", "/roles?q=а", "/people/imported?q=а&show=all"], member: ["/search?q=заказчик&kind=people", "/search?q=щщщщ", "/people?q=щщщщ"] },
  en: { owner: ["/search?q=client", "/people?q=a", "/roles?q=a", "/people/imported?q=a&show=all"], member: ["/search?q=client&kind=people", "/search?q=zzzz", "/people?q=zzzz"] },
};

/** Kinds of pages of requests and of the Desk that must have been looked at, however the links run. */
const expected = {
  owner: ["/desk", "/desk?queue", "/requests/found", "/requests/found/all", "/requests/promises?of", "/requests/settings", "/requests/topics/{id}/edit", "/requests/topics/found"],
  member: [
    "/requests", "/requests?list", "/requests/new", "/requests/new?topic", "/requests/topics", "/requests/topics/{id}", "/requests/limits", "/requests/notices",
    "/requests/pledge", "/requests/similar?q", "/requests/drafts", "/requests/drafts/{id}", "/requests/drafts/{id}/preview", "/requests/drafts/{id}/files",
    "/requests/drafts/{id}/deletion", "/requests/{id}", "/requests/{id}?as", "/requests/{id}/closure", "/requests/{id}/correction", "/requests/{id}/report", "/requests/{id}/report?answer",
    "/requests/{id}/answers/{id}/deletion", "/requests/helps/{id}/deal", "/requests/introductions/{id}",
  ],
};

export const everyPage = async (browser, locale, world) => {
  const { step, joins, community, server, report, validity } = world;
  const seen = new Seen();
  const made = await requestsMade(browser, locale, world);
  for (const role of ["owner", "member"]) {
    step(`signing in as ${role}`);
    const one = joins(await visitor(browser, server.address, locale));
    await signInByPassword(one.page, community[role]);
    step(`pages of the ${role}`);
    const name = `${role}, ${locale}:`;
    const thorough = THOROUGH[locale] === role;
    const met = await crawl(await tabs(one), ["/today", ...asked[locale][role], ...made[role]], { name, report, validity, server, thorough, seen, locale });
    console.log(`      ${met.size} kinds of pages of the ${role}`);
    const missed = [...expected.member, ...(role === "owner" ? expected.owner : [])].filter((kind) => !met.has(kind));
    check(missed.length === 0, `the ${role} was not led to ${missed.join(", ")}`);
    await menu(one.page, name, report);
  }
};

/** The menu that opens on a phone. */
const menu = async (page, name, report) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await go(page, "/today");
  await page.locator(".tabbar button[popovertarget]").click();
  await page.locator("#more").waitFor({ state: "visible" });
  await glance(page, "#more", `${name} the menu on a phone`, report);
  await page.setViewportSize({ width: 1280, height: 900 });
};

export const emptyPages = async (browser, locale, { step, joins, report, validity }) => {
  step("a community with nothing in it");
  const community = await empty(locale);
  await serving({ data: community.data }, async (server) => {
    const one = joins(await visitor(browser, server.address, locale));
    await signInByPassword(one.page, community.owner);
    step("its pages");
    const seeds = ["/today", "/search?q=a", "/people?q=a", "/roles?q=a", "/removals", "/merges", "/claims"];
    const met = await crawl(await tabs(one), seeds, { name: `empty, ${locale}:`, report, validity, server, seen: new Seen(), locale });
    console.log(`      ${met.size} kinds of pages of an empty community`);
  });
};

/** A page that was reached by a form or is refused: looked at like any other. */
const refused = async (page, name, answer, status, { report, validity, locale }) => {
  const called = `${locale}: ${name}`;
  if (answer.status() !== status) report.find("status", called, `${answer.status()} instead of ${status}`);
  // After a form the page is not served again: what is shown is kept.
  const html = answer.request().method() === "GET" ? await answer.text() : await page.content();
  await validity.keep(called, html, report);
  await look(page, called, report);
};

/** Sends a form as it is, without the browser's own checks. */
const sent = async (page, selector, press = "button") => {
  const answer = page.waitForResponse((response) => response.request().method() === "POST" && response.request().isNavigationRequest());
  await page.locator(selector).first().evaluate((form) => (form.noValidate = true));
  await page.locator(selector).first().locator(press).first().click();
  const got = await answer;
  await page.waitForLoadState("load");
  return got;
};

export const refusals = async (browser, locale, { step, joins, community, server, report, validity }) => {
  const world = { report, validity, locale };
  const stranger = joins(await visitor(browser, server.address, locale));
  const { page } = stranger;
  step("pages for strangers");
  const open = { "/": 200, "/sign-in": 200, "/sign-in?next=/talk": 200, "/remove-me": 200, "/nowhere": 404, "/welcome": 404, "/claim/nothing": 404, "/sign-in/link?key=nothing": 410, "/invitation?key=nothing": 410, "/pass?key=nothing": 410 };
  for (const [address, status] of Object.entries(open)) {
    await refused(page, `stranger ${address}`, await page.goto(address), status, world);
  }
  step("a letter is on its way");
  await go(page, "/sign-in");
  await page.locator("#email").fill("nobody@example.org");
  await led(page, "**/sign-in/code", () => page.locator("form#sign-in button").click());
  await refused(page, "the code page", await page.reload(), 200, world);
  await page.locator("#code").fill("12");
  await refused(page, "a wrong code", await sent(page, "#enter"), 422, world);

  step("forms that are not right: strangers");
  await go(page, "/sign-in");
  await page.locator("#email").fill("nobody");
  await refused(page, "sign-in without an address", await sent(page, "form#sign-in"), 422, world);
  await go(page, "/remove-me");
  await refused(page, "remove-me without a name", await sent(page, "#remove-me"), 422, world);

  step("too many wrong passwords");
  let answer;
  for (let tried = 0; tried < 6; tried += 1) {
    await go(page, "/sign-in");
    await page.locator("details.fold summary").click();
    const form = page.locator("#by-password");
    await form.locator("[name=email]").fill(`somebody-${locale}@example.org`);
    await form.locator("[name=password]").fill("not this one");
    answer = await sent(page, "#by-password");
    if (tried === 0) await refused(page, "a wrong password", answer, 422, world);
  }
  await refused(page, "too many passwords", answer, 429, world);

  await refusedToMember(browser, locale, { step, joins, community, server }, world);
  await refusedToOwner(browser, locale, { step, joins, community, server }, world);
};

const refusedToMember = async (browser, locale, { step, joins, community, server }, world) => {
  const { page } = joins(await visitor(browser, server.address, locale));
  step("what a member may not");
  await signInByPassword(page, community.member);
  for (const [address, status] of Object.entries({ "/roles": 403, "/import": 403, "/desk": 403, "/requests/settings": 403, "/requests/999999999999": 404, "/talk/threads/999999999999": 404, "/people/999999999999": 404, "/nowhere": 404 })) {
    await refused(page, `member ${address}`, await page.goto(address), status, world);
  }
  step("forms that are not right: members");
  await go(page, "/talk/new");
  await refused(page, "an empty thread", await sent(page, "#composer"), 422, world);
  await go(page, "/requests/new");
  await refused(page, "an empty request", await sent(page, "#ask", ".actions button[value=ask]"), 422, world);
  await go(page, "/requests/pledge");
  await page.locator("#times").fill("0");
  await refused(page, "a pledge of nothing", await sent(page, "form[action='/requests/pledge']"), 422, world);
  await go(page, "/requests/limits");
  await page.locator("#per_week").fill("999");
  await refused(page, "to be asked without end", await sent(page, "#limits"), 422, world);
  await go(page, "/account/password");
  await page.locator("#password").fill("1");
  await refused(page, "a short password", await sent(page, "#set"), 422, world);
  await go(page, "/profile/edit");
  await page.locator("#profile [name=name]").fill("");
  await refused(page, "a profile without a name", await sent(page, "#profile"), 422, world);
};

const refusedToOwner = async (browser, locale, { step, joins, community, server }, world) => {
  const { page } = joins(await visitor(browser, server.address, locale));
  step("forms that are not right: the owner");
  await signInByPassword(page, community.owner);
  await go(page, "/import");
  await refused(page, "an import without a file", await sent(page, "form[action='/import']"), 422, world);
  await go(page, "/import");
  await page.locator("#export").setInputFiles({ name: "result.json", mimeType: "application/json", buffer: Buffer.from('{"name": "x", "messages": [') });
  await sent(page, "form[action='/import']");
  await page.locator(".notice--brick").waitFor();
  await refused(page, `a broken import ${path(page)}`, await page.reload(), 200, world);
  await go(page, "/requests/settings");
  await page.locator("#asked").fill("0");
  await refused(page, "requests of which nobody hears", await sent(page, "#settings"), 422, world);
  await go(page, "/community");
  await page.locator("[name=name]").fill("");
  await refused(page, "a community without a name", await sent(page, "#describe"), 422, world);
  await go(page, "/invitations");
  await refused(page, "an invitation to nobody", await sent(page, "form[action='/invitations']"), 422, world);
};
