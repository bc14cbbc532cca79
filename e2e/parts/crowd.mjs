// A larger invented history: four circles of nine and a founder who answers everywhere, as Telegram Desktop would
// export it. Enough people and ties for groups, and for the question whether it would live without its founder.
// The same seedless arithmetic gives the same history every time.

import { phrases, subjects, writer } from "./history.mjs";

const given = {
  ru: ["Тимур", "Вера", "Ян", "Ольга", "Дарья", "Глеб", "Майя", "Фёдор", "Зоя"],
  en: ["Tim", "Vera", "Ian", "Olga", "Daria", "Glen", "Maya", "Ted", "Zoe"],
};
/** The family name tells the circle, and has one form for all. */
const family = { ru: ["Ладо", "Сомик", "Бережко", "Стриж"], en: ["Larkfield", "Somers", "Wetherby", "Swift"] };
const founder = { ru: "Нина Чижик", en: "Nina Siskin" };

const CIRCLES = 4;
const CIRCLE = 9;
const START = Date.UTC(2024, 2, 4, 6) / 1_000;
const HOUR = 3_600;

/** Everybody: the founder first, then circle by circle. */
export const everybody = (locale) => [
  founder[locale],
  ...family[locale].flatMap((surname) => given[locale].map((name) => `${name} ${surname}`)),
];

/** `result.json` with about `count` messages. */
export const crowd = (locale, count) => {
  const [things, words] = [subjects[locale], phrases[locale]];
  const { messages, put, join } = writer(everybody(locale));
  for (let who = 1; who <= CIRCLES * CIRCLE; who += 1) join(who, START + who * 60);
  for (let turn = 0; messages.length < count; turn += 1) {
    const at = START + turn * 3 * HOUR + (turn % 7) * 500;
    const circle = turn % CIRCLES;
    const one = (place) => 1 + circle * CIRCLE + (place % CIRCLE);
    const round = Math.floor(turn / CIRCLES);
    const asker = one(round);
    const question = put(asker, at, words.asks(things[turn % things.length]));
    // Every fourth round stays without an answer.
    if (round % 4 === 3) continue;
    for (let answer = 1; answer <= 1 + (round % 3); answer += 1) {
      const reply = put(one(round + answer), at + answer * 700, words.answers[(turn + answer) % 3], { reply_to_message_id: question });
      put(asker, at + answer * 700 + 300, words.chat[turn % 4], { reply_to_message_id: reply });
    }
    if (round % 3 === 0) put(0, at + HOUR, words.answers[turn % 3], { reply_to_message_id: question });
    // Now and then a neighbour circle is thanked.
    if (round % 11 === 5) put(1 + ((circle + 1) % CIRCLES) * CIRCLE + (round % CIRCLE), at + 2 * HOUR, words.chat[0], { reply_to_message_id: question });
  }
  return { name: words.name, type: "private_supergroup", id: 1_700_000_322, messages };
};
