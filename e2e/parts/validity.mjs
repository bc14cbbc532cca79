// The HTML of every page, as it was served, before two validators: the reference one in a single run, and html-validate.

import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { out, vnu } from "./places.mjs";
import { ADVICE } from "./report.mjs";

const folder = join(out, "html");

export class Validity {
  constructor() {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    this.names = new Map();
    this.second = new HtmlValidate({ extends: ["html-validate:standard"], rules });
  }

  async keep(name, html, report) {
    const file = `${String(this.names.size + 1).padStart(4, "0")}.html`;
    this.names.set(file, name);
    writeFileSync(join(folder, file), html);
    const { results } = await this.second.validateString(html);
    for (const { messages } of results) {
      for (const { ruleId, message, selector } of messages) report.find(`html-validate ${ruleId}`, name, `${message}; ${selector}`.replaceAll(/\d+/g, "N"));
    }
  }

  async judge(report) {
    if (this.names.size === 0) return;
    const said = await new Promise((resolve, reject) => {
      const args = ["-Xss4m", "-jar", vnu, "--stdout", "--format", "json", "--skip-non-html", folder];
      execFile("java", args, { maxBuffer: 1 << 28 }, (error, stdout, stderr) => (stdout ? resolve(stdout) : reject(new Error(`vnu: ${error} ${stderr}`))));
    });
    for (const { type, subType, message, extract, url } of JSON.parse(said).messages) {
      const name = this.names.get(url.split("/").at(-1));
      // Advice does not make a page invalid; it is told, and nothing fails by it. A guess at the language is not even advice.
      if (type === "info" && /appears to be written in/.test(message)) continue;
      report.find(type === "info" ? `${ADVICE} vnu` : `vnu ${subType ?? type}`, name, `${message} | ${(extract ?? "").replaceAll(/\s+/g, " ").slice(0, 140)}`.replaceAll(/\d+/g, "N"));
    }
  }
}

/** Matters of taste in which the house decides otherwise; everything else of the standard set holds. */
const rules = {
  "no-trailing-whitespace": "off",
  "doctype-style": "off",
  "void-style": "off",
  "attribute-boolean-style": "off",
};
