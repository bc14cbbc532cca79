// Pulse of an imported history: a past day is chosen, a figure is opened down to a message, the founder is named, and
// the whole is printed. Scripts are off: none of it needs one.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { crowd } from "../parts/crowd.mjs";
import { go, led, path, signInByPassword, visitor } from "../parts/browser.mjs";
import { look } from "../parts/look.mjs";
import { folder } from "../parts/places.mjs";
import { check } from "../parts/report.mjs";
import { empty, run, serving } from "../parts/server.mjs";

/** Some months of talk, so that there is a past to compare with. */
const MESSAGES = 4_000;
const DAY = 86_400_000;

/** The number that a text names first; numbers are written in groups. */
const number = (text) => Number(/\d[\d,\u00a0 ]*/.exec(text)?.[0].replaceAll(/[^\d]/g, ""));

export const pulse = async (browser, locale, { step, joins, report, validity }) => {
  step("a history is imported");
  const community = await empty(locale);
  const file = join(folder("history"), "result.json");
  writeFileSync(file, JSON.stringify(crowd(locale, MESSAGES)));
  await run(["import", "telegram", file, "--community", "empty", "--open", "--data", community.data]);
  await serving({ data: community.data }, async (server) => {
    const { page } = joins(await visitor(browser, server.address, locale, { javaScriptEnabled: false }));
    const seeing = joins(await visitor(browser, server.address, locale));
    for (const one of [page, seeing.page]) await signInByPassword(one, community.owner);
    /** Looks at a page as all readers will; axe needs scripts. */
    const seen = async (name) => {
      const answer = await go(seeing.page, path(page));
      await validity.keep(`${name}, ${locale}`, await answer.text(), report);
      await look(seeing.page, `${name}, ${locale}`, report, { thorough: true });
    };
    const day = await pastDay({ page, step, seen });
    await toMessage({ page, step, seen, day });
    await ties({ page, step, seen, day });
    await founder({ page, step, seen, day });
    await printed({ page: seeing.page, step, day });
  });
};

const pastDay = async ({ page, step, seen }) => {
  step("the history ended long ago, and the page says so");
  await led(page, "**/pulse", () => page.locator('.rail a[href="/pulse"]').click());
  await seen("pulse of a silent day");
  const last = page.locator(".notice--ochre a");
  const day = new URL(await last.getAttribute("href"), "http://here").searchParams.get("at");
  await led(page, `**/pulse?at=${day}`, () => last.click());
  check((await page.locator(".notice--ochre").count()) === 0, "the last day with deeds is silent too");
  step("what is no day is told at its field");
  await go(page, "/pulse?at=2999-01-01", 422);
  check((await page.locator("#at[aria-invalid=true]").count()) === 1, "the field does not say what is wrong");
  step("a past day is chosen");
  const earlier = new Date(Date.parse(day) - 28 * DAY).toISOString().slice(0, 10);
  await page.locator("#at").fill(earlier);
  await led(page, `**/pulse?at=${earlier}`, () => page.locator("form.day button").click());
  for (const figure of ["size", "active", "churn", "transitions", "hours", "response", "ties", "reciprocity", "depth", "clusters", "lonely", "newcomers"]) {
    const told = page.locator(`figure:has(#${figure})`);
    check((await told.locator(".figure__says").innerText()).length > 20, `${figure} says nothing`);
    check((await told.locator(".define").count()) > 0, `${figure} has no definition`);
  }
  await seen("pulse of a past day");
  return earlier;
};

/** Opens the active members, one of them, and what they wrote. */
const toMessage = async ({ page, step, seen, day }) => {
  step("a figure is opened to its people");
  await led(page, "**/pulse/people?**", () => page.locator("figure:has(#active) .figure__links a").first().click());
  const said = number(await page.locator(".page-head .lead").innerText());
  check((await page.locator(".people article").count()) === said, `${said} people are told of, and others are shown`);
  await seen("people behind a figure");
  step("a person is opened to their deeds");
  await led(page, "**/pulse/people/*", () => page.locator(".people article a").first().click());
  const messages = number(await page.locator(".sec__head p").first().innerText());
  const shown = await page.locator(".deeds .item").count();
  check(shown === Math.min(messages, 50), `${messages} messages are told of, ${shown} are shown`);
  await seen("the deeds of a person");
  step("a deed is opened to its message");
  const words = (await page.locator(".deeds .item p:not(.small)").first().innerText()).slice(0, 20);
  await led(page, "**/talk/**", () => page.locator(".deeds a[href^='/talk/messages/']").first().click());
  check((await page.locator("main").innerText()).includes(words), `the message does not say “${words}”`);
  await go(page, `/pulse?at=${day}`);
};

const ties = async ({ page, step, seen, day }) => {
  step("the ties are drawn the same on each visit");
  const drawing = () => page.locator("svg.ties").innerHTML();
  const first = await drawing();
  await go(page, `/pulse?at=${day}`);
  check((await drawing()) === first && first.includes("c-node"), "the drawing is another on the second visit");
  step("no name or number of a group lies over another");
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const boxes = await page.locator("svg.ties text:visible").evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().toJSON()));
    check(boxes.length > 0, `no group is named at ${width}`);
    const over = boxes.filter((one, at) => boxes.slice(at + 1).some((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom));
    check(over.length === 0, `${over.length} labels lie over others at ${width}`);
  }
  step("the same as a table");
  await led(page, "**/pulse/ties?**", () => page.locator("figure:has(svg.ties) .figure__links a").click());
  const pairs = number(await page.locator(".page-head .lead").innerText());
  check((await page.locator(".pairs tbody tr").count()) === Math.min(pairs, 50), `${pairs} pairs are told of`);
  await seen("the table of ties");
  await led(page, "**/pulse/ties/**", () => page.locator(".pairs tbody a").first().click());
  check((await page.locator(".deeds a[href^='/talk/messages/']").count()) > 1, "a tie opens to no answers");
  await seen("what is between two");
  step("hours and conversations");
  await go(page, `/pulse?at=${day}`);
  const cell = page.locator(".heat--hours a").first();
  const count = number(await cell.innerText());
  await led(page, "**/pulse/hours?**", () => cell.click());
  check(number(await page.locator(".page-head .lead").innerText()) === count, "an hour opens to another number of messages");
  await seen("an hour");
  await led(page, "**/pulse/hours?**show=messages**", () => page.locator(".chips a").last().click());
  check((await page.locator(".deeds a[href^='/talk/messages/']").count()) === Math.min(count, 50), "an hour opens to other messages");
  await seen("the messages of an hour");
  await go(page, `/pulse/conversations?at=${day}&answered=no`);
  check((await page.locator(".deeds .item").count()) > 0, "every fourth question had no answer");
  await seen("conversations without an answer");
};

const founder = async ({ page, step, seen, day }) => {
  step("the founder is named from what the history suggests");
  await go(page, `/pulse?at=${day}`);
  check((await page.locator(".card--field a, figure a[href='/pulse/team']").count()) > 0, "nobody is asked to name the founder");
  await go(page, "/pulse/team");
  const suggested = page.locator(".suggestions article").nth(1);
  const name = await suggested.locator("h3").innerText();
  await seen("the team");
  await led(page, "**/pulse/team", () => suggested.locator("button[value=founder]").click());
  check((await page.locator(".rows h3", { hasText: name }).count()) === 1, `${name} is not named`);
  step("the question is answered");
  const until = Date.now() + 20_000;
  do await go(page, `/pulse?at=${day}`);
  while (!(await page.locator(".card--field").innerText()).includes(name) && Date.now() < until);
  check((await page.locator(".card--field").innerText()).includes(name), "the founder is not told of");
  check((await page.locator("a[href*='figure=founders']").count()) > 0, "the founder cannot be opened");
  await seen("the founder");
  step("what is left without the founder opens to who stays and who falls off");
  await led(page, "**/pulse/people?**figure=together**case=founders**", () => page.locator("a[href*='figure=together'][href*='case=founders']").click());
  const chips = (await page.locator(".chips a").allInnerTexts()).map(number);
  const [, together, apart, held, loose] = chips;
  check(chips.length === 5 && together + apart === held + loose, `the parts do not add up: ${chips}`);
  check((await page.locator(".people article").count()) === Math.min(together, 50), `${together} stay together, and others are shown`);
  await seen("who stays together");
  await led(page, "**/pulse/people?**figure=apart**", () => page.locator(".chips a[href*='figure=apart']").click());
  check(number(await page.locator(".page-head .lead").innerText()) === apart, "others fall off than are told of");
  await go(page, `/pulse?at=${day}`);
  await led(page, "**/pulse/ties?**show=kept**", () => page.locator("a[href*='show=kept'][href*='case=founders']").click());
  await seen("the talk that is left");
  step("a newcomer's first tie opens to the answer that made it");
  await go(page, `/pulse/people?at=${day}&figure=reached&number=1`);
  await led(page, "**/pulse/people/*", () => page.locator(".people article a").first().click());
  await seen("how a tie came to be");
  await led(page, "**/talk/**", () => page.locator(".formed a[href^='/talk/messages/']").first().click());
};

const printed = async ({ page, step, day }) => {
  step("it is printed");
  await go(page, `/pulse?at=${day}`);
  await page.emulateMedia({ media: "print" });
  check(await page.locator("figure:has(#size) .define p").isVisible(), "definitions are not printed");
  for (const gone of [".rail", ".tabbar", "form.day"]) {
    check(!(await page.locator(gone).first().isVisible()), `${gone} is printed`);
  }
  const print = await page.pdf({ format: "A4" });
  const sheets = print.toString("latin1").match(/\/Type\s*\/Page(?!s)/g).length;
  check(print.length > 20_000 && sheets <= 7, `the print has ${sheets} sheets, ${print.length} bytes`);
  await page.emulateMedia({ media: "screen" });
};
