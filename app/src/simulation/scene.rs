//! What a demo must show in the end, however the dice fell: somebody advertised under a request, and its asker told those who
//! run the community.

use super::{Life, helping};
use demo::Role;
use helping::Act;
use kernel::Result;

impl Life {
    /// The latest open request that was answered and that all may see gets an advert, and staff a report.
    pub async fn report_an_advert(&mut self) -> Result<()> {
        let mut open = self.stories.iter().rev().filter(|(_, story)| story.outcome.is_none() && story.need.chosen.is_empty());
        let Some((request, story)) = open.find(|(_, story)| !story.answers.is_empty()) else { return Ok(()) };
        let (request, asker) = (*request, story.need.asker);
        let note = self.living.complaint(&story.need, asker);
        let advertises = |person: &usize| *person != asker && self.living.residents()[*person].person.role == Role::Member;
        let Some(person) = (0..self.people.members.len()).rev().find(advertises) else { return Ok(()) };
        helping::act(self, Act::Comments { request, person, advert: true }).await?;
        let Some(answer) = self.adverts.last().copied() else { return Ok(()) };
        helping::act(self, Act::Reports { request, answer, person: asker, note }).await
    }
}
