use crate::calendar::MINUTE;
use crate::cast::Player;
use crate::dice::Dice;
use crate::model::Reaction;
use crate::talk::Line;

const EMOJI: [(&str, u32); 6] = [("👍", 40), ("❤", 26), ("🔥", 12), ("🙏", 10), ("👏", 8), ("😁", 6)];

/// Who reacted to a line. Those who only read react too, though less.
pub(crate) fn reactions(dice: &mut Dice, people: &[Player], line: &Line<'_>, until: i64) -> Vec<Reaction> {
    let mut reactions: Vec<Reaction> = Vec::new();
    if !dice.percent(line.warmth) {
        return reactions;
    }
    let most = 1 + line.warmth / 9;
    let mut left: Vec<usize> = (0..people.len()).filter(|one| *one != line.person && people[*one].is_present(line.at)).collect();
    for _ in 0..=dice.below(most) {
        let Some(chosen) = dice.weighed(left.iter().map(|one| people[*one].voice + 4)) else { break };
        let person = left.swap_remove(chosen);
        let at = line.at + dice.between(1, 600) * MINUTE / 2;
        if at >= until || !people[person].is_present(at) {
            continue;
        }
        let emoji = EMOJI[dice.weighed(EMOJI.iter().map(|emoji| emoji.1)).unwrap_or(0)].0;
        match reactions.iter_mut().find(|reaction| reaction.emoji == emoji) {
            Some(reaction) => reaction.people.push((person, at)),
            None => reactions.push(Reaction { emoji, people: vec![(person, at)] }),
        }
    }
    reactions
}
