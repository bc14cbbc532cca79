// The main path with scripts switched off: whatever a script does must also be there without it.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { answer, ask } from "../parts/asking.mjs";
import { go, led, path, search, signInByPassword, visitor } from "../parts/browser.mjs";
import { history } from "../parts/history.mjs";
import { folder } from "../parts/places.mjs";
import { check } from "../parts/report.mjs";

const plain = { javaScriptEnabled: false };
const words = {
  ru: { thread: "Вопрос без скриптов: **работает**?", find: "заказчики", wish: { title: "Кто знает, где взять кирпич?", details: "Нужен **старый**.", tags: ["кирпич"] }, answer: "На *разборе* завода." },
  en: { thread: "A question without scripts: does it **work**?", find: "drawing", wish: { title: "Who knows where to get bricks?", details: "They should be **old**.", tags: ["brick"] }, answer: "Where the *mill* comes down." },
};

export const withoutScript = async (browser, locale, { step, joins, community, server }) => {
  const member = joins(await visitor(browser, server.address, locale, plain));
  const { page } = member;
  step("sign-in by password");
  await signInByPassword(page, community.member);

  step("talk and a thread");
  await led(page, "**/talk", () => page.locator('.rail a[href="/talk"]').click());
  await led(page, "**/talk/threads/*", () => page.locator(".item h3 a").first().click());

  step("write");
  await go(page, "/talk/new");
  await page.locator("#text").fill(words[locale].thread);
  await led(page, "**/talk/threads/*", () => page.locator("#composer button.btn--primary").click());
  check((await page.locator(".prose strong").count()) === 1, "the new thread is not shown");
  await page.locator("#text").fill("Yes.");
  await led(page, /\/talk\//, () => page.locator("#composer button.btn--primary").click());
  check((await page.locator(".comment").count()) >= 2, "the answer is not shown");

  step("search");
  await search(page, words[locale].find);
  check((await page.locator(".hit mark").count()) > 0, "what was found is not highlighted");

  step("directory by a condition");
  await go(page, "/people");
  await page.locator("main .chip input").first().check();
  await led(page, "**/people?*", () => page.locator("main form[action='/people'] button").first().click());
  check((await page.locator('main a[href^="/people/"]').count()) > 0, "a condition with a count finds nobody");

  step("a request");
  const request = await ask(page, words[locale].wish);
  check((await page.locator(".prose strong").count()) === 1, "the new request is not shown");
  await looks(page, locale, step);
  await helping(browser, locale, { step, joins, community, server }, request, page);
  await importing(browser, locale, { step, joins, community, server });
};

const looks = async (page, locale, step) => {
  step("theme");
  const theme = page.locator(".rail form[action='/theme']");
  const here = path(page);
  await theme.locator("[value=dark]").check({ force: true });
  await led(page, (url) => url.pathname + url.search === here, () => theme.locator("button").click());
  check((await page.locator("html").getAttribute("data-theme")) === "dark", "the dark theme was not kept");
  step("language");
  const other = locale === "ru" ? "en" : "ru";
  for (const language of [other, locale]) {
    await page.locator(`.rail form[action='/language'] button[value=${language}]`).click();
    await page.locator(`html[lang=${language}]`).waitFor();
    check(path(page) === here, `the switch of language led to ${path(page)}`);
  }
};

const helping = async (browser, locale, { step, joins, community, server }, request, asker) => {
  step("another answers the request");
  const { page } = joins(await visitor(browser, server.address, locale, plain));
  await signInByPassword(page, community.owner);
  await led(page, "**/requests", () => page.locator('.rail a[href="/requests"]').click());
  await led(page, `**${request}`, () => page.locator(`.item h3 a[href="${request}"]`).click());
  await answer(page, request, { kind: "solution", text: words[locale].answer });
  check((await page.locator(".comment .prose em").count()) === 1, "the answer to the request is not shown");
  step("it is closed with thanks");
  await go(asker, `${request}/closure`);
  await asker.locator("[name=outcome][value=solved]").check({ force: true });
  await asker.locator("#helpers [name=helper]").first().check({ force: true });
  await led(asker, `**${request}*`, () => asker.locator("form[action$='/closure'] button.btn--primary").click());
  check((await asker.locator("li.comment[data-outcome]").count()) === 1, "the answer that helped is not marked");
};

const importing = async (browser, locale, { step, joins, community, server }) => {
  step("the owner signs in and uploads a history");
  const { page } = joins(await visitor(browser, server.address, locale, plain));
  await signInByPassword(page, community.owner);
  await go(page, "/import");
  const file = join(folder("history"), "result.json");
  writeFileSync(file, JSON.stringify(history(locale), null, 1));
  await page.locator("#export").setInputFiles(file);
  await led(page, /\/import\/\d+$/, () => page.locator("form[action='/import'] button").click());
  const run = path(page);
  step("the page of the import brings itself up to date");
  await page.locator(`form[action="${run}/open"]`).waitFor({ timeout: 30_000 });
  check((await page.locator(".findings").count()) === 1, "no findings without scripts");
  step("the import is taken back");
  await led(page, "**/take-back", () => page.locator(`a[href="${run}/take-back"]`).click());
  await led(page, /\/import/, () => page.locator("form[action$='/take-back'] button").click());
  check((await page.locator(`form[action="${run}/open"]`).count()) === 0, "a withdrawn import can still be opened");
};
