use crate::lexicon::{Subject, chat, news};

pub(super) const SUBJECTS: &[Subject] = &[
    chat(
        7,
        &[
            "Client today: “It's only a small wall, why is it such a big beam?” (I said the house is shy.~Still composing my answer.) {house}, {city}.",
            "Builder on the phone: “Your {member} is too strong, can I cut a bit off?” It's {weekday}, it's {hour}, I've had {drink}.",
            "My daughter explained my job at school: “She tells walls to stay.” (Business cards by {month}.~I've had worse job descriptions.)",
            "Found a note in {house.1} roof: “Good luck. 1911.” (Signed and dated underneath.~Putting it in the report.) {city} carpenters, eh.",
            "The architect's drawing says “structure by magic” where the {wall} used to be. (Quoting {fee} for the wand.~Asked for the certificate.)",
        ],
        &[
            "Framing this. {city} sends regards.",
            "(Laughed out loud on a train.~Read it to the whole site.) {drink} everywhere.",
            "{name}, please write the sequel to {book}.",
            "2>I had the same builder, I think. {member}, {weekday}.",
            "5>The wand is zero-rated, check with your accountant.",
            "Best thing I've read since {month}.",
            "This goes on the office wall, next to the {crack}.",
        ],
    ),
    chat(
        6,
        &[
            "{weather} in {city}, {drink} in hand, {count} minutes before the scaffolders. How's everyone's {weekday}?",
            "Roof void, {house}, {weather} outside. Signal is better up here than at home. (Morning all.~Ask me anything.)",
            "Two cancellations and {weather}. Reading {book} for the first time in {weeks}. (Recommended.~The reading, not the weather.)",
        ],
        &[
            "{weather} here as well. {drink}, and the phone face down.",
            "13>Envy. I have {count} calls before {hour}.",
            "2>Stay up there, it's worse below.",
            "2>{name}, mind the third joist. (It's always the third.~I've met it.)",
            "{city}: the same, with seagulls.",
            "Site meeting at {hour} with {client}. Send {drink}.",
        ],
    ),
    chat(
        5,
        &[
            "Chartered! The letter came this morning. {weeks} of evenings, {count} drafts, and this group's patience. Thank you.",
            "My first building is up: {house.1} in {city}, {span} of oak and not a crack. (Went back twice to look.~Took my mum.)",
            "{count} years on my own today. (Wouldn't go back.~Nearly went back twice.) Half of what I know I asked here.",
            "The {wall} I lost sleep over moved {width} in a year. Which is to say it didn't. (Sleeping tonight.~Cake on Thursday.)",
        ],
        &[
            "Congratulations! {drink} on me when you're in {city}.",
            "{name}, wonderful. You earned every evening of it. (Sleep till {hour}.~Cake at {hour}.)",
            "Lovely news for a {weekday}.",
            "2>Show us a picture! {city} deserves it.",
            "4>And you were worried. (Enjoy it.~Sleep till {hour}.)",
        ],
    ),
    chat(
        5,
        &[
            "Thinking about {topic} after the review. Are we drawing for the builder or for the file?",
            "> {topic}\nThis keeps coming back to me. (Anyone else?~Typing on site, forgive the brevity.) I suspect we check what is easy to check.",
            "Third {house} this {month} where the {wall} had gone before I arrived. Is it a fashion?",
            "Opened {book} at random and it was about {topic} again. It knows.",
        ],
        &[
            "1>For the builder on a wet {weekday}. The file can look after itself.",
            "124>{topic} deserves an evening. Thursday?",
            "3>It's a fashion in {city}, too. Started in {month}.",
            "2>We check what we were once told off for. (I do.~True of me anyway.)",
            "4>{book} does that.",
            "Glad somebody said it. I've been uneasy about this for {weeks}.",
        ],
    ),
    news(
        10,
        &[
            "*Thursday review*\nTopic: {topic}. 18:30, Ruth Calloway in the chair. (One job on the table, bring drawings, not conclusions.~We need one job, write to Marcus.) #review",
            "*This week's review:* {topic}. Half past six as ever, link an hour before. No recording, so come in person. #review",
            "Tomorrow we look at {topic}. Listening is open to all, presenting goes by turn. ({count} places left.~Tom Braddock leads.) #review",
        ],
        &[
            "I'll be there.",
            "In, but late: on site until {hour}.",
            "I can bring a {member} on {topic}, it has bothered me for {weeks}.",
            "Putting it in the diary over {client}.",
            "At last, {topic}. Been asking since {month}.",
        ],
    ),
    news(
        4,
        &[
            "*Open evening* on {weekday} at {hour}: {topic}. Bring a colleague who isn't with us yet. https://keystone.example.org/open",
            "We're forming *tens* for {month}: {count} people, {weekday}s at {hour}. Tell Marcus whom you'd like to work with, and whom not yet.",
            "Newcomers' hour, {weekday} at {hour}. How to ask so that people answer. Old hands welcome, there's {drink}.",
        ],
        &[
            "13>Count me in for {weekday}.",
            "1>Bringing two from {city}.",
            "2>Can mine be later than {hour}?",
            "3>Happy to tell the story of my first {month} here.",
        ],
    ),
    news(
        3,
        &[
            "*Rule of the week.* A question with a place, a span and a date is answered three times faster: “{city}, {span}, by {weekday}”. Thank you to all who write like that.",
            "{month} in short: {count} requests closed with an outcome and none left longer than a day. Those who answer at night, please sleep.",
            "The reading list has grown by {count}, {book} among them: https://keystone.example.org/books. Additions welcome.",
            "We need somebody to lead a circle on {topic}, {weekday}s at {hour}, every other week. Patience matters more than seniority.",
        ],
        &[
            "12>Thanks for keeping order. {city} approves.",
            "4>I'd lead it with somebody.",
            "3>{book}, about time.",
            "2>Guilty of the night answers. (Reforming by {month}.~The {crack} made me do it.)",
        ],
    ),
];
