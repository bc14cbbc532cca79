//! Names as they sound: by this a name is found that was typed in Latin letters, in part, or in another order of its words.
//! A rough spelling in Latin letters on both sides, in which what people spell differently is the same: `Юлия`, `Yuliya` and
//! `Julia`; `Алексей` and `Alexey`; `Щукин` and `Shchukin`.

use kernel::sort_key;

/// Whether each typed word begins a word of the name, in whatever order.
pub fn alike(typed: &str, name: &str) -> bool {
    let mut words = rough_words(name);
    let typed = rough_words(typed);
    let meets = |word: &String| match words.iter().position(|one| one.starts_with(word.as_str())) {
        Some(place) => {
            words.swap_remove(place);
            true
        }
        None => false,
    };
    !typed.is_empty() && typed.iter().all(meets)
}

/// A pattern for `like` that every alike name fits, and few others: the Cyrillic consonants of the longest typed word, in
/// their order.
pub fn pattern(typed: &str) -> String {
    let key = sort_key(typed);
    let longest = key.split_whitespace().max_by_key(|word| word.chars().count()).unwrap_or_default();
    let (mut word, mut pattern) = (longest.to_owned(), String::from("%"));
    // What is spelled in two ways stands for anything.
    for (latin, letter) in
        [("shch", "."), ("sch", "."), ("zh", "ж"), ("kh", "х"), ("sh", "."), ("ch", "."), ("ts", "."), ("tz", ".")]
    {
        word = word.replace(latin, letter);
    }
    let mut last = None;
    for letter in word.chars().map(consonant) {
        // A doubled letter is often written once.
        if let Some(letter) = letter.filter(|_| letter != last) {
            pattern.extend([letter, '%']);
        }
        last = letter;
    }
    pattern
}

fn consonant(letter: char) -> Option<char> {
    Some(match letter {
        'b' => 'б',
        'v' | 'w' => 'в',
        'g' => 'г',
        'd' => 'д',
        'z' => 'з',
        'k' | 'q' => 'к',
        'l' => 'л',
        'm' => 'м',
        'n' => 'н',
        'p' => 'п',
        'r' => 'р',
        's' => 'с',
        't' => 'т',
        'f' => 'ф',
        'б' | 'в' | 'г' | 'д' | 'ж' | 'з' | 'к' | 'л' | 'м' | 'н' | 'п' | 'р' | 'с' | 'т' | 'ф' | 'х' | 'ч' | 'ш' => {
            letter
        }
        _ => return None,
    })
}

fn rough_words(text: &str) -> Vec<String> {
    sort_key(text).split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(rough).collect()
}

fn rough(word: &str) -> String {
    let mut latin: String = word.chars().map(spelled).collect();
    for (spelled, one) in [
        ("shch", "sh"),
        ("sch", "sh"),
        ("kh", "h"),
        ("ph", "f"),
        ("tz", "ts"),
        ("x", "ks"),
        ("ch", "*"),
        ("c", "k"),
        ("*", "ch"),
        ("q", "k"),
        ("w", "v"),
        ("y", "i"),
        ("j", "i"),
        ("io", "e"),
        ("ie", "e"),
    ] {
        latin = latin.replace(spelled, one);
    }
    let mut once = String::with_capacity(latin.len());
    for letter in latin.chars() {
        if !once.ends_with(letter) {
            once.push(letter);
        }
    }
    once
}

/// A folded letter in Latin ones; the soft and the hard sign in none.
fn spelled(letter: char) -> String {
    const CYRILLIC: &str = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
    const LATIN: [&str; 32] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "ts", "ch",
        "sh", "sh", "", "i", "", "e", "iu", "ia",
    ];
    match CYRILLIC.chars().position(|one| one == letter) {
        Some(place) => LATIN[place].to_owned(),
        None => letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_met_however_they_are_spelled() {
        for (typed, name) in [
            ("Yuliya", "Юлия Щукина"),
            ("Julia Shchukina", "Юлия Щукина"),
            ("Alexey", "Алексей Цой"),
            ("Tsoy Aleksei", "Алексей Цой"),
            ("Pyotr", "Пётр Ильич"),
            ("Tatiana", "Татьяна Белая"),
            ("Mikhail Khrom", "Михаил Хромов"),
            ("Dmitriy", "Дмитрий Жуков"),
            ("Zhuk", "Дмитрий Жуков"),
            ("жуков дмитрий", "Дмитрий Жуков"),
            ("Anna", "Анна Ким"),
        ] {
            assert!(alike(typed, name), "{typed} is {name}");
            let pattern = pattern(typed);
            let (key, mut from) = (sort_key(name), 0);
            for letter in pattern.chars().filter(|letter| *letter != '%') {
                let at = key[from..].find(letter).unwrap_or_else(|| panic!("{pattern} does not fit {key}"));
                from += at + letter.len_utf8();
            }
        }
        for (typed, name) in [("Anton", "Анна Ким"), ("Anna Anna", "Анна Ким"), ("", "Анна Ким"), ("nna", "Анна Ким")]
        {
            assert!(!alike(typed, name), "{typed} is not {name}");
        }
        assert_eq!((pattern("ая").as_str(), pattern("Ninka Tsoy").as_str()), ("%", "%н%н%к%"));
    }
}
