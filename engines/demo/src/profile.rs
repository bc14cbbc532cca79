//! What a person says of themselves.

use crate::cast::Player;
use crate::dice::Dice;
use crate::lexicon::Lexicon;
use crate::template::{Bindings, Voice, render};

/// Fills the points of a profile; the further down the list, the more people leave them empty.
pub(crate) fn fill(lexicon: &'static Lexicon, dice: &mut Dice, number: usize, year: i32, player: &mut Player) {
    let fitting: Vec<_> = lexicon.trades.iter().filter(|trade| trade.field == player.field).collect();
    let trade = match fitting.as_slice() {
        [] => dice.pick(lexicon.trades),
        some => *dice.pick(some),
    };
    let known_city = player.person.points.pop().map(|(_, city)| city);
    let (city, zone) = match known_city {
        Some(city) => *lexicon.cities.iter().find(|(name, _)| *name == city).unwrap_or(&lexicon.cities[0]),
        None => *dice.pick(lexicon.cities),
    };
    let years = if number < lexicon.known.len() { dice.between(7, 22) } else { dice.between(1, 18) };
    let texts = [
        ("specialisation", *dice.pick(trade.names)),
        ("city", city),
        ("time_zone", zone),
        ("education", *dice.pick(trade.educations)),
        ("company", *dice.pick(lexicon.companies)),
        ("offer", *dice.pick(trade.offers)),
        ("need", *dice.pick(trade.needs)),
        ("about", *dice.pick(trade.abouts)),
        ("hobbies", *dice.pick(lexicon.hobbies)),
        ("languages", *dice.pick(lexicon.languages)),
    ];
    let graduated = (i64::from(year) - years - dice.between(0, 2)).to_string();
    let given = [("graduated", graduated)];
    let mut bindings = Bindings::new();
    let mut points = vec![("profession", lexicon.community.profession.to_owned())];
    points.push(("experience_years", years.to_string()));
    for (depth, (key, template)) in texts.into_iter().enumerate() {
        if number >= lexicon.known.len() && dice.percent(depth * 6) {
            continue;
        }
        let mut voice = Voice { feminine: player.person.feminine, bindings: &mut bindings, given: &given };
        let text = render(lexicon, dice, &mut voice, template);
        points.push((key, if key == "time_zone" { template.to_owned() } else { text }));
    }
    player.person.points = points;
}

/// A point by its key.
pub(crate) fn point<'a>(player: &'a Player, key: &str) -> Option<&'a str> {
    player.person.points.iter().find(|(name, _)| *name == key).map(|(_, text)| text.as_str())
}

/// An address at example.org in Latin letters.
pub(crate) fn email(first: &str, surname: &str) -> String {
    format!("{}.{}@example.org", latin(first), latin(surname))
}

fn latin(name: &str) -> String {
    let letters = name.to_lowercase();
    let written = letters.chars().map(|letter| match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' | 'э' => "e",
        'ё' => "yo",
        'ж' => "zh",
        'з' => "z",
        'и' => "i",
        'й' | 'ы' => "y",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "yu",
        'я' => "ya",
        'ъ' | 'ь' | '\'' => "",
        _ => "?",
    });
    written.zip(letters.chars()).map(|(latin, letter)| if latin == "?" { letter.to_string() } else { latin.to_owned() }).collect()
}
