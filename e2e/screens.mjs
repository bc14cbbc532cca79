// Pictures of Artel for docs/screens, taken of the demo: `node screens.mjs` makes all of them anew.
// `today-1280.png` is light and Russian; `.dark` and `.en` say what differs.

import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { go, launch, led, search, signInByPassword, visitor } from "./parts/browser.mjs";
import { history } from "./parts/history.mjs";
import { folder, pictures } from "./parts/places.mjs";
import { Server, demo, killAll } from "./parts/server.mjs";

const LARGEST = 250 * 1024;
const HEIGHTS = { 1280: 860, 390: 844 };
const words = { ru: "заказчики", en: "drawing" };

mkdirSync(pictures, { recursive: true });
process.on("exit", killAll);
const browser = await launch();

/** `looks`: which pictures are taken of what is open. */
const WIDE = [{ width: 1280 }];
const BOTH = [{ width: 1280 }, { width: 390 }];
const ALL = [...BOTH, { width: 1280, theme: "dark" }, { width: 390, theme: "dark" }];

const shoot = async (page, name, locale, looks) => {
  for (const { width, theme = "light" } of looks) {
    await page.setViewportSize({ width, height: HEIGHTS[width] });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.evaluate(() => document.fonts.ready);
    const file = join(pictures, `${name}-${width}${theme === "dark" ? "-dark" : ""}${locale === "ru" ? "" : `.${locale}`}.png`);
    await page.screenshot({ path: file });
    const { size } = statSync(file);
    if (size > LARGEST) throw new Error(`${file} has ${size} bytes; at most ${LARGEST} are wanted`);
  }
  await page.setViewportSize({ width: 1280, height: HEIGHTS[1280] });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
};

/** The thread of the page with most answers. */
const liveliest = async (page) => {
  const threads = await page.locator("main .item").all();
  const answers = await Promise.all(threads.map(async (one) => Number(/(\d+)\s(ответ|repl|answer)/.exec(await one.innerText())?.[1] ?? 0)));
  return threads[answers.indexOf(Math.max(...answers))].locator("h3 a");
};

const asMember = async (page, locale, community) => {
  await signInByPassword(page, community.member);
  await shoot(page, "today", locale, BOTH);
  await go(page, "/talk");
  await shoot(page, "talk", locale, BOTH);
  await go(page, "/talk/new");
  await shoot(page, "composer", locale, BOTH);
  await go(page, "/talk");
  // A talk of several is a better picture than a question alone.
  await led(page, "**/talk/months/*", () => page.locator('a[href^="/talk/months/"]').nth(2).click());
  await led(page, "**/talk/threads/*", async () => (await liveliest(page)).click());
  await shoot(page, "thread", locale, ALL);
  await search(page, words[locale]);
  await shoot(page, "search", locale, BOTH);
  await go(page, "/people");
  await shoot(page, "people", locale, ALL);
  await led(page, /\/people\/\d+$/, () => page.locator('main .sec a[href^="/people/"]').first().click());
  await shoot(page, "person", locale, BOTH);
  await go(page, "/profile/edit");
  await shoot(page, "profile-edit", locale, BOTH);
  await go(page, "/account/sessions");
  await shoot(page, "sessions", locale, BOTH);
  await page.goto("/nowhere");
  await shoot(page, "error", locale, BOTH);
};

const asOwner = async (page, locale, community) => {
  await signInByPassword(page, community.owner);
  await shoot(page, "today-owner", locale, ALL);
  await go(page, "/roles");
  await shoot(page, "roles", locale, BOTH);
  await go(page, "/people/imported");
  await shoot(page, "imported", locale, WIDE);
  const [waits] = await page.locator(".rows .item h2").allInnerTexts();
  await imports(page, locale);
  await go(page, "/claim-links");
  await page.locator('form[action="/claim-links"] button').first().click();
  return { link: await page.locator("#link").inputValue(), name: waits };
};

const imports = async (page, locale) => {
  await go(page, "/import");
  await shoot(page, "import", locale, BOTH);
  const file = join(folder("history"), "result.json");
  writeFileSync(file, JSON.stringify(history(locale, 60_000)));
  await page.locator("#export").setInputFiles(file);
  await led(page, /\/import\/\d+$/, () => page.locator("form[action='/import'] button").click());
  const run = new URL(page.url()).pathname;
  // Half way; the import is large enough to wait for the pictures.
  await page.waitForFunction(() => document.querySelector("#progress .stats") && document.querySelector("#progress progress").value > 30, null, { timeout: 60_000 });
  await shoot(page, "import-progress", locale, BOTH);
  await led(page, `**${run}`, () => page.locator(`form[action="${run}/cancel"] button`).click());
  await go(page, "/import");
  const done = page.locator(".rows .item h3 a").last();
  await led(page, /\/import\/\d+$/, () => done.click());
  await led(page, "**/findings", () => page.locator('a[href$="/findings"]').click());
  await shoot(page, "findings", locale, BOTH);
};

const asStranger = async (page, locale, { link, name }) => {
  await go(page, "/sign-in");
  await shoot(page, "sign-in", locale, ALL);
  await page.goto(link);
  await page.locator("#q").fill(name.split(" ")[0]);
  await led(page, "**/claim/*?*", () => page.locator("#search button").click());
  await shoot(page, "claim", locale, BOTH);
};

for (const locale of ["ru", "en"]) {
  const fresh = await Server.start();
  const first = await visitor(browser, fresh.address, locale);
  await first.page.goto(fresh.welcome);
  await shoot(first.page, "welcome", locale, BOTH);
  await first.close();
  await fresh.stop();

  const community = await demo(locale);
  const server = await Server.start({ data: community.data });
  const [member, owner, stranger] = await Promise.all([1, 2, 3].map(() => visitor(browser, server.address, locale)));
  await asMember(member.page, locale, community);
  await asStranger(stranger.page, locale, await asOwner(owner.page, locale, community));
  await Promise.all([member, owner, stranger].map((one) => one.close()));
  await server.stop();
}
await browser.close();
console.log(`Pictures are in ${pictures}`);
