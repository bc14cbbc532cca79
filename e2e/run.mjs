// All journeys through Artel in a real browser. `node run.mjs` runs everything, `node run.mjs first_day ru` what is named.
// ARTEL_BIN is the program (target/debug/artel), CHROMIUM the browser; STEPS=1 tells each step. Nothing is tried twice.

import { byKeyboard } from "./journeys/by_keyboard.mjs";
import { emptyPages, everyPage, refusals } from "./journeys/every_page.mjs";
import { firstDay } from "./journeys/first_day.mjs";
import { pulse } from "./journeys/pulse.mjs";
import { requests } from "./journeys/requests.mjs";
import { withoutScript } from "./journeys/without_script.mjs";
import { languages, launch } from "./parts/browser.mjs";
import { artel } from "./parts/places.mjs";
import { Report, within } from "./parts/report.mjs";
import { Server, demo, killAll } from "./parts/server.mjs";
import { Validity } from "./parts/validity.mjs";

/** Each begins in a house of its own, or in the demo's, which is made meanwhile. */
const journeys = [
  { name: "first day", walk: firstDay },
  { name: "empty pages", walk: emptyPages },
  { name: "pulse", walk: pulse },
  { name: "requests", walk: requests },
  { name: "without script", walk: withoutScript, inDemo: true },
  { name: "by keyboard", walk: byKeyboard, inDemo: true },
  { name: "every page", walk: everyPage, inDemo: true },
  { name: "refusals", walk: refusals, inDemo: true },
];

const asked = process.argv.slice(2);
const named = asked.filter((word) => !(word in languages));
const wanted = ({ name }, locale) =>
  (asked.length === named.length || asked.includes(locale)) && (named.length === 0 || named.some((word) => name.replaceAll(" ", "_").includes(word)));

const report = new Report();
const validity = new Validity();
const began = Date.now();
process.on("exit", killAll);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => (report.end(), process.exit(130)));

console.log(`Journeys with ${artel}`);
const browser = await launch();

/** One language after another would leave a core idle. */
const inLanguage = async (locale) => {
  const here = journeys.filter((journey) => wanted(journey, locale));
  const community = here.some(({ inDemo }) => inDemo) ? demo(locale) : null;
  community?.catch(() => {});
  let server = null;
  for (const { name, walk, inDemo } of here) {
    await report.journey(`${name}, ${locale}`, async (journey) => {
      if (inDemo) server ??= await Server.start({ data: (await community).data });
      await walk(browser, locale, { ...journey, report, validity, server, community: await community });
    });
  }
  if (server) await report.journey(`the demo's server stops, ${locale}`, () => server.stop());
};

await Promise.all(Object.keys(languages).map(inLanguage));
await within(30, () => "the end of the browser", () => browser.close()).catch(() => {});
await report.journey("HTML is valid", () => validity.judge(report));
const well = report.end();
console.log(`${well ? "Journeys passed" : "Journeys FAILED"} in ${((Date.now() - began) / 1_000).toFixed(0)} s`);
process.exit(well ? 0 : 1);
