//! One conversation: somebody begins, others answer, doubt, thank, and tell later how it ended.

use crate::calendar::{DAY, MINUTE, SECOND};
use crate::lexicon::{Field, Subject, SubjectKind};
use crate::model::{Attachment, Message, Role, Said, What};
use crate::spans;
use crate::talk::{Line, Teller};
use crate::template::{Bindings, fitting};

/// How many answers a question gets, by weight: most get few, some a crowd.
const CROWDS: [u32; 10] = [20, 22, 20, 14, 9, 6, 4, 3, 2, 1];
/// A subject does not come again before so many others.
const RECENT: usize = 10;

/// What is known about a thread while it goes on.
struct Course {
    subject: &'static Subject,
    bindings: Bindings,
    opener: usize,
    answers: Vec<usize>,
    /// Which answers of the subject are still unsaid.
    unsaid: Vec<&'static str>,
}

/// Whether answers are advice, which may be dressed, supported and doubted, and not an offer or banter.
fn is_advice(field: Option<Field>) -> bool {
    field.is_some_and(|field| field != Field::Places)
}

/// Whether one asks again how it is done.
fn is_doubtful(field: Field) -> bool {
    matches!(field, Field::Cases | Field::Branch | Field::Tools | Field::Conduct)
}

impl Teller<'_> {
    /// One thread from its first line on.
    pub(crate) fn thread(&mut self, start: i64) {
        let Some(subject) = self.next_subject() else { return };
        let Some(person) = self.beginner(subject, start) else { return };
        let mut bindings = Bindings::new();
        let Some(chosen) = self.freshest(subject.openers) else { return };
        let template = subject.openers[chosen];
        let warmth = if subject.kind == SubjectKind::Chat { 60 } else { 14 };
        let line = Line { person, at: start, reply_to: None, template, warmth };
        let Some(opener) = self.say(line, &mut bindings, &[]) else { return };
        let unsaid = fitting(subject.answers, chosen);
        let mut course = Course { subject, bindings, opener, answers: Vec::new(), unsaid };
        match subject.kind {
            SubjectKind::Chat => self.banter(&mut course),
            _ => self.help(&mut course),
        }
    }

    /// Who begins: for a chat those who talk much, for a question rather those who do not lead others.
    fn beginner(&mut self, subject: &Subject, at: i64) -> Option<usize> {
        let weights = self.people.iter().map(|player| {
            let leads = player.person.role != Role::Member;
            match subject.kind {
                _ if player.voice == 0 || !player.is_present(at) => 0,
                SubjectKind::Chat => player.voice + 8,
                _ if leads && player.field == subject.field => 0,
                _ if leads => player.voice / 12 + 1,
                _ => player.voice + 6,
            }
        });
        let weights: Vec<u32> = weights.collect();
        self.dice.weighed(weights.iter().copied())
    }

    fn next_subject(&mut self) -> Option<&'static Subject> {
        let recent = self.recent.clone();
        let weights = self
            .subjects()
            .enumerate()
            .map(|(index, subject)| if subject.kind == SubjectKind::News || recent.contains(&index) { 0 } else { subject.weight });
        let weights: Vec<u32> = weights.collect();
        let chosen = self.dice.weighed(weights.iter().copied())?;
        self.recent.push(chosen);
        if self.recent.len() > RECENT.min(weights.len() / 2) {
            self.recent.remove(0);
        }
        self.subjects().nth(chosen)
    }

    /// Somebody present who likes to help, more so in their own field.
    pub(crate) fn helper(&mut self, at: i64, field: Option<Field>, not: &[usize]) -> Option<usize> {
        let weights = self.people.iter().enumerate().map(|(index, player)| {
            if !player.is_present(at) || not.contains(&index) || player.voice == 0 {
                return 0;
            }
            let own = field == Some(player.field);
            (player.help + 2) * if own { 5 } else { 1 }
        });
        let weights: Vec<u32> = weights.collect();
        self.dice.weighed(weights.iter().copied())
    }

    fn banter(&mut self, course: &mut Course) {
        if self.dice.percent(16) {
            self.attach_photo(course.opener);
        }
        for _ in 0..self.dice.below(5) {
            if self.answer(course, None).is_none() {
                return;
            }
        }
    }

    fn help(&mut self, course: &mut Course) {
        let asked_at = self.told[course.opener].at;
        let silence = if self.calendar.is_night(asked_at) { 38 } else { 15 };
        if self.dice.percent(silence) {
            return;
        }
        let crowd = self.dice.weighed(CROWDS.iter().copied()).unwrap_or(0) + 1;
        for _ in 0..crowd {
            let field = Some(course.subject.field);
            let Some(answer) = self.answer(course, field).or_else(|| self.answer(course, field)) else { continue };
            if self.dice.percent(22) && is_doubtful(course.subject.field) {
                self.doubt(course, answer);
            }
            if self.dice.percent(6) {
                self.call(course, answer);
            }
        }
        match self.dice.below(100) {
            0..4 => self.send_file(course),
            4..6 => self.send_voice(course),
            _ => {}
        }
        self.close(course);
    }

    /// An answer of the subject, or a word in support of one already given.
    fn answer(&mut self, course: &mut Course, field: Option<Field>) -> Option<usize> {
        let asker = self.told[course.opener].person;
        let at = self.calendar.reply_time(self.dice, self.told[course.opener].at);
        // Hardly anybody answers one question three times.
        let mut not: Vec<usize> = vec![asker];
        if self.dice.percent(80) {
            not.extend(course.answers.iter().map(|answer| self.told[*answer].person));
        }
        let person = self.helper(at, field, &not)?;
        let earlier: Vec<usize> = course.answers.iter().copied().filter(|one| self.told[*one].at < at).collect();
        let others: Vec<usize> = earlier.into_iter().filter(|one| self.told[*one].person != person).collect();
        let may_support = is_advice(field) && !others.is_empty();
        let supports = may_support && (course.unsaid.is_empty() || self.dice.percent(14));
        let (template, reply_to) = if supports {
            ((*self.dice.pick(self.lexicon.phrases.seconds)).to_owned(), Some(*self.dice.pick(&others)))
        } else {
            let template = course.unsaid.swap_remove(self.freshest(&course.unsaid)?);
            let to_other = !others.is_empty() && self.dice.percent(9);
            let to = if to_other { *self.dice.pick(&others) } else { course.opener };
            (self.dress(template, is_advice(field)), (course.answers.is_empty() || self.dice.percent(80)).then_some(to))
        };
        let to = reply_to.unwrap_or(course.opener);
        let given = [("name", self.name_of(to))];
        let line = Line { person, at, reply_to, template: &template, warmth: 34 };
        let said = self.say(line, &mut course.bindings, &given)?;
        course.answers.push(said);
        Some(said)
    }

    /// Puts a few words before or after an answer to a question.
    fn dress(&mut self, template: &str, advice: bool) -> String {
        let phrases = &self.lexicon.phrases;
        match self.dice.below(100) {
            0..18 if advice => format!("{} {template}", self.dice.pick(phrases.leads)),
            18..30 if advice => format!("{template} {}", self.dice.pick(phrases.tails)),
            _ => template.to_owned(),
        }
    }

    fn name_of(&self, message: usize) -> String {
        self.people[self.told[message].person].person.first_name.clone()
    }

    /// The asker wants to know more, and gets it.
    fn doubt(&mut self, course: &mut Course, answer: usize) {
        let (question, reply) = *self.dice.pick(self.lexicon.phrases.doubts);
        let (asker, helper) = (self.told[course.opener].person, self.told[answer].person);
        let at = self.told[answer].at + self.dice.between(90, 2_400) * SECOND;
        let given = [("name", self.name_of(answer))];
        let line = Line { person: asker, at, reply_to: Some(answer), template: question, warmth: 3 };
        let Some(doubt) = self.say(line, &mut course.bindings, &given) else { return };
        let at = self.calendar.reply_time(self.dice, at);
        let given = [("name", self.name_of(doubt))];
        let line = Line { person: helper, at, reply_to: Some(doubt), template: reply, warmth: 20 };
        self.say(line, &mut course.bindings, &given);
    }

    /// Somebody calls a person who knows; often that person comes.
    fn call(&mut self, course: &mut Course, answer: usize) {
        let at = self.told[answer].at + self.dice.between(5, 60) * MINUTE;
        let asker = self.told[course.opener].person;
        let Some(caller) = self.helper(at, None, &[asker]) else { return };
        let known = |index: &usize| {
            let player = &self.people[*index];
            player.field == course.subject.field && player.voice > 0 && player.is_present(at) && *index != caller && *index != asker
        };
        let experts: Vec<usize> = (0..self.people.len()).filter(known).collect();
        if experts.is_empty() {
            return;
        }
        let expert = *self.dice.pick(&experts);
        let given = [("expert", spans::mention(expert))];
        let template = *self.dice.pick(self.lexicon.phrases.calls);
        let line = Line { person: caller, at, reply_to: Some(course.opener), template, warmth: 5 };
        let called = self.say(line, &mut course.bindings, &given);
        let (Some(called), true) = (called, self.dice.percent(65)) else { return };
        let Some(next) = self.freshest(&course.unsaid) else { return };
        let template = course.unsaid.swap_remove(next);
        let at = self.calendar.reply_time(self.dice, at);
        let given = [("name", self.name_of(course.opener))];
        let line = Line { person: expert, at, reply_to: Some(called), template, warmth: 45 };
        if let Some(said) = self.say(line, &mut course.bindings, &given) {
            course.answers.push(said);
        }
    }

    fn send_file(&mut self, course: &mut Course) {
        let at = self.calendar.reply_time(self.dice, self.told[course.opener].at);
        let asker = self.told[course.opener].person;
        let Some(person) = self.helper(at, Some(course.subject.field), &[asker]) else { return };
        let (template, name) = *self.dice.pick(self.lexicon.phrases.files);
        let line = Line { person, at, reply_to: Some(course.opener), template, warmth: 60 };
        let Some(said) = self.say(line, &mut course.bindings, &[]) else { return };
        let bytes = self.dice.between(38_000, 940_000) as u32;
        self.attach(said, Attachment::File { name: name.to_owned(), bytes });
    }

    /// Some would rather speak; an export then has no words.
    fn send_voice(&mut self, course: &Course) {
        let at = self.calendar.reply_time(self.dice, self.told[course.opener].at);
        let asker = self.told[course.opener].person;
        let helper = self.helper(at, Some(course.subject.field), &[asker]);
        let (Some(person), true) = (helper, at < self.calendar.until) else { return };
        let seconds = self.dice.between(9, 190) as u32;
        let attachment = Some(Attachment::Voice { seconds, bytes: seconds * 3_900 });
        let reply_to = Some(course.opener as i64);
        let id = self.told.len() as i64;
        let what = What::Said(Said { reply_to, attachment, ..Said::default() });
        self.told.push(Message { id, at, person, what });
    }

    /// Thanks, and sometimes, days later, the outcome.
    fn close(&mut self, course: &mut Course) {
        if course.answers.is_empty() {
            return;
        }
        let asker = self.told[course.opener].person;
        if self.dice.percent(60) {
            let best = *self.dice.pick(&course.answers);
            let at = self.calendar.reply_time(self.dice, self.told[best].at);
            let given = [("name", self.name_of(best))];
            let thanks = self.lexicon.phrases.thanks;
            let Some(chosen) = self.freshest(thanks) else { return };
            let template = thanks[chosen];
            let line = Line { person: asker, at, reply_to: Some(best), template, warmth: 16 };
            self.say(line, &mut course.bindings, &given);
        }
        if self.dice.percent(10) {
            let last = course.answers.iter().map(|answer| self.told[*answer].at).max().unwrap_or_default();
            let later = last + self.dice.between(2, 21) * DAY;
            let at = self.calendar.reply_time(self.dice, later);
            let given = [("name", self.name_of(course.answers[0]))];
            let template = *self.dice.pick(self.lexicon.phrases.outcomes);
            let line = Line { person: asker, at, reply_to: Some(course.opener), template, warmth: 80 };
            self.say(line, &mut course.bindings, &given);
        }
    }

    fn attach_photo(&mut self, message: usize) {
        let (width, height) = if self.dice.percent(50) { (1280, 960) } else { (960, 1280) };
        let bytes = self.dice.between(90_000, 320_000) as u32;
        self.attach(message, Attachment::Photo { width, height, bytes });
    }

    fn attach(&mut self, message: usize, attachment: Attachment) {
        if let What::Said(said) = &mut self.told[message].what {
            said.attachment = Some(attachment);
        }
    }
}
