// A mail server for real: what Artel sends goes over SMTP and is read here as a mail program would.

import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const PATIENCE = 20_000;

export class Letters {
  static async open() {
    const letters = new Letters();
    letters.arrived = [];
    letters.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["AUTH", "STARTTLS"],
      logger: false,
      onData: (stream, session, done) => {
        simpleParser(stream).then((letter) => {
          letters.arrived.push({ letter, to: session.envelope.rcptTo.map((one) => one.address) });
          done();
        }, done);
      },
    });
    await new Promise((resolve, reject) => {
      letters.server.once("error", reject);
      letters.server.listen(0, "127.0.0.1", resolve);
    });
    letters.url = `smtp://127.0.0.1:${letters.server.server.address().port}?tls=none`;
    return letters;
  }

  /** The next letter to this address, taken out of the box: `{ subject, text, html, code, link }`. */
  async next(address, like = () => true) {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const at = this.arrived.findIndex(({ letter, to }) => to.includes(address) && like(read(letter)));
      if (at >= 0) return read(this.arrived.splice(at, 1)[0].letter);
      if (Date.now() > until) {
        const others = this.arrived.map(({ letter, to }) => `${to}: ${letter.subject}`).join("; ");
        throw new Error(`no letter came to ${address} in ${PATIENCE / 1_000} s; others: ${others || "none"}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  close() {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

const read = (letter) => ({
  subject: letter.subject,
  text: letter.text ?? "",
  html: letter.html || "",
  code: /(?<!\d)\d{3}[\s\u00a0]?\d{3}(?!\d)/.exec(letter.text ?? "")?.[0],
  link: /https?:\/\/\S+/.exec(letter.text ?? "")?.[0],
});
