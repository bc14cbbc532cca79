// The founder's first day and a member's: from the link in the terminal to an answer in a thread.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { go, led, path, search, visitor } from "../parts/browser.mjs";
import { cast, history, searches } from "../parts/history.mjs";
import { Letters } from "../parts/letters.mjs";
import { folder } from "../parts/places.mjs";
import { check } from "../parts/report.mjs";
import { serving } from "../parts/server.mjs";

/** Enough that the import is seen at work, and not a second longer than that. */
const MESSAGES = 3_000;

const words = {
  ru: { community: "Дворы и набережные", mission: "Делаем дворы, в которых остаются.", thread: "Кто ставил **навесы** этой весной?", corrected: "скамья", answer: "Ставили *три*, все стоят.", headline: "Ремонт набережных" },
  en: { community: "Courtyards and embankments", mission: "We build courtyards where people stay.", thread: "Who put up **canopies** this spring?", corrected: "bench", answer: "We put up *three*, all standing.", headline: "Repair of embankments" },
};

const founder = { name: "Agnes Founder", email: "agnes@example.org" };

export const firstDay = async (browser, locale, { step, joins }) => {
  const letters = await Letters.open();
  const options = ["--smtp-url", letters.url, "--mail-from", "house@example.org"];
  await serving({ options }, async (server) => {
    const world = { browser, locale, letters, server, step, joins, say: words[locale], names: cast[locale] };
    const owner = await founding(world);
    await importing(world, owner);
    await reading(world, owner);
    const links = await claimLinks(world, owner);
    const member = await claimByChatLink(world, owner, links.chat);
    await claimByPersonalLink(world, links.personal);
    await settling(world, member);
    await writing(world, member);
    await seenByOthers(world, owner, member);
    await comingAndGoing(world, member);
    step("the server stops on SIGTERM");
  }).finally(() => letters.close());
};

const heading = (page) => page.locator("h1").innerText();

const speaks = async (page, locale) => {
  check((await page.locator("html").getAttribute("lang")) === locale, `${path(page)} is not in ${locale}`);
  check(/[а-яё]/i.test(await heading(page)) === (locale === "ru"), `the title of ${path(page)} is not in ${locale}: ${await heading(page)}`);
};

const founding = async ({ browser, locale, server, step, joins, say }) => {
  step("the first page without the code");
  const stranger = joins(await visitor(browser, server.address, locale));
  await go(stranger.page, "/welcome", 403);
  await speaks(stranger.page, locale);
  check((await stranger.page.locator("form[action='/welcome']").count()) === 0, "a stranger is offered the form of the founder");
  await go(stranger.page, "/welcome?code=" + "0".repeat(32), 403);

  step("the founder opens the link of the terminal");
  const owner = joins(await visitor(browser, server.address, locale));
  const rival = joins(await visitor(browser, server.address, locale));
  for (const one of [owner, rival]) {
    await go(one.page, server.welcome);
    await speaks(one.page, locale);
    await fillWelcome(one.page, locale, say, one === owner ? founder : { name: "Rival", email: "rival@example.org" });
  }
  step("the community is founded");
  await led(owner.page, "**/import", () => owner.page.locator("form#welcome button.btn--primary").click());
  await speaks(owner.page, locale);

  step("a second browser with the used link");
  const answer = rival.page.waitForResponse((response) => response.request().method() === "POST");
  await rival.page.locator("form#welcome button.btn--primary").click();
  check((await answer).status() === 404, `the used link answered ${(await answer).status()}, not 404`);
  await go(rival.page, server.welcome, 404);
  await rival.page.goto("/roles");
  check((await rival.page.locator("#holders").count()) === 0, "the second browser became an owner too");
  return owner;
};

const fillWelcome = async (page, locale, say, { name, email }) => {
  const form = page.locator("form#welcome");
  const fields = { name: say.community, slug: "courtyards", owner_name: name, owner_email: email, mission: say.mission };
  for (const [field, value] of Object.entries(fields)) await form.locator(`[name="${field}"]`).fill(value);
  await form.locator('[name="profession"]').fill(locale === "ru" ? "Строитель" : "Builder");
  await form.locator('[name="locale"]').selectOption(locale);
  await form.locator('[name="from"][value="chat"]').check();
};

const importing = async ({ locale, step }, { page }) => {
  step("the history is uploaded");
  const file = join(folder("history"), "result.json");
  writeFileSync(file, JSON.stringify(history(locale, MESSAGES), null, 1));
  await go(page, "/import");
  // What the live part brings is noted by the page itself, so that nothing is missed between two looks.
  await page.addInitScript(() => {
    const at = () => document.querySelector("#progress progress")?.value;
    addEventListener("DOMContentLoaded", () => {
      const place = document.getElementById("progress");
      if (!place) return;
      globalThis.seen = [at()];
      new MutationObserver(() => {
        globalThis.seen.push(at());
        sessionStorage.setItem("seen", JSON.stringify(globalThis.seen));
      }).observe(place, { childList: true });
    });
  });
  await page.locator("#export").setInputFiles(file);
  const began = Date.now();
  await led(page, /\/import\/\d+$/, () => page.locator("form[action='/import'] button").click());
  const run = path(page);

  step("the import goes on before one's eyes");
  await page.locator(`form[action="${run}/open"]`).waitFor({ timeout: 90_000 });
  check(Date.now() - began < 60_000, "the import of a small history took over a minute");
  const seen = JSON.parse((await page.evaluate(() => sessionStorage.getItem("seen"))) ?? "[]");
  check(seen.length > 0, "nothing came by the stream: the page was never changed in place");

  step("first findings");
  const findings = page.locator(".findings");
  check((await findings.locator("article").count()) >= 4, "fewer than four first findings");
  check((await findings.locator("table.heat td").count()) === 84, "the week has not 7 days of 12 two-hour cells");
  await go(page, `${run}/findings`);
  check((await page.locator("#post").inputValue()).length > 80, "the post for the chat is empty");

  step("hidden until opened");
  await go(page, "/import");
  await go(page, run);
  await led(page, `**${run}`, () => page.locator(`form[action="${run}/open"] button`).click());
  check((await page.locator(`form[action="${run}/open"]`).count()) === 0, "the opened import can be opened again");
};

const reading = async ({ locale, step }, { page }) => {
  step("talk");
  await go(page, "/talk");
  const first = page.locator(".item h3 a").first();
  const excerpt = await first.innerText();
  step("a thread");
  await led(page, "**/talk/threads/*", () => first.click());
  check((await page.locator(".comment").first().innerText()).includes(excerpt.slice(0, 20)), "the thread does not begin with its excerpt");
  step("an old month by its pages");
  await go(page, "/talk");
  await led(page, "**/talk?*", () => page.locator(".pager a[rel=next]").click());
  check((await page.locator(".item h3 a").count()) > 5, "the second page of talk is nearly empty");

  step("search finds another form of the word");
  const { typed, marked } = searches[locale];
  await search(page, typed);
  const marks = await page.locator(".hit mark").allInnerTexts();
  check(marks.length > 0, `nothing is highlighted for "${typed}"`);
  check(marks.some((mark) => marked.test(mark)), `"${typed}" marks ${marks.slice(0, 5)}, not ${marked}`);
  await led(page, "**/talk/**", () => page.locator(".hit h3 a").first().click());
  check((await page.locator(".comment").count()) > 0, "a hit leads to no message");

  step("only the words of one person");
  await led(page, "**/search?person=*", () => page.locator('a[href^="/search?person="]').first().click());
};

const claimLinks = async ({ names, step }, { page }) => {
  step("the owner states the legal ground");
  await go(page, "/legal-ground");
  await page.locator('[name="ground"]').first().check();
  await page.locator("#text").fill("Chat members agreed when they joined.");
  await led(page, "**/legal-ground", () => page.locator("#ground button").click());

  step("the owner makes the link for the chat");
  await go(page, "/claim-links");
  await page.locator("#make button").click();
  const chat = await page.locator("#link").inputValue();
  step("the owner makes a personal link");
  await go(page, "/people/imported");
  const row = page.locator(".item", { hasText: names[3] }).locator('form[action$="/link"]');
  await row.locator("button").click();
  const personal = await page.locator("#link").inputValue();
  for (const link of [chat, personal]) check(/\/claim\/\S{20,}$/.test(link), `not a link to claim by: ${link}`);
  return { chat, personal };
};

const claimByChatLink = async ({ browser, locale, server, letters, names, step, joins }, owner, link) => {
  step("a person opens the link of the chat and finds themselves");
  const member = joins(await visitor(browser, server.address, locale));
  member.email = "vera@example.org";
  member.name = names[1];
  const { page } = member;
  await go(page, link);
  await speaks(page, locale);
  check(!(await page.locator("main").innerText()).includes(names[2]), "the link shows people before anybody is searched for");
  await page.locator("#q").fill(names[1]);
  await led(page, "**/claim/*?*", () => page.locator("#search button").click());
  const row = page.locator(".item", { hasText: names[1] });
  await led(page, /\/claim\/[^/]+\/\d+$/, () => row.locator("a.btn").click());

  step("gives an e-mail and enters by the code of the letter");
  await page.locator("#email").fill(member.email);
  await led(page, "**/sign-in/code", () => page.locator("#letter button").click());
  const letter = await letters.next(member.email);
  check(letter.code, `no code in the letter:\n${letter.text}`);
  check(/[а-яё]/i.test(letter.subject) === (locale === "ru"), `the letter speaks another language: ${letter.subject}`);
  await page.locator("#code").fill("000000" === letter.code ? "000001" : "000000");
  const refused = page.waitForResponse((response) => response.request().method() === "POST");
  await page.locator("#enter button").click();
  check((await refused).status() === 422, `a wrong code answered ${(await refused).status()}`);
  await page.locator("#code").fill(letter.code);
  await led(page, /\/claim\/[^/]+\/\d+$/, () => page.locator("#enter button").click());

  step("asks for the profile");
  await page.locator("#note").fill("It is me.");
  await page.locator("#claim button").click();
  await page.waitForLoadState("load");
  const people = await page.request.get("/people", { maxRedirects: 0 });
  check(people.status() !== 200, "the directory opens before the owner confirmed");

  step("the owner confirms");
  await go(owner.page, "/claims");
  await owner.page.locator(".item", { hasText: member.email }).locator("input[name=claim]").check();
  await led(owner.page, "**/claims", () => owner.page.locator('button[value="confirm"]').click());
  check(!(await owner.page.locator("main").innerText()).includes(member.email), "the confirmed claim still waits");
  await letters.next(member.email);
  await go(page, "/today");
  await speaks(page, locale);
  return member;
};

const claimByPersonalLink = async ({ browser, locale, server, letters, names, step, joins }, link) => {
  step("another opens a personal link");
  const { page } = joins(await visitor(browser, server.address, locale));
  await go(page, link);
  check((await page.locator("main").innerText()).includes(names[3]), "the personal link does not say whose it is");
  const email = "olga@example.org";
  await page.locator("#email").fill(email);
  await led(page, "**/sign-in/code", () => page.locator("#letter button").click());
  step("enters by the link of the letter, with its button");
  const letter = await letters.next(email);
  check(letter.link, `no link in the letter:\n${letter.text}`);
  // A mail scanner opens the link first; that must not use it up.
  check((await page.request.get(letter.link)).ok(), "the link does not open for a scanner");
  await go(page, letter.link);
  await led(page, /\/claim\//, () => page.locator("#enter button").click());
  step("is a member at once");
  await page.locator("#claim button").click();
  await page.waitForLoadState("load");
  await go(page, "/people");
  await go(page, letter.link, 410);
};

const settling = async ({ say, step }, { page }) => {
  step("the member fills a step of the profile");
  await go(page, "/profile/edit");
  await page.locator("#profile input.input:not([name=name])").first().fill(say.headline);
  const before = path(page);
  await page.locator("#profile button.btn--primary").click();
  await page.waitForURL((url) => url.pathname !== before);
  const shown = await page.request.get(before);
  check((await shown.text()).includes(say.headline), "what was filled in is not there");
};

const writing = async ({ say, step }, { page }) => {
  step("the member writes a new thread in Markdown");
  await go(page, "/talk/new");
  await page.locator("#text").fill(say.thread);
  await led(page, "**/talk/threads/*", () => page.locator("#composer button.btn--primary").click());
  const thread = path(page).replace(/[?#].*/, "");
  check((await page.locator(".comment .prose strong").count()) === 1, "the bold word of the thread is not bold");

  step("answers");
  await page.locator("#text").fill(say.answer);
  await led(page, /\/talk\//, () => page.locator("#composer button.btn--primary").click());
  await page.locator(".comment .prose em").waitFor();

  step("a mistake is deleted");
  await page.locator("#text").fill("<script>alert(1)</script> oops");
  await led(page, /\/talk\//, () => page.locator("#composer button.btn--primary").click());
  const mistake = page.locator(".comment", { hasText: "oops" });
  await mistake.waitFor();
  await led(page, "**/deletion", () => mistake.locator('a[href$="/deletion"]').click());
  await led(page, /\/talk\/(threads|messages)\//, () => page.locator("form[action$='/deletion'] button").click());
  await go(page, thread);
  check(!(await page.locator("main").innerText()).includes("oops"), "the deleted mistake is still there");
  check((await page.locator(".comment .prose em").count()) === 1, "the answer went with the mistake");
};

const seenByOthers = async ({ names, say, step }, owner, member) => {
  step("the directory shows the member");
  await go(owner.page, "/people");
  const cards = await owner.page.locator("main").innerText();
  check(cards.includes(names[1]) && cards.includes(names[3]), "the directory lacks who claimed their profile");
  check(!cards.includes(names[4]), "the directory shows an imported person who agreed to nothing");
  step("a person");
  await led(owner.page, /\/people\/\d+$/, () => owner.page.locator('main a[href^="/people/"]', { hasText: names[1] }).first().click());
  check((await heading(owner.page)) === names[1], "the profile has another name");
  check((await owner.page.locator("main").innerText()).includes(say.headline), "the profile lacks what was filled in");
  member.person = path(owner.page);
};

const comingAndGoing = async ({ browser, locale, server, letters, step, joins }, member) => {
  const { page } = member;
  step("the member signs out");
  await go(page, "/account");
  await led(page, (url) => !url.pathname.startsWith("/account"), () => page.locator("#sign-out button").click());
  check((await page.request.get("/talk", { maxRedirects: 0 })).status() !== 200, "talk opens to one who signed out");

  step("and in again by code, on two machines");
  const other = joins(await visitor(browser, server.address, locale));
  for (const one of [member, other]) {
    await go(one.page, "/sign-in");
    await one.page.locator("#email").fill(member.email);
    await led(one.page, "**/sign-in/code", () => one.page.locator("form#sign-in button").click());
    const letter = await letters.next(member.email);
    await one.page.locator("#code").fill(letter.code);
    await led(one.page, "**/today", () => one.page.locator("#enter button").click());
  }

  step("sees both sessions and ends the other");
  await go(page, "/account/sessions");
  check((await page.locator("#sessions article").count()) === 2, `${await page.locator("#sessions article").count()} sessions instead of 2`);
  await led(page, "**/account/sessions", () => page.locator('#sessions form[action$="/end"] button').click());
  check((await page.locator("#sessions article").count()) === 1, "the ended session is still listed");
  check((await other.page.request.get("/talk", { maxRedirects: 0 })).status() !== 200, "the ended session still opens talk");
  await go(page, "/talk");
};
