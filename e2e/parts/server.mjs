// Artel itself, as a person would start it: the real program on a free port, with a data folder of its own.

import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { artel, folder } from "./places.mjs";

/** The house promises to be gone this soon after it was asked to stop. */
const FAREWELL = 10_000;
const GREETING = 60_000;
const running = new Set();

export const freePort = () =>
  new Promise((resolve, reject) => {
    const asked = createServer();
    asked.once("error", reject);
    asked.listen(0, "127.0.0.1", () => {
      const { port } = asked.address();
      asked.close(() => resolve(port));
    });
  });

const launch = (args, input = "") => {
  const child = spawn(artel, args, { stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const program = { child, stdout: "", stderr: "", ended: null };
  running.add(child);
  child.stdout.on("data", (piece) => (program.stdout += piece));
  child.stderr.on("data", (piece) => (program.stderr += piece));
  program.end = new Promise((resolve) => {
    child.once("error", (error) => resolve((program.ended = { code: null, signal: null, error })));
    child.once("close", (code, signal) => resolve((program.ended = { code, signal })));
  }).finally(() => running.delete(child));
  return program;
};

/** Runs a command to its end, with `input` on its standard input, and returns what it printed. */
export const run = async (args, input) => {
  const program = launch(args, input);
  const { code, error } = await program.end;
  if (code !== 0) {
    throw new Error(`artel ${args.join(" ")} ended with ${code ?? error}:\n${program.stderr.slice(-2_000)}`);
  }
  return program.stdout;
};

export class Server {
  /** `data` is made if it is not given, and taken away in the end either way. */
  static async start({ data = folder("data"), options = [] } = {}) {
    const server = new Server();
    const port = await freePort();
    server.data = data;
    server.address = `http://localhost:${port}`;
    server.program = launch(["serve", "--data", data, "--listen", `127.0.0.1:${port}`, ...options]);
    await server.greeted();
    return server;
  }

  async greeted() {
    const until = Date.now() + GREETING;
    while (!this.program.stdout.includes(this.address)) {
      if (this.program.ended || Date.now() > until) {
        throw new Error(`artel serve did not come up:\n${this.program.stdout}\n${this.program.stderr.slice(-2_000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** The link by which the first owner comes in, as the terminal shows it. */
  get welcome() {
    return /http\S+\/welcome\?code=\S+/.exec(this.program.stdout)?.[0];
  }

  /** Asks it to stop and insists on a calm end: in time, with status 0, without a panic on the way. */
  async stop() {
    const began = Date.now();
    this.program.child.kill("SIGTERM");
    let late;
    const limit = new Promise((resolve) => (late = setTimeout(resolve, FAREWELL + 1_000, "late")));
    const ended = await Promise.race([this.program.end, limit]);
    clearTimeout(late);
    rmSync(this.data, { recursive: true, force: true });
    const took = Date.now() - began;
    if (ended === "late" || took > FAREWELL) throw new Error(`artel serve was still there ${took} ms after SIGTERM`);
    if (ended.code !== 0) throw new Error(`artel serve ended with ${ended.code ?? ended.signal}:\n${this.program.stderr.slice(-2_000)}`);
    const panic = /panicked at.*/.exec(this.program.stderr);
    if (panic) throw new Error(`artel serve panicked meanwhile: ${panic[0]}`);
    const { code, signal, error } = ended;
    return { code, signal, error, took };
  }
}

/** Serves for as long as `use` lasts. If that went well, the end must be calm too; if not, its failure is the one told. */
export const serving = async (start, use) => {
  const server = await Server.start(start);
  try {
    await use(server);
  } catch (error) {
    await server.stop().catch(() => {});
    throw error;
  }
  await server.stop();
};

/** An invented community in a folder of its own; who its people are. */
export const demo = async (locale) => {
  const data = folder(`demo-${locale}`);
  const said = await run(["demo", "--locale", locale, "--days", "0", "--data", data, "--no-serve"]);
  const person = (note) => {
    const [, email, password] = new RegExp(`${note}: (\\S+) / (\\S+)`).exec(said) ?? [];
    if (!email) throw new Error(`artel demo named no ${note}:\n${said}`);
    return { email, password };
  };
  return { data, owner: person("owner"), member: person("member") };
};

/** A community with nothing in it but its owner. */
export const empty = async (locale) => {
  const data = folder(`empty-${locale}`);
  const owner = { email: "first@example.org", password: "quiet-lantern-street" };
  const name = locale === "ru" ? "Пустой дом" : "Empty house";
  const args = ["community", "create", "--slug", "empty", "--name", name, "--owner", owner.email, "--locale", locale, "--password-stdin", "--data", data];
  await run(args, `${owner.password}\n`);
  return { data, owner };
};

/** Whatever is left when the journeys end, however they ended. */
export const killAll = () => {
  for (const child of running) child.kill("SIGKILL");
};
