use crate::lexicon::{Field, Known, Trade};
use crate::model::Role;

const fn known(
    first: &'static str,
    surname: &'static str,
    feminine: bool,
    role: Role,
    field: Field,
    city: &'static str,
    voice: u32,
) -> Known {
    Known { first, surname, feminine, role, field, city, voice }
}

pub(super) const KNOWN: &[Known] = &[
    known("Helen", "Ashworth", true, Role::Owner, Field::Business, "Leeds", 62),
    known("Marcus", "Penhale", false, Role::Administrator, Field::Places, "Bristol", 48),
    known("Ruth", "Calloway", true, Role::DirectionLeader, Field::Branch, "York", 95),
    known("Tom", "Braddock", false, Role::Mentor, Field::Cases, "Sheffield", 78),
    known("Priya", "Menon", true, Role::DirectionLeader, Field::Tools, "London", 74),
    known("Ewan", "Strachan", false, Role::Mentor, Field::Cases, "Glasgow", 66),
    known("Sian", "Prosser", true, Role::DirectionLeader, Field::Branch, "Cardiff", 70),
    known("Daniel", "Okoro", false, Role::Mentor, Field::Business, "Birmingham", 44),
    known("Clare", "Whitlock", true, Role::Moderator, Field::Tools, "Norwich", 52),
    known("George", "Tindall", false, Role::Member, Field::Conduct, "Newcastle", 40),
    known("Niamh", "Rafferty", true, Role::Member, Field::Cases, "Belfast", 22),
    known("Adam", "Lister", false, Role::Member, Field::Learning, "Manchester", 34),
    known("Joanna", "Pike", true, Role::Member, Field::Learning, "Exeter", 16),
    known("Imran", "Qureshi", false, Role::Member, Field::Conduct, "Bradford", 26),
];

pub(super) const MASCULINE: &[&str] = &[
    "Alan", "Andrew", "Ben", "Callum", "Chris", "Colin", "David", "Dominic", "Edward", "Finlay", "Gareth", "Harry", "Hugh", "Jack",
    "James", "Joe", "Kieran", "Lewis", "Luke", "Martin", "Matthew", "Neil", "Nikhil", "Oliver", "Owen", "Patrick", "Paul", "Peter",
    "Rhys", "Robert", "Sam", "Sean", "Simon", "Stephen", "Toby", "Will",
];

pub(super) const FEMININE: &[&str] = &[
    "Alice", "Amy", "Anita", "Beth", "Caroline", "Catrin", "Eleanor", "Emma", "Fiona", "Grace", "Hannah", "Isla", "Jess", "Kate",
    "Laura", "Lucy", "Meera", "Megan", "Naomi", "Olivia", "Rachel", "Rosie", "Sarah", "Zoe",
];

pub(super) const SURNAMES: &[(&str, &str)] = &[
    ("Abbot", "Abbot"),
    ("Aldridge", "Aldridge"),
    ("Barrow", "Barrow"),
    ("Beck", "Beck"),
    ("Blythe", "Blythe"),
    ("Cairns", "Cairns"),
    ("Chandler", "Chandler"),
    ("Coates", "Coates"),
    ("Crane", "Crane"),
    ("Dalby", "Dalby"),
    ("Darrow", "Darrow"),
    ("Easton", "Easton"),
    ("Fenn", "Fenn"),
    ("Garrick", "Garrick"),
    ("Gill", "Gill"),
    ("Hale", "Hale"),
    ("Harker", "Harker"),
    ("Hollis", "Hollis"),
    ("Ingram", "Ingram"),
    ("Joyce", "Joyce"),
    ("Keane", "Keane"),
    ("Kirby", "Kirby"),
    ("Langley", "Langley"),
    ("Lowther", "Lowther"),
    ("Mather", "Mather"),
    ("Marsh", "Marsh"),
    ("Nash", "Nash"),
    ("Oakes", "Oakes"),
    ("Parr", "Parr"),
    ("Quill", "Quill"),
    ("Ramsden", "Ramsden"),
    ("Redfern", "Redfern"),
    ("Rowe", "Rowe"),
    ("Sharma", "Sharma"),
    ("Skelton", "Skelton"),
    ("Stokes", "Stokes"),
    ("Thorne", "Thorne"),
    ("Tully", "Tully"),
    ("Underhill", "Underhill"),
    ("Vance", "Vance"),
    ("Wade", "Wade"),
    ("Weir", "Weir"),
    ("Wren", "Wren"),
    ("Yeo", "Yeo"),
];

pub(super) const CITIES: &[(&str, &str)] = &[
    ("London", "Europe/London"),
    ("Leeds", "Europe/London"),
    ("Bristol", "Europe/London"),
    ("York", "Europe/London"),
    ("Sheffield", "Europe/London"),
    ("Glasgow", "Europe/London"),
    ("Cardiff", "Europe/London"),
    ("Birmingham", "Europe/London"),
    ("Norwich", "Europe/London"),
    ("Newcastle", "Europe/London"),
    ("Belfast", "Europe/London"),
    ("Manchester", "Europe/London"),
    ("Exeter", "Europe/London"),
    ("Bradford", "Europe/London"),
    ("Dublin", "Europe/Dublin"),
    ("Edinburgh", "Europe/London"),
];

const EDUCATION: &[&str] = &[
    "MEng civil engineering, {graduated}",
    "BEng and a master's in structures, {graduated}",
    "chartered since {graduated}",
    "technician first, degree at night, {graduated}",
];

pub(super) const TRADES: &[Trade] = &[
    Trade {
        field: Field::Branch,
        names: &["conservation engineer", "historic buildings", "timber frames and roofs", "masonry and movement"],
        educations: EDUCATION,
        offers: &["a second look at cracks", "a morning in a roof void with you", "an introduction to good lime masons"],
        needs: &["a timber decay specialist", "somebody to share scaffold days with"],
        abouts: &[
            "Most old buildings stand for reasons nobody wrote down. I look for them before I add steel.",
            "Churches, barns, mills. I carry a lamp and very little optimism about previous repairs.",
        ],
    },
    Trade {
        field: Field::Cases,
        names: &["residential structures", "foundations and underpinning", "steel frames", "basements", "temporary works"],
        educations: EDUCATION,
        offers: &["an independent check within two days", "a sanity check by phone", "my standard details"],
        needs: &["a geotechnical colleague who answers", "overflow help in spring"],
        abouts: &[
            "Extensions, lofts and the wall somebody already took out.",
            "I like clay, trees and honest boreholes, in that order.",
        ],
    },
    Trade {
        field: Field::Tools,
        names: &["computational design", "drawings and models", "concrete detailing", "structural technician"],
        educations: EDUCATION,
        offers: &["my spreadsheet library", "an hour on setting up a model properly", "help with drawing standards"],
        needs: &["people who check by hand", "a tester for my templates"],
        abouts: &[
            "I build tools so that the thinking takes longer than the typing.",
            "A drawing is a letter to a builder in the rain.",
        ],
    },
    Trade {
        field: Field::Business,
        names: &["independent engineer", "practice of two", "residential structures"],
        educations: EDUCATION,
        offers: &["a look at your fee letter", "how I price small jobs", "a list of questions for a first call"],
        needs: &["an accountant who likes small firms", "a partner for larger tenders"],
        abouts: &[
            "Left a big firm to do small jobs well. The numbers work, and I can show you how.",
            "I talk about money early so that we can talk about structure later.",
        ],
    },
    Trade {
        field: Field::Conduct,
        names: &["expert witness", "checking engineer", "building safety"],
        educations: EDUCATION,
        offers: &["a calm reading of an angry letter", "the wording I use for limits of appointment"],
        needs: &["a solicitor who has seen a site", "cases to learn from"],
        abouts: &["I read contracts so that you can sleep.", "Twenty years of other people's mistakes, a few of my own."],
    },
    Trade {
        field: Field::Learning,
        names: &["graduate mentor", "seismic and dynamics", "independent engineer"],
        educations: EDUCATION,
        offers: &["mock interviews for chartership", "a reading list", "a seat in the Thursday review"],
        needs: &["a mentor in timber", "site visits"],
        abouts: &["Still learning and willing to say so in public.", "I explain things until I understand them."],
    },
    Trade {
        field: Field::Places,
        names: &["building surveys", "party wall matters", "residential structures"],
        educations: EDUCATION,
        offers: &["a desk on Tuesdays", "introductions to builders I trust"],
        needs: &["a colleague for joint surveys", "somebody to cover holidays"],
        abouts: &["I know which builders in my town ring back.", "Happy up a ladder, happier with somebody footing it."],
    },
];

pub(super) const HOBBIES: &[&str] = &[
    "fell running, slowly",
    "bell ringing",
    "sourdough",
    "dry stone walls",
    "choir",
    "old bicycles",
    "allotment",
    "sea swimming",
    "chess by post",
    "birdwatching",
    "model railways",
    "climbing",
    "pub quizzes",
];

pub(super) const LANGUAGES: &[&str] =
    &["English", "English, Welsh", "English, French", "English, Hindi", "English, Irish", "English, German"];

pub(super) const COMPANIES: &[&str] = &[
    "own practice",
    "own practice",
    "own practice",
    "practice of two",
    "Lintel & Daughter",
    "Plumb Line Structures",
    "own practice and teaching one day a week",
];
