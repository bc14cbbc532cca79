// How a page is looked at: by axe in both themes and at both widths, for things that stick out sideways, and its HTML
// is kept for the validators.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

/** Axe reads the same few colours thousands of times, and slowly: within a page each is read once. */
const ONCE = `(() => {
  const { prototype } = axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map();
  prototype.parseString = function (text) {
    if (!known.has(text)) {
      read.call(this, text);
      known.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    [this.r, this.g, this.b, this.alpha] = known.get(text);
    return this;
  };
})()`;
const axeSource = `${readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")};${ONCE}`;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What can differ between the themes of a page of one width. */
const BY_COLOUR = ["color-contrast", "link-in-text-block"];
const HEIGHT = 900;

const run = (page, only, part) =>
  page.evaluate(
    async ({ tags, only, part }) => {
      // A page that was opened in its middle has its beginning under the sticky bars: it is looked at from the top.
      scrollTo({ top: 0, behavior: "instant" });
      // A theme that is still fading in has colours of neither. It is brought to its end: a tab that is drawn no more would wait for ever.
      for (const fading of document.getAnimations()) fading.finish();
      const runOnly = only ? { type: "rule", values: only } : { type: "tag", values: tags };
      const { violations } = await globalThis.axe.run(part ?? document, { runOnly, resultTypes: ["violations"] });
      return violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map((node) => ({ target: node.target.join(" "), html: node.html.slice(0, 160), why: node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? "" })),
      }));
    },
    { tags: TAGS, only, part },
  );

/**
 * What a page is made of: each kind of element in its parent. A page that has nothing new in it since another of its
 * kind went before axe need not go again; its width is still measured, since that depends on the words.
 */
const structure = (page) =>
  page.evaluate(() => {
    const named = (element) => `${element.localName}.${element.getAttribute("class") ?? ""}[${element.getAttributeNames().sort()}]`;
    return [...new Set([...document.querySelectorAll("body *:not(svg *)")].map((element) => `${element.parentElement.localName} > ${named(element)}`))];
  });

export class Seen {
  constructor() {
    this.kinds = new Map();
  }

  /** Remembers the page as one of its kind; whether there was anything new in it. */
  async isNews(page, kind) {
    if (!this.kinds.has(kind)) this.kinds.set(kind, new Set());
    const known = this.kinds.get(kind);
    const fresh = (await structure(page)).filter((part) => !known.has(part));
    for (const part of fresh) known.add(part);
    return fresh.length > 0;
  }
}

/** Ids differ from page to page; without them the same fault on many pages is one. */
const generalised = (text) => text.replaceAll(/\d+/g, "N");

const axe = async (page, name, report, where, only, part) => {
  for (const { id, nodes } of await run(page, only, part)) {
    for (const { target, html, why } of nodes) report.find(`axe ${id}`, `${name} (${where})`, generalised(`${target} | ${html} | ${why}`));
  }
};

/** Elements that stick out of the window and are not inside something that scrolls or hides. */
const overflow = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= Math.min(root.clientWidth, innerWidth)) return null;
    const held = (element) => {
      for (let up = element.parentElement; up && up !== root && up !== document.body; up = up.parentElement) {
        if (getComputedStyle(up).overflowX !== "visible") return true;
      }
      return false;
    };
    const out = [...document.body.querySelectorAll("*")].filter((element) => {
      const { right, width } = element.getBoundingClientRect();
      return width > 0 && right > root.clientWidth + 1 && !held(element);
    });
    const named = (element) => `${element.localName}${element.id ? `#${element.id}` : ""}${element.getAttribute("class") ? `.${element.getAttribute("class").split(" ").join(".")}` : ""}`;
    return { by: root.scrollWidth - root.clientWidth, elements: out.slice(-3).map((element) => `${named(element)} "${element.textContent.trim().slice(0, 40)}"`) };
  });

/** What hides its end within itself: only a region that can be focused may scroll sideways, since that is told to everybody. */
const cut = (page) =>
  page.evaluate(() =>
    [...document.body.querySelectorAll("*")]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(element).overflowX))
      .filter((element) => element.tabIndex < 0 && !element.matches("input, textarea, select"))
      .map((element) => `${element.localName}.${element.getAttribute("class") ?? ""} "${element.textContent.trim().slice(0, 40)}"`),
  );

const sideways = async (page, name, report, where) => {
  const found = await overflow(page);
  if (found) report.find("sideways overflow", `${name} (${where}, by ${found.by} px)`, generalised(found.elements.join(", ") || "the page itself"));
  for (const element of await cut(page)) report.find("cut sideways", `${name} (${where})`, generalised(element));
};

const textSize = (page, size) => page.evaluate((size) => (document.documentElement.style.fontSize = size), size);

const dress = (page, colorScheme) => page.emulateMedia({ colorScheme, reducedMotion: "reduce" });

/**
 * Looks at the page that is open. Every rule runs in the light on a wide screen and in the dark on a phone; `thorough`
 * adds the other two pairs, in which only colours can differ from what was seen.
 */
export const look = async (page, name, report, { thorough = false, axeToo = true } = {}) => {
  if (axeToo) await page.evaluate(axeSource);
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  for (const [width, theme, other] of [[1280, "light", "dark"], [390, "dark", "light"]]) {
    await page.setViewportSize({ width, height: HEIGHT });
    await dress(page, theme);
    await sideways(page, name, report, `${width}`);
    if (axeToo) await axe(page, name, report, `${theme} ${width}`);
    if (axeToo && thorough) {
      await dress(page, other);
      await axe(page, name, report, `${other} ${width}`, BY_COLOUR);
    }
    await textSize(page, "200%");
    await sideways(page, name, report, `${width}, text at 200 %`);
    await textSize(page, "");
  }
  await page.setViewportSize({ width: 320, height: HEIGHT });
  await sideways(page, name, report, "320");
  await dress(page, "light");
  await page.setViewportSize({ width: 1280, height: HEIGHT });
};

/**
 * Looks at what lies open over the page: a menu, a dialog. What is under it is hidden first, since axe knows nothing of
 * the top layer and would take the page for something in front of it.
 */
export const glance = async (page, selector, name, report) => {
  await page.evaluate(axeSource);
  await page.evaluate((selector) => {
    for (const other of document.body.children) if (!other.matches(selector)) other.style.visibility = "hidden";
  }, selector);
  for (const theme of ["light", "dark"]) {
    await dress(page, theme);
    await axe(page, name, report, theme, null, selector);
  }
  await dress(page, "light");
};
