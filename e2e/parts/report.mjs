// What the journeys have to say. A check that fails ends its journey with a picture; a finding of a page is
// written down and the look goes on, so that one run shows all of them.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { out } from "./places.mjs";

/** Findings that begin with this word fail nothing. */
export const ADVICE = "advice:";

export class Failure extends Error {}

export const check = (truth, said) => {
  if (!truth) throw new Failure(typeof said === "function" ? said() : said);
};

/** Chromium is asked for many things without a limit of their own; an answer that does not come is a failure like any other. */
export const within = async (seconds, what, act) => {
  let late;
  const limit = new Promise((_, reject) => (late = setTimeout(() => reject(new Failure(`${what()} was not over after ${seconds} s`)), seconds * 1_000)));
  try {
    return await Promise.race([act(), limit]);
  } finally {
    clearTimeout(late);
  }
};

/** The longest takes four minutes where two cores have nothing else to do. */
const JOURNEY = 900;
const FAREWELL = 10;

export class Report {
  constructor() {
    this.failures = [];
    this.findings = new Map();
    this.timings = [];
  }

  /** `rule` fails on `page`; `detail` says where. Pages with the same fault are told together. */
  find(rule, page, detail = "") {
    const key = detail ? `${rule}: ${detail}` : rule;
    if (!this.findings.has(key)) this.findings.set(key, new Set());
    this.findings.get(key).add(page);
  }

  /** Runs a journey. `people()` are the visitors whose pages are photographed if it fails. */
  async journey(name, walk) {
    const began = Date.now();
    const visitors = [];
    const step = { now: "the beginning" };
    const saying = (said) => {
      if (process.env.STEPS) console.log(`      ${((Date.now() - began) / 1_000).toFixed(1)} s  ${said}`);
      step.now = said;
    };
    const journey = { visitors, step: saying, joins: (one) => (visitors.push(one), one) };
    try {
      await within(JOURNEY, () => "the journey", () => walk(journey));
      const complaints = visitors.flatMap((one) => one.complaints);
      check(complaints.length === 0, () => `the browser complained:\n      ${[...new Set(complaints)].slice(0, 12).join("\n      ")}`);
      this.say(`ok    ${name}`, began);
    } catch (error) {
      const shots = await this.photograph(name, visitors);
      this.failures.push({ name, step: step.now, error, shots });
      this.say(`FAIL  ${name}`, began);
      console.log(`      at: ${step.now}\n      ${error instanceof Failure ? error.message : error.stack}\n${shots}`);
    } finally {
      for (const one of visitors) await within(FAREWELL, () => "closing", () => one.close()).catch(() => {});
    }
  }

  say(line, began) {
    console.log(`${line}  ${((Date.now() - began) / 1_000).toFixed(1)} s`);
  }

  async photograph(name, visitors) {
    const shots = [];
    for (const [at, { page }] of visitors.entries()) {
      const file = join(out, `${name.replaceAll(/[^\w.-]+/g, "-")}-${at}`);
      await page.screenshot({ path: `${file}.png`, fullPage: true, timeout: 5_000 }).catch(() => {});
      await within(FAREWELL, () => "reading", () => page.content()).then((html) => writeFileSync(`${file}.html`, html)).catch(() => {});
      shots.push(`      ${page.url()} -> ${file}.png`);
    }
    return shots.join("\n");
  }

  /** Says everything once more, shortly, and whether it went well. */
  end() {
    for (const [rule, pages] of [...this.findings].sort()) {
      console.log(`FINDING  ${rule}\n         on ${[...pages].slice(0, 8).join(", ")}${pages.size > 8 ? ` and ${pages.size - 8} more` : ""}`);
    }
    for (const { name, step, error } of this.failures) console.log(`FAILED  ${name}, at: ${step}: ${String(error.message).split("\n")[0]}`);
    const faults = [...this.findings.keys()].filter((rule) => !rule.startsWith(ADVICE));
    return faults.length === 0 && this.failures.length === 0;
  }
}
