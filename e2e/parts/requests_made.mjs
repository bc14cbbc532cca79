// Requests in all their states, so that the pages of each are there to be looked at.

import { answer, ask } from "./asking.mjs";
import { go, led, path, signInByPassword, visitor } from "./browser.mjs";
import { check } from "./report.mjs";

/** Two members ask each other; gives the addresses to look at as each of them, which no link of another state leads to. */
export const requestsMade = async (browser, locale, { step, joins, community, server }) => {
  step("requests in all their states");
  const visits = { owner: joins(await visitor(browser, server.address, locale)), member: joins(await visitor(browser, server.address, locale)) };
  for (const [role, { page }] of Object.entries(visits)) await signInByPassword(page, community[role]);
  const { owner, member } = { owner: visits.owner.page, member: visits.member.page };
  await go(owner, "/requests/topics");
  await owner.locator("#new #name").fill(locale === "ru" ? "Свет" : "Light");
  await led(owner, "**/requests/topics*", () => owner.locator("#new button").click());
  const third = await stranger(owner, [await own(owner), await own(member)]);
  const always = ["/requests/limits", "/requests/notices", "/requests/pledge", "/requests/similar?q=" + encodeURIComponent(words[locale].open), "/requests/similar?q=zzzz"];
  const made = { owner: [...always], member: [...always] };
  for (const [asker, other, asks, answers] of [[member, owner, "member", "owner"], [owner, member, "owner", "member"]]) {
    const open = await opened(asker, other, third, locale);
    const closed = await solved(asker, other, locale);
    const chosen = await told(asker, await own(other), locale);
    made[asks].push(open, closed.request, closed.deal, `${open}/closure`, chosen, ...(await drafts(asker, locale)));
    made[answers].push(`${open}?as=recommendation`, `${open}?as=comment`, closed.request, chosen);
  }
  return made;
};

const words = {
  ru: { open: "Открытый запрос для страниц", closed: "Закрытый запрос для страниц", chosen: "Запрос для немногих", draft: "Черновик для страниц" },
  en: { open: "An open request for pages", closed: "A closed request for pages", chosen: "A request for a few", draft: "A draft for pages" },
};

const own = (page) => page.locator(".rail__foot a.person b").innerText();

/** A member who is neither of them. */
const stranger = async (page, names) => {
  await go(page, "/people");
  const all = await page.locator("main h3 a[href^='/people/'], main h2 a[href^='/people/']").allInnerTexts();
  const other = all.map((name) => name.trim()).find((name) => name && !names.includes(name));
  check(other, "the directory of the demo has nobody else");
  return other;
};

const opened = async (asker, other, third, locale) => {
  const request = await ask(asker, { title: words[locale].open, details: "1. One\n2. **Two**", tags: ["page"], kind: "partner" });
  await answer(other, request, { kind: "solution", text: "A *solution*." });
  await answer(other, request, { kind: "recommendation", name: third, text: "Knows **all** of it." });
  await answer(other, request, { kind: "comment", text: "A comment." });
  return request;
};

const solved = async (asker, other, locale) => {
  const request = await ask(asker, { title: words[locale].closed, kind: "contact" });
  await answer(other, request, { kind: "contact", text: "Somebody, somewhere." });
  await go(asker, `${request}/closure`);
  await asker.locator("[name=outcome][value=solved]").check({ force: true });
  await asker.locator("#helpers [name=helper]").first().check({ force: true });
  const fold = asker.locator("#helpers .card").first().locator("details");
  if (!(await fold.evaluate((one) => one.open))) await fold.locator("summary").click();
  await fold.locator("textarea").fill("Thank you!");
  await fold.locator("[name^=amount-]").fill("12000");
  await led(asker, `**${request}*`, () => asker.locator("form[action$='/closure'] button.btn--primary").click());
  return { request, deal: await asker.locator("a[href$='/deal']").first().getAttribute("href") };
};

/** A request that only one other member sees. */
const told = async (asker, name, locale) => {
  await go(asker, "/requests/new");
  await asker.locator("#title").fill(words[locale].chosen);
  await asker.locator("#ask [name=sight][value=chosen]").check({ force: true });
  await asker.locator("#find").fill(name);
  await led(asker, /\/requests\/drafts\/\d+/, () => asker.locator("#ask button[value=find]").click());
  await asker.locator("#people [name=person]").first().check({ force: true });
  await led(asker, /\/requests\/\d+$/, () => asker.locator("#ask .actions button[value=ask]").click());
  return path(asker);
};

const drafts = async (asker, locale) => {
  await go(asker, "/requests/new");
  await asker.locator("#title").fill(words[locale].draft);
  await led(asker, "**/preview", () => asker.locator("#ask .actions button[value=preview]").click());
  const preview = path(asker);
  return [preview, preview.replace(/preview$/, "files"), preview.replace(/preview$/, "deletion")];
};
