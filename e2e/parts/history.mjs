// A small invented history, as Telegram Desktop would export it: enough talk for findings, threads and search.
// The same seedless arithmetic gives the same history every time.

const people = {
  ru: ["Тимур Ладогин", "Вера Сомова", "Ян Кречет", "Ольга Ветлугина", "Дарья Полевая", "Глеб Стрижов", "Майя Озерская", "Фёдор Чижов"],
  en: ["Tim Larkfield", "Vera Somers", "Ian Kestrel", "Olga Wetherby", "Daria Meadow", "Glen Swift", "Maya Lakeman", "Ted Siskin"],
};

export const subjects = {
  ru: ["фонтан", "мостовая", "светильник", "ограда", "беседка", "лестница", "калитка", "навес"],
  en: ["fountain", "paving", "lantern", "fence", "gazebo", "staircase", "gate", "canopy"],
};

export const phrases = {
  ru: {
    name: "Мастерская дворов",
    asks: (what) => `Коллеги, подскажите: ${what} после зимы, с чего начинать ремонт?`,
    answers: ["Сначала смета и фотографии, потом работы.", "Делали так прошлой весной, держится до сих пор.", "Поговорите с заказчиком до начала, это сбережёт неделю."],
    chat: ["Спасибо, очень помогло!", "Видел такое у соседей, выглядит хорошо.", "Завтра буду на объекте, пришлю фотографии.", "Согласен, так и сделаем."],
    sought: "Для набережной закупили чугунные светильники, старые сдали в музей.",
  },
  en: {
    name: "Courtyard workshop",
    asks: (what) => `Colleagues, a question: the ${what} after winter, where do you begin the repair?`,
    answers: ["Estimate and photographs first, then the work.", "We did it like that last spring and it still holds.", "Talk to the client before you begin, it will save a week."],
    chat: ["Thank you, that helped a lot!", "Saw one like it next door, it looks good.", "I am on the site tomorrow, I will send photographs.", "Agreed, let us do that."],
    sought: "For the embankment they bought cast iron lanterns and gave the old ones to the museum.",
  },
};

/** What a reader looks for, in another form than it was written in, and what must be marked. */
export const searches = { ru: { typed: "набережные", marked: /^набережной$/i }, en: { typed: "embankments", marked: /^embankment$/i } };

export const cast = people;

const START = Date.UTC(2024, 2, 4, 7) / 1_000;
const HOUR = 3_600;

const written = (at) => new Date(at * 1_000).toISOString().slice(0, 19);

/** Takes down what the named say and do, in the form of an export. */
export const writer = (names) => {
  const messages = [];
  const put = (who, at, text, more = {}) => {
    const id = messages.length + 1;
    const head = { id, type: "message", date: written(at), date_unixtime: String(at), from: names[who], from_id: `user${7_000_100 + who}` };
    messages.push({ ...head, ...more, text, text_entities: [{ type: "plain", text }] });
    return id;
  };
  const join = (who, at) => {
    const head = { id: messages.length + 1, type: "service", date: written(at), date_unixtime: String(at), actor: names[who], actor_id: `user${7_000_100 + who}` };
    messages.push({ ...head, action: "join_group_by_link", inviter: "Group", text: "", text_entities: [] });
  };
  return { messages, put, join };
};

/** `result.json` with about `count` messages. */
export const history = (locale, count = 400) => {
  const [names, things, words] = [people[locale], subjects[locale], phrases[locale]];
  const { messages, put, join } = writer(names);
  for (let who = 1; who < names.length; who += 1) join(who, START + who * 60);
  for (let turn = 0; messages.length < count; turn += 1) {
    const at = START + turn * 11 * HOUR + (turn % 7) * 900;
    const asker = (turn * 5 + 1) % names.length;
    const question = put(asker, at, words.asks(things[turn % things.length]));
    // Every fourth question stays without an answer.
    if (turn % 4 === 3) continue;
    for (let answer = 0; answer < 1 + (turn % 3); answer += 1) {
      const who = (asker + 1 + answer * 2 + (turn % 2)) % names.length;
      if (who !== asker) put(who, at + (answer + 1) * 700, words.answers[(turn + answer) % 3], { reply_to_message_id: question });
    }
    put(asker, at + 3 * HOUR, words.chat[turn % 4], { reply_to_message_id: question });
  }
  put(2, Number(messages.at(-1).date_unixtime) + HOUR, words.sought);
  return { name: words.name, type: "private_supergroup", id: 1_700_000_321, messages };
};
