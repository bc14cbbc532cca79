use crate::lexicon::{Field, Subject, ask};

pub(super) const SUBJECTS: &[Subject] = &[
    ask(
        Field::Business,
        10,
        &[
            "What do you charge for a single {member}? I'm at {fee} with one visit, and {client} says the last engineer took half.",
            "Putting my rate up from {rate} after three years. (Do you warn people?~Tell old clients first, or all at once?)",
            "Fixed fee or hourly for {house.1}? {fee} felt generous on {weekday}, {weeks} later it doesn't.",
            "How do you price the visit that turns into {count} visits?",
        ],
        &[
            "1>{fee} including one visit, {rate} an hour after that, and I say it on the phone before I say anything clever.",
            "1>Let them take the half-price one. I get those jobs back in {month}, with photographs.",
            "2>I told everyone by letter {weeks} ahead, three lines, no apology. One left, two said “about time”.",
            "3>Fixed for what I can see, hourly for what's behind the plaster. Written in exactly those words.",
            "4>Visits are listed in the fee: two. The third is {rate} an hour from my door. Nobody minds once it's on paper.",
            "12>Count a real hour: insurance, software, tea, the quote you didn't win. I was shocked into {rate}.",
            "13>Half up front under a thousand pounds. It sorts people out beautifully.",
            "12>I stopped competing on price when I put the turnaround on the first page: drawings in five working days.",
        ],
    ),
    ask(
        Field::Business,
        8,
        &[
            "{client} hasn't paid in {weeks}. {fee}, work done, beam in. Polite email number {count} or something firmer?",
            "Retention on a consultant's fee? {client} proposes ten per cent “until completion”. Has anyone agreed to that?",
            "Do you release calculations before payment? {client} says building control needs them by {weekday}.",
            "Purchase orders, portals, vendor forms: {count} pages to be paid {fee}. Worth it?",
        ],
        &[
            "3>Calculations leave when money arrives. It's in the letter, so it isn't personal.",
            "1>One firm letter with a date and the interest worked out. Mine paid the same afternoon.",
            "2>No retention. I'm not a plasterer, and I said so with a smile.",
            "1>Phone, don't write. Usually somebody is embarrassed rather than wicked.",
            "3>I send a preliminary sheet marked as such, without sizes. It keeps {weekday} alive and the invoice too.",
            "4>Add a portal fee. {rate}, listed as “administration requested by client”. Works about half the time.",
            "1>Small claims at {weeks}. I've filed twice and never had to attend.",
            "2>Strike it out and send it back signed. (Nobody noticed.~They didn't even mention it.)",
            "4>Under a thousand I say no. (They found a card in minutes.~Life is short.)",
        ],
    ),
    ask(
        Field::Business,
        7,
        &[
            "Insurance renewal is up again and they ask about (basements~retaining walls). How do you answer honestly without tripling it?",
            "Sole trader or limited? {count} years in, {city}, no staff, a bit {feeling} about both.",
            "VAT: (near the threshold~nearly over the line) and most of my clients are homeowners. Slow down or register?",
            "(Where does your work come from?~Where do new clients find you?) Three architects send me everything and one retires in {month}.",
        ],
        &[
            "2>Limited, for sleeping, not for tax. The forms take a morning a year.",
            "1>Describe the basements you actually do. “{house}, one storey, underpinning in sequence” costs less than the word basement.",
            "3>I registered and lost nobody. Put the price in as one number.",
            "4>Write to twelve builders you'd let into your own house. Four answered, two became most of my {month}.",
            "1>Use a broker who has met an engineer. Mine halved it by (asking one question~attaching my checking procedure).",
            "4>Meet one new architect a month, for a coffee and not for a pitch. Dull, and it works.",
            "23>An accountant for {fee} a year. I held out for {count} and regret each one.",
        ],
    ),
    ask(
        Field::Business,
        6,
        &[
            "When do you hire? Turning work away since {month}, but the thought of checking somebody makes me {feeling}.",
            "Anyone shared a large job between {count} of us? {client} wants one name on the letter.",
            "How do you say no to a job you could do but shouldn't? {house}, {client}, every bell ringing.",
        ],
        &[
            "1>Start with a technician two days a week. Drawings are where the hours go.",
            "2>One lead, one contract, and a one-page agreement between us on who checks what. We did a school that way.",
            "3>“I'm not the right engineer for this, and here are two who may be.” Say it on day one, it's kind then.",
            "1>I hired when I'd turned down {count} good jobs in a row. Should have been six.",
            "3>Bells are data. Write down which ones, you'll hear them sooner next time.",
            "12>Done it both ways. (Happy to show you the figures.~The figures surprised me.)",
        ],
    ),
];
