// A request from its asking to its thanks, between people of two languages, and the Desk by keyboard. Letters come over
// SMTP, and what follows an act is done by the real jobs.

import { answer, ask, comeIn } from "../parts/asking.mjs";
import { go, led, path, plain, signInByPassword, visitor } from "../parts/browser.mjs";
import { Letters } from "../parts/letters.mjs";
import { look } from "../parts/look.mjs";
import { check } from "../parts/report.mjs";
import { empty, serving } from "../parts/server.mjs";
import { deskByKeyboard } from "./desk.mjs";

export const other = { ru: "en", en: "ru" };

const words = {
  ru: {
    offer: "Чугунные светильники для набережных",
    wish: { title: "Кто поставит чугунные светильники на набережной?", details: "Нужно **восемь** опор до весны.", kind: "solution", tags: ["свет"] },
    answer: "Берите опоры с *двойной* грунтовкой, мы так делали.",
    recommendation: "Ставил нам двенадцать таких.",
    noise: "А у меня на даче тоже фонарь.",
    closure: "Поставили за три дня.",
    thanks: "Всё стоит ровно, спасибо!",
    second: { title: "Кто проверит смету на мощение двора?" },
  },
  en: {
    offer: "Cast iron lanterns for embankments",
    wish: { title: "Who can put up cast iron lanterns on the embankment?", details: "We need **eight** posts by spring.", kind: "solution", tags: ["light"] },
    answer: "Take posts with a *double* primer, we did.",
    recommendation: "Put up twelve of these for us.",
    noise: "I have a lantern at my cottage too.",
    closure: "Put up within three days.",
    thanks: "All of it stands straight, thank you!",
    second: { title: "Who could check an estimate for paving a courtyard?" },
  },
};

const AMOUNT = { typed: "125000", shown: /125[\s\u00a0\u202f,]?000/ };
const PATIENCE = 30_000;

export const requests = async (browser, locale, { step, joins, report, validity }) => {
  const community = await empty(locale);
  const letters = await Letters.open();
  const options = ["--smtp-url", letters.url, "--mail-from", "house@example.org"];
  await serving({ data: community.data, options }, async (server) => {
    const world = { browser, locale, letters, server, step, joins, say: words[locale], seen: seeing(locale, report, validity) };
    const people = await gathering(world, community);
    await asking(world, people);
    await routed(world, people);
    await answered(world, people);
    await introduced(world, people);
    await closed(world, people);
    await remembered(world, people);
    await deskByKeyboard(world, people);
    step("the server stops on SIGTERM");
  }).finally(() => letters.close());
};

/** Looks at the page that is open, as its reader has it, and leaves it as it was. */
const seeing = (locale, report, validity) => async (page, name) => {
  const answer = await go(page, path(page));
  await validity.keep(`${name}, ${locale}`, await answer.text(), report);
  await look(page, `${name}, ${locale}`, report);
  await go(page, path(page));
};

const main = (page) => page.locator("main").innerText();

/** Opens a page until what is awaited is there: jobs do their work meanwhile. */
const until = async (page, address, selector, said) => {
  const late = Date.now() + PATIENCE;
  for (;;) {
    await go(page, address);
    if ((await page.locator(selector).count()) > 0) return;
    check(Date.now() < late, said);
    await page.waitForTimeout(200);
  }
};

const gathering = async (world, community) => {
  const { browser, locale, server, step, joins, say } = world;
  step("the administrator invites three people of two languages");
  const owner = joins(await visitor(browser, server.address, locale));
  await signInByPassword(owner.page, community.owner);
  const stranger = other[locale];
  const asker = await comeIn(world, owner, { name: "Vera Somers", email: "vera@example.org", locale });
  const adviser = await comeIn(world, owner, { name: "Ian Kestrel", email: "ian@example.org", locale: stranger });
  const master = await comeIn(world, owner, { name: "Ted Siskin", email: "ted@example.org", locale: stranger });
  step("who offers what is asked for says so in the profile");
  await go(adviser.page, "/profile/edit/offer");
  await adviser.page.locator("#offer").fill(say.offer);
  await led(adviser.page, (url) => url.pathname !== "/profile/edit/offer", () => adviser.page.locator("#profile button.btn--primary").click());
  step("a pledge of the year");
  await go(master.page, "/requests/pledge");
  await master.page.locator("#times").fill("3");
  await led(master.page, "**/requests/pledge", () => master.page.locator("form[action='/requests/pledge'] button").click());
  check((await master.page.locator("progress.meter").getAttribute("value")) === "0", "a new pledge has helps already");
  return { owner, asker, adviser, master };
};

const asking = async ({ locale, step, say, seen }, people) => {
  const { page } = people.asker;
  step("the form keeps itself as a draft while it is written");
  await go(page, "/requests/new");
  const begun = say.wish.title.slice(0, 12).trim();
  await page.locator("#title").fill(begun);
  await page.waitForURL(/\/requests\/drafts\/\d+$/);
  await seen(page, "a draft");
  check((await page.locator("#title").inputValue()) === begun, "the draft lost what was written");
  step("a request is asked");
  people.request = await ask(page, say.wish);
  check((await page.locator("main .prose strong").count()) === 1, "the bold word of the details is not bold");
  check((await page.locator("html").getAttribute("lang")) === locale, `the request is not in ${locale}`);
};

const routed = async ({ locale, letters, step, say, seen }, { asker, adviser, owner, request }) => {
  step("whoever offers it hears of it by a letter in their language, with the reason");
  const letter = await letters.next(adviser.email, ({ link }) => link.endsWith(request));
  check(letter.html.includes(`lang="${other[locale]}"`), `the letter is not in ${other[locale]}: ${letter.subject}`);
  check(letter.text.includes(say.wish.title), "the letter does not say what is asked");
  const reason = adviser.page.locator(".because li").first();
  step("and on Today");
  const { page } = adviser;
  await until(page, "/today", `a[href='${request}']`, "the invitation is not on Today");
  const why = plain(await reason.innerText());
  check(why.length > 10 && plain(letter.text).includes(why), `Today says “${why}”, the letter another reason:\n${letter.text}`);
  await seen(page, "Today of an invited member");
  step("the letter leads to the request");
  await go(page, new URL(letter.link).pathname);
  check(plain(await page.locator("#invitation .because li").first().innerText()) === why, "the request gives another reason than the letter");
  await seen(page, "a request to the invited");
  await go(page, `${request}/passing?name=Ted`);
  check((await main(page)).includes("Ted Siskin"), "nobody can be named instead");
  await seen(page, "naming another");
  step("the asker sees how many were asked, and nobody by name who has said nothing yet");
  await go(asker.page, request);
  const asked = await asker.page.locator("aside").innerText();
  check(/\d/u.test(asked) && !asked.includes(adviser.name), `the asker is told by name who was asked: ${asked}`);
  step("similar requests are shown while another writes");
  await go(owner.page, "/requests/new");
  await owner.page.locator("#title").pressSequentially(say.wish.title.slice(0, 40));
  await owner.page.locator(`#similar a[href='${request}']`).waitFor();
};

const answered = async (world, { asker, adviser, master, owner, request }) => {
  const { locale, letters, step, say, seen } = world;
  step("one says that they will help, and answers");
  await go(adviser.page, request);
  await led(adviser.page, `**${request}*`, () => adviser.page.locator("form[action$='/taking'] button").click());
  await go(asker.page, request);
  const taking = asker.page.locator("aside li", { hasText: adviser.name });
  check((await taking.locator("li").count()) > 0, "the asker is not told who will help, and why this member");
  await answer(adviser.page, request, { kind: "solution", text: say.answer });
  check((await adviser.page.locator(".comment .prose em").count()) === 1, "the answer is not shown");
  step("another recommends a member");
  await answer(owner.page, request, { kind: "recommendation", name: master.name, text: say.recommendation });
  check((await owner.page.locator(".comment", { hasText: master.name }).count()) === 1, "the recommended member is not named");
  step("a comment that helps nobody");
  await answer(adviser.page, request, { kind: "comment", text: say.noise });
  step("the asker hears of both in her language");
  const told = [];
  for (const text of [say.recommendation, "*"]) told.push(await letters.next(asker.email, (one) => text === "*" || one.text.includes(text)));
  check(told.every(({ html }) => html.includes(`lang="${locale}"`)), `letters are not in ${locale}: ${told.map(({ subject }) => subject)}`);
  await stopping(world, asker, told[0]);
  await go(asker.page, request);
  check((await asker.page.locator(".thread > .comment").count()) === 3, "the asker does not see what was answered");
  await seen(asker.page, "a request with answers");
};

/** One click in a letter stops its kind, whoever holds the letter; the reader may think otherwise. */
const stopping = async ({ browser, locale, server, step, joins, seen }, reader, letter) => {
  step("letters of a kind stop by one click");
  const { page } = joins(await visitor(browser, server.address, locale));
  await go(page, new URL(/https?:\S+\/requests\/stops\/\S+/.exec(letter.text)[0]).pathname);
  await seen(page, "the stop of letters");
  const stop = page.locator("form[action^='/requests/stops/'] button");
  const asked = await stop.innerText();
  await stop.click();
  await page.locator("form[action^='/requests/stops/'] [name=resume]").waitFor({ state: "attached" });
  check((await stop.innerText()) !== asked, "the letters did not stop");
  await go(reader.page, "/requests/notices");
  check((await reader.page.locator("[name=comes][value=answered]:checked").count()) === 0, "the switch does not know that they stopped");
  await reader.page.locator("[name=comes][value=answered]").check({ force: true });
  await reader.page.locator("form[action='/requests/notices'] button").click();
  await reader.page.waitForLoadState("load");
};

/** Accepts from the request's own page. */
const accepts = async ({ page }, request) => {
  await go(page, request);
  await led(page, "**/requests/introductions/*", () => page.locator("a[href^='/requests/introductions/']").first().click());
  check(!/@example\.org/.test(await main(page)), "an address is shown before both accepted");
  await led(page, "**/requests/introductions/*", () => page.locator("form[action$='/acceptance'] button").click());
  await page.locator("form[action$='/acceptance']").waitFor({ state: "detached" });
};

const introduced = async ({ locale, letters, step, seen }, { asker, master, request }) => {
  step("the recommended member hears of it in their language");
  const letter = await letters.next(master.email, ({ link }) => link.includes("/requests/introductions/"));
  check(letter.html.includes(`lang="${other[locale]}"`), `the letter is not in ${other[locale]}: ${letter.subject}`);
  step("the asker accepts, and sees no contacts yet");
  await accepts(asker, request);
  check((await asker.page.locator("#contacts").count()) === 0, "contacts are revealed before the other accepted");
  step("the recommended member accepts");
  const { page } = master;
  await go(page, "/today");
  const waiting = page.locator("main a[href^='/requests/introductions/']").first();
  await led(page, "**/requests/introductions/*", () => waiting.click());
  await seen(page, "an introduction to decide on");
  await led(page, "**/requests/introductions/*", () => page.locator("form[action$='/acceptance'] button").click());
  step("both see how to reach each other");
  await page.locator(`a[href='mailto:${asker.email}']`).waitFor();
  await seen(page, "two who have met");
  await go(asker.page, path(page));
  check((await asker.page.locator(`a[href='mailto:${master.email}']`).count()) === 1, "the asker has no contacts of the other");
  await letters.next(asker.email, ({ link }) => link.includes("/requests/introductions/"));
};

const closed = async ({ letters, step, say, seen }, { asker, adviser, master, request }) => {
  step("the asker closes it: solved, by whom, with a deal and thanks");
  const { page } = asker;
  await go(page, request);
  await led(page, "**/closure", () => page.locator(`main a[href='${request}/closure']`).first().click());
  await seen(page, "the closure");
  await page.locator("[name=outcome][value=solved]").check({ force: true });
  await page.locator("#note").fill(say.closure);
  const helper = page.locator("#helpers .card", { hasText: master.name });
  await helper.locator("[name=helper]").check({ force: true });
  const fold = helper.locator("details");
  if (!(await fold.evaluate((one) => one.open))) await fold.locator("summary").click();
  await helper.locator("textarea").fill(say.thanks);
  await helper.locator("[name^=shown-]").check({ force: true });
  await helper.locator("[name^=amount-]").fill(AMOUNT.typed);
  await led(page, `**${request}*`, () => page.locator("form[action$='/closure'] button.btn--primary").click());
  check((await page.locator("#composer").count()) === 0, "a closed request can be answered");
  check(AMOUNT.shown.test(await main(page)), "the asker does not see the deal");
  await seen(page, "a closed request to its asker");

  step("others see who helped, and neither the amount nor thanks that are not agreed on");
  await go(adviser.page, request);
  const told = await main(adviser.page);
  check(told.includes(say.closure) && told.includes(master.name), "others are not told who helped and how");
  check(!AMOUNT.shown.test(told), "the amount of the deal is shown to others");
  check(!told.includes(say.thanks), "thanks are shown before the helper agreed");

  step("the helper confirms the deal");
  await letters.next(master.email, ({ link }) => link.includes(request));
  await go(master.page, "/today");
  await led(master.page, `**${request}*`, () => master.page.locator(`main .item__end a[href='${request}']`).first().click());
  await seen(master.page, "a closed request to its helper");
  await led(master.page, `**${request}*`, () => master.page.locator("form[action$='/confirmation'] button").click());
  await master.page.locator("form[action$='/confirmation']").waitFor({ state: "detached" });
};

const remembered = async ({ step, say, seen }, { asker, master, request }) => {
  step("the help counts towards the pledge");
  const { page } = master;
  await go(page, "/requests/pledge");
  check((await page.locator("progress.meter").getAttribute("value")) === "1", "the help is not counted");
  check((await page.locator(`main a[href^='${request}']`).count()) === 1, "the pledge does not name the help");
  await seen(page, "a pledge with a help");
  step("thanks are not on the profile before the helper agrees");
  await go(page, "/profile/edit");
  const profile = await page.locator(".rail__foot a.person").getAttribute("href");
  await go(asker.page, profile);
  check(!(await main(asker.page)).includes(say.thanks), "the profile shows thanks that the helper did not agree to");
  step("and are there when both agree");
  await go(page, request);
  await led(page, `**${request}*`, () => page.locator("form[action$='/thanks'] button[value='1']").click());
  await page.locator("form[action$='/thanks'] button[value='0']").waitFor();
  await go(asker.page, profile);
  check((await asker.page.locator("blockquote.voice", { hasText: say.thanks }).count()) === 1, "the thanks are not on the profile");
  await seen(asker.page, "a profile with thanks");
};
