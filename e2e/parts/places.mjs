// Where things are: the program, the browser, and the folder for what went wrong.

import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

export const artel = resolve(process.env.ARTEL_BIN || join(root, "target/debug/artel"));
export const chromium =
  process.env.CHROMIUM || ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
export const out = join(root, "e2e/out");
export const pictures = join(root, "docs/screens");
export const vnu = join(root, "e2e/node_modules/vnu-jar/build/dist/vnu.jar");

mkdirSync(out, { recursive: true });

const folders = [];

/** A fresh folder that nobody else has, for as long as the journeys last. */
export const folder = (name) => {
  folders.push(mkdtempSync(join(tmpdir(), `artel-${name}-`)));
  return folders.at(-1);
};

process.on("exit", () => folders.forEach((one) => rmSync(one, { recursive: true, force: true })));
