// The Desk by keyboard: j and k from row to row, Enter opens, e does the first act.

import { ask, limit } from "../parts/asking.mjs";
import { go, led, plain } from "../parts/browser.mjs";
import { check } from "../parts/report.mjs";

const PATIENCE = 30_000;

export const deskByKeyboard = async (world, people) => {
  const { step, say, seen } = world;
  await reported(world, people);
  const second = await escalated(world, people);
  const { page } = people.owner;

  step("both lie on the Desk, first what everybody can see and somebody reported");
  const late = Date.now() + PATIENCE;
  do await go(page, "/desk");
  while ((await rows(page).count()) < 2 && Date.now() < late);
  check((await rows(page).count()) === 2, `${await rows(page).count()} rows on the Desk instead of 2`);
  check(plain(await rows(page).nth(1).innerText()).includes(say.second.title), "what nobody takes up is not the second row");
  await seen(page, "the Desk");

  step("j, k and Enter");
  for (const [key, row] of [["j", 0], ["j", 1], ["j", 1], ["k", 0], ["j", 1]]) {
    await page.keyboard.press(key);
    check((await standing(page)) === row, `after ${key} one stands on row ${await standing(page)}, not ${row}`);
  }
  await led(page, `**${second}`, () => page.keyboard.press("Enter"));
  await folding(world, people);
  await askingMore(world, people, second);
};

const rows = (page) => page.locator("[data-desk-row]");

const standing = (page) => page.evaluate(() => [...document.querySelectorAll("[data-desk-row]")].indexOf(document.activeElement));

/** Presses e and waits for the Desk to come anew. */
const act = async (page) => {
  const sent = page.waitForResponse((response) => response.request().method() === "POST");
  const anew = page.waitForEvent("load");
  await page.keyboard.press("e");
  check((await sent).status() === 303, `the act answered ${(await sent).status()}`);
  await anew;
};

const reported = async ({ step, say, seen }, { asker, request }) => {
  step("the asker reports a comment");
  const { page } = asker;
  await go(page, request);
  const noise = page.locator(".comment", { hasText: say.noise });
  await led(page, "**/report?answer=*", () => noise.locator("a[href*='/report?answer=']").click());
  await seen(page, "a report");
  await page.locator("[name=reason]").first().check({ force: true });
  await led(page, (url) => !url.pathname.endsWith("/report"), () => page.locator("form[action$='/report'] button").click());
};

const escalated = async ({ step, say }, { owner, asker, adviser, master }) => {
  step("a request for which nobody may be asked comes to the Desk");
  for (const { page } of [owner, adviser, master]) await limit(page, 0);
  return ask(asker.page, say.second);
};

const folding = async ({ step, say }, { owner, asker, request }) => {
  step("e on the reported comment folds it away");
  const { page } = owner;
  await go(page, "/desk");
  await page.keyboard.press("j");
  await act(page);
  check((await rows(page).count()) === 1, "the row is still there after its act");
  check((await standing(page)) === 0, "one does not stand on the next row after an act");
  await go(asker.page, request);
  check((await asker.page.locator(".comment details", { hasText: say.noise }).count()) === 1, "the comment is not folded");
};

const askingMore = async ({ step, letters }, { owner, adviser }, second) => {
  step("one lets themselves be asked again");
  await limit(adviser.page, 5);
  step("letters can be switched off");
  const { page } = owner;
  await go(page, "/desk");
  await page.locator("[data-desk-switch]").uncheck();
  await page.locator("h1").click();
  await page.keyboard.press("j");
  check((await standing(page)) === -1, "j moves although letters are off");
  await page.locator("[data-desk-switch]").check();
  await page.locator("h1").click();
  step("e on what nobody takes up asks more people");
  await page.keyboard.press("j");
  await act(page);
  check((await rows(page).count()) === 0, "the tended request is still on the Desk");
  await letters.next(adviser.email, ({ link }) => link.endsWith(second));
};
