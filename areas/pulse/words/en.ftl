# The page
pulse-title = Pulse
pulse-window = 28 days: { $days }
pulse-as-of = as of { $time }
pulse-lead-empty = Here you will see how the community is doing: who writes, who gets answers, who has ties with whom.
pulse-lead-silent = The community has { $members ->
    [one] { $members } member
   *[other] { $members } members
 }, and nobody wrote in 28 days.
pulse-lead-answered = The community has { $members ->
    [one] { $members } member
   *[other] { $members } members
 }; { $active } of them write, and every conversation was answered.
pulse-lead-waiting = The community has { $members ->
    [one] { $members } member
   *[other] { $members } members
 }; { $active } of them write. { $waiting ->
    [one] { $waiting } conversation was left
   *[other] { $waiting } conversations were left
 } without an answer.
pulse-lead-member = How the community is doing, and who you have ties with.
pulse-day = On which day
pulse-day-show = Show
pulse-day-today = Today
pulse-fault-date = This is not a date. Write it like this: 2024-03-31.
pulse-fault-future = This day has not come yet. Choose today or earlier.
pulse-fault-before = The community did not exist yet on this day. Today is shown.
pulse-whole = This includes a history that is not open to members yet. Only the owner and administrators see it.
pulse-silent-title = Nobody wrote anything during this time: { $days }
pulse-silent-text = The last message was on { $day }, so of the figures for 28 days nearly all are zero or unknown, and the ties are those of before.
pulse-silent-link = See how the community was doing on { $day }
pulse-empty-title = Nothing to measure yet
pulse-empty-text = Nobody has written anything yet. Start a conversation or bring in the history of your chat: Pulse will count everything by itself.
pulse-empty-text-member = Nobody has written anything yet. Pulse will count everything by itself once a conversation starts.
pulse-empty-act = Start a conversation
pulse-not-known = not known
pulse-define = How we count
pulse-as-table = Show as a table
pulse-back = Back to Pulse
pulse-former = former member
pulse-yes = yes
pulse-no = no
pulse-part-people = People
pulse-part-talk = Talk
pulse-part-ties = Ties
pulse-part-resilience = Resilience
pulse-part-all = The community as a whole

# What the data cannot say
pulse-few-cases = Too few to judge: only { $n }, and at least { $least } are needed.
pulse-unknown = Not known.
pulse-unknown-empty = Nobody has joined yet.
pulse-unknown-members = There were no members on this day, so there is nothing to divide by.
pulse-unknown-window = The history is shorter than 28 days, or nobody was here 28 days earlier, so there is nothing to compare with.
pulse-unknown-silent = Nobody wrote anything in these 28 days.
pulse-unknown-begun = Nobody started a conversation in these 28 days.
pulse-unknown-answers = Nobody answered anybody in these 90 days.
pulse-unknown-ties = There are no mutual ties, so there is no depth to measure.
pulse-unknown-team = Nobody is named as the team on this day, so talk between members cannot be told apart from talk with the team.
pulse-unknown-tied = Too few to judge: { $n } have ties, and at least { $least } are needed.
pulse-unknown-few-newcomers = Fewer than five people joined within the last year: too few to say how newcomers settle in.
pulse-unknown-newcomers = Nobody has joined within the last year.
pulse-unknown-founders = Nobody is named as the founder on this day.
pulse-unknown-founders-advice = Name them, and Pulse will work out what would be left without them.
pulse-name-team = Name the founder and the team

# Size and growth
pulse-size-title = Members
pulse-size-note = { $change } in 28 days
pulse-size-young = The history is shorter than 28 days: growth will show later.
pulse-size-grew = In 28 days the community grew { $n ->
    [one] by { $n } person
   *[other] by { $n } people
 }: { $new } joined, { $back } came back, { $gone } dropped out.
pulse-size-grew-advice = Answer newcomers on their first day: that is what makes them stay.
pulse-size-same = In 28 days the size has not changed: { $new } joined, { $back } came back, { $gone } dropped out.
pulse-size-same-advice = To grow, invite people whom members already know.
pulse-size-shrank = In 28 days the community shrank { $n ->
    [one] by { $n } person
   *[other] by { $n } people
 }: { $new } joined, { $back } came back, { $gone } dropped out.
pulse-size-shrank-advice = Write to those who fell silent: bringing them back is easier than finding others.
pulse-size-define = A member is someone who joined or wrote and is not gone. Gone: left, was removed, or has been silent for 180 days. Silence is counted from the last message or the first joining: whoever joins again and says nothing stays gone. New: joined within the last 28 days. Came back: counted as gone 28 days earlier and is a member now. Where the history of a chat stopped recording who joined and left, arrivals show by the first message and departures by silence. Growth is members today minus members 28 days earlier.
pulse-who-members = { $n ->
    [one] { $n } member
   *[other] { $n } members
}
pulse-who-new = { $n } new
pulse-who-back = { $n } came back
pulse-who-messages = { $n ->
    [one] authors of { $n } message
   *[other] authors of { $n } messages
}
pulse-growth-chart = How many joined or came back and how many dropped out, in periods of 28 days; exact numbers in the table below
pulse-came = joined or came back: { $n }
pulse-went = dropped out: { $n }
pulse-periods = Size, active share, arrivals and departures in periods of 28 days
pulse-period-until = 28 days to

# The active share
pulse-active-title = Active share
pulse-active-note = was { $before } 28 days earlier
pulse-active-none = None of { $all } wrote in 28 days.
pulse-active-none-advice = Ask a question that is easy to answer.
pulse-active-few = { $n } of { $all } write; the others are silent.
pulse-active-few-advice = Ask a question that is easy to answer, and address by name those who used to write.
pulse-active-some = { $n } of { $all } write.
pulse-active-some-advice = Ask those who wrote last month and then fell silent what they are missing.
pulse-active-many = { $n } of { $all } write: the conversation rests on many.
pulse-active-many-advice = Ask them what to talk about next.
pulse-active-define = Active: a member who wrote a message or an answer in the 28 days that end with this day. The share is of all members.
pulse-active-chart = Active share in periods of 28 days; exact numbers in the table next to the size
pulse-who-active = { $n } active

# Churn
pulse-churn-title = Churn
pulse-churn-note = left or removed: { $n }
pulse-churn-none = None of { $all } dropped out in 28 days.
pulse-churn-none-advice = Keep it up.
pulse-churn-few = { $n } of { $all } dropped out: that is not many.
pulse-churn-few-advice = See what they asked about before they did.
pulse-churn-many = { $n } of { $all } dropped out.
pulse-churn-many-advice = See where the people you value fell silent, and write to them yourself.
pulse-churn-define = The share of those who were members 28 days earlier and are gone now: left, removed, or silent for 180 days.
pulse-who-gone = { $n } gone
pulse-who-churned = members 28 days earlier, gone now: { $n }
pulse-who-before = members 28 days earlier: { $n }
pulse-who-left = { $n } left or were removed

# The lonely
pulse-lonely-title = Write, but have no ties
pulse-lonely-note = of { $active } active
pulse-lonely-none = There are none: everyone who writes has at least one mutual tie.
pulse-lonely-none-advice = Make sure it stays that way for newcomers.
pulse-lonely-some = { $n ->
    [one] { $n } person writes but has
   *[other] { $n } people write but have
 } no mutual answers with anyone.
pulse-lonely-some-advice = Answer each of them, and introduce them to one suitable person.
pulse-lonely-define = An active member, not on the team, without a single tie in 90 days. A tie: two people answered each other, each at least once.
pulse-who-lonely = { $n ->
    [one] { $n } person
   *[other] { $n } people
}

# Transitions
pulse-transitions-title = Woke up and fell silent
pulse-transitions-note = woke up and fell silent in 28 days
pulse-who-woke = woke up: { $n }
pulse-who-quiet = fell silent: { $n }
pulse-transitions-woke = { $woke } woke up, { $quiet } fell silent: more people are waking up than going quiet.
pulse-transitions-woke-advice = Find out what woke people up, and do it again.
pulse-transitions-even = { $woke } woke up, { $quiet } fell silent: about the same.
pulse-transitions-even-advice = Write to those who fell silent most recently.
pulse-transitions-quiet = { $woke } woke up, { $quiet } fell silent: more people are going quiet than waking up.
pulse-transitions-quiet-advice = Open the list “fell silent” and write to these people.
pulse-transitions-fresh = { $n ->
    [one] Besides, { $n } person who was new then has written nothing in these 28 days.
   *[other] Besides, { $n } people who were new then have written nothing in these 28 days.
}
pulse-transitions-define = Woke up: were listening or gone, and write now. Fell silent: were active or returning, and are listening or gone now. A row is the state 28 days earlier, a column the state now; the table adds up to everyone who had been here by then. New: joined within the last 28 days. Active here: wrote within 28 days, and is neither new nor returning. Returning: writes after 28 silent days or more. Listening: a member who did not write in 28 days. Gone: left, or silent for 180 days.
pulse-matrix = What they were 28 days earlier, and what they are now
pulse-were-new = were new
pulse-were-active = were active
pulse-were-passive = were listening
pulse-were-returning = were returning
pulse-were-gone = were gone
pulse-now-new = new
pulse-now-active = active
pulse-now-passive = listening
pulse-now-returning = returned
pulse-now-gone = gone
pulse-who-state-new = new now: { $n }
pulse-who-state-active = active: { $n }
pulse-who-state-passive = listening: { $n }
pulse-who-state-returning = returned: { $n }
pulse-who-state-gone = gone since the beginning: { $n }

# Hours
pulse-hours-title = When the community is awake
pulse-hours-note = in 28 days, { $zone } time
pulse-hours-says = People write most { $weekday } from { $from } to { $until }: { $n ->
    [one] { $n } message
   *[other] { $n } messages
 }.
pulse-hours-says-advice = Open this hour: if it is a habit and not one evening, post what matters just before it.
pulse-hours-define = People’s messages and answers of 28 days by weekday and hour, in the community’s time zone. A deleted account without a number of its own, and a channel, is nobody: their messages are seen in the conversations but are part of no count of messages or people.
pulse-who-hours = Who writes
pulse-weekday = Weekday
pulse-weekday-1 = on Mondays
pulse-weekday-2 = on Tuesdays
pulse-weekday-3 = on Wednesdays
pulse-weekday-4 = on Thursdays
pulse-weekday-5 = on Fridays
pulse-weekday-6 = on Saturdays
pulse-weekday-7 = on Sundays

# Answers
pulse-response-title = Conversations answered
pulse-response-note = half of the answers took no longer than { $wait }
pulse-response-note-at-once = half of the answers took less than a minute
pulse-response-all = Every conversation was answered, { $all } in all.
pulse-response-all-advice = That is what a community is for: keep it up.
pulse-response-well = { $n } of { $all } were left without an answer. That is not many.
pulse-response-well-advice = Answer them yourself, or call on somebody who knows.
pulse-response-few = { $n } of { $all } conversations were left without an answer. Whoever was answered in the next line, without the Reply button, cannot be seen in the history of a chat.
pulse-response-few-advice = Open them, find those that really wait, and answer yourself or call on somebody who knows.
pulse-response-new = New members are answered less often than others: { $new } against { $others }.
pulse-response-new-advice = Answer newcomers first: silence after a first message is remembered.
pulse-response-define = Conversations that people started in the 28 days. An answer is the first message in it by anyone else, by the end of the day; in the history of a chat, one written with the Reply button; an answer from a channel or from a deleted account without a number of its own counts too: the question was not left without an answer. Conversations they started themselves are not counted. The wait is the median of those answered. New: joined within these 28 days.
pulse-who-unanswered = without an answer: { $n }
pulse-who-answered = answered: { $n }
pulse-who-soon = answered within a day: { $n }
pulse-who-begun = started in all: { $n }
pulse-who-all = Everyone
pulse-who-fresh = New members
pulse-who-others = Other members
pulse-who-crew = The team

# Ties
pulse-ties-title = Ties per active member
pulse-ties-note = ties between members: { $n }
pulse-ties-few = Less than one mutual tie between members for each person who writes: people address everyone and no one.
pulse-ties-few-advice = Introduce people in pairs: one who needs something and one who can help.
pulse-ties-some = { $n } mutual ties between members for { $active } people who write.
pulse-ties-some-advice = Ask people to answer each other, not only you.
pulse-ties-many = { $n } mutual ties between members for { $active } people who write.
pulse-ties-many-advice = People hold on to each other: now introduce those who have few ties.
pulse-ties-define = A tie: two people answered each other, each at least once in 90 days. Ties between members who are not on the team, divided by the number of active members; while no team is named, all ties.
pulse-who-horizontal = ties without the team: { $n }
pulse-who-ties = mutual ties: { $n }
pulse-who-pairs = { $n ->
    [one] { $n } pair
   *[other] { $n } pairs
}
pulse-between-title = Talk between members
pulse-between-note = { $n } of { $all } answers
pulse-between-own = Members gave { $n } of { $all } answers to each other, without the team.
pulse-between-own-advice = The conversation rests on them: let them answer first.
pulse-between-team = Members gave only { $n } of { $all } answers to each other; the rest go through the team.
pulse-between-team-advice = Don’t rush to answer: call on a member who knows.
pulse-between-define = The share of answers in 90 days in which neither the person answering nor the person answered was on the team that day. The owner names the team, with dates.
pulse-reciprocity-title = Reciprocity
pulse-reciprocity-mutual = Both sides answered in { $n } of { $all } pairs: talk goes both ways.
pulse-reciprocity-mutual-advice = Give these pairs something to do together.
pulse-reciprocity-one-way = Both sides answered in only { $n } of { $all } pairs: in the others it goes one way.
pulse-reciprocity-one-way-advice = Ask those who were helped to write how it turned out.
pulse-reciprocity-define = Pairs in which at least one answered the other in 90 days; the share of those in which both did.
pulse-depth-title = Depth of ties
pulse-depth-note = for a typical tie
pulse-depth-shallow = A typical tie has a depth of { $median }; { $deep } of { $all } ties are deep.
pulse-depth-shallow-advice = For a tie to grow, people need a second occasion: give a pair something to do together.
pulse-depth-deep = A typical tie has a depth of { $median }: half of the pairs talk often and at length. { $deep } of { $all } ties are deep.
pulse-depth-deep-advice = Take care of the deep ones.
pulse-depth-define = The sum of all answers a pair ever exchanged, not only in the 90 days; an answer loses half its weight every 45 days. The median over ties is shown; deep is 5 or more, shallow below 1.
pulse-who-shallow = shallow: { $n }
pulse-who-middle = medium: { $n }
pulse-who-deep = deep: { $n }
pulse-picture-title = Who has ties with whom
pulse-picture-most = { $n ->
    [one] { $n } person with the most answers is drawn
   *[other] The { $n } people with the most answers are drawn
 }, of { $all } who have ties; ties between them: { $ties }.
pulse-picture-all = Everyone who has ties is drawn: { $n ->
    [one] { $n } person
   *[other] { $n } people
 }, { $ties } ties.
pulse-picture-note = A dot is a person; the more ties, the larger. Number, shape, colour and place show the group; the numbers and shapes match the table of groups. A thick line means many answers. A group is named after the person around whom it formed.
pulse-picture-table = All ties as a table
pulse-clusters-title = Groups
pulse-clusters-note = { $n } have ties, separate parts: { $parts }
pulse-clusters-one = Everyone who has ties belongs to one group of { $size }. While the community is small, that is as it should be.
pulse-clusters-many = People form { $n } groups; the largest has { $size }. Ties between groups: { $crossing }.
pulse-clusters-named = People form { $n } groups. The largest formed around { $name } and has { $size }. Ties between groups: { $crossing }.
pulse-clusters-named-advice = Bring people from different groups into one conversation.
pulse-clusters-define = Groups are found by the Leiden algorithm in the graph of mutual ties over 90 days, in which a tie weighs as much as the answers it holds in those days, starting from last week’s groups. A group keeps its name while it shares at least half of all who are in it or in last week’s group with that group (a Jaccard index of at least 0.5). Groups of two are gathered in the last row of the table.
pulse-clusters-small = { $n ->
    [one] { $n } more group of fewer than { $below }
   *[other] { $n } more groups of fewer than { $below }
}
pulse-who-tied = have ties: { $n }
pulse-who-giant = in the largest part: { $n }
pulse-who-crossing = ties between groups: { $n }
pulse-who-core = with two paths to the others: { $n }
pulse-connectors-title = Who connects people
pulse-connectors-note = of the paths lead through the first of them
pulse-connectors-none = Nobody connects anybody: no path is longer than one tie.
pulse-connectors-says = { $name }: { $share } of the shortest paths between the others lead through this person.
pulse-connectors-says-advice = Introduce neighbouring groups through somebody else too, so that there is more than one path.
pulse-connectors-define = The share of shortest paths between other people in the largest connected part that lead through this person (betweenness, Brandes 2001; counted from at most 256 starting points).
pulse-who-connectors = Everyone who connects people

# Newcomers
pulse-newcomers-title = How newcomers settle in
pulse-newcomers-note-days = until half of them have a first tie
pulse-newcomers-note-share = made their first tie within 28 days
pulse-newcomers-note-young = the share who made their first tie within 28 days: for fewer than ten have so many passed
pulse-newcomers-half = Half of the newcomers make their first tie within { $days ->
    [one] { $days } day
   *[other] { $days } days
 }. Of the { $n } who joined within the past year, { $first } made a first tie and { $sixth } a sixth.
pulse-newcomers-half-advice = Introduce them to a third and a sixth person, not only the first.
pulse-newcomers-fewer = Of the { $n } who joined within the past year, { $first } made a first tie and { $sixth } a sixth.
pulse-newcomers-fewer-advice = Introduce each newcomer to one person in their first week.
pulse-newcomers-define = Those who joined within the last 365 days and are not on the team. Days from joining to the first, third and sixth mutual tie with members who are not on the team. Those who joined recently do not distort the share: the Kaplan–Meier method allows for them; those who left are still counted among those who joined. The share of 28 days is known once ten have been followed for so long. The median is known if half got there and at least ten were followed until that day.
pulse-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
pulse-fewer-than-half = not known yet
pulse-tie-1 = First tie
pulse-tie-3 = Third tie
pulse-tie-6 = Sixth tie
pulse-who-newcomers = all who joined within the past year: { $n }

# Resilience
pulse-team-title = Founders and team
pulse-resilience-title = Would the community survive without its founder?
pulse-verdict-yes = Yes
pulse-verdict-partly = Partly
pulse-verdict-no = No
pulse-resilience-yes = Without the founder, { $talk } of the talk would remain, { $part } of those with ties would stay connected, { $core } would have two paths to the others.
pulse-resilience-yes-advice = The community stands on its own: hand over more.
pulse-resilience-partly = Without the founder, { $talk } of the talk would remain, { $part } of those with ties would stay connected, { $core } would have two paths to the others.
pulse-resilience-partly-advice = Where the founder is the only link, introduce people directly.
pulse-resilience-no = Without the founder, only { $talk } of the talk would remain, { $part } of those with ties would stay connected, { $core } would have two paths to the others.
pulse-resilience-no-advice = Let others answer: name three who can, and bring them into the conversation.
pulse-resilience-active = Of all active members, those without ties included, { $active } would stay connected.
pulse-resilience-define = We take people out of the graph of mutual ties over 90 days and see what is left: what share of the answers goes on without them, what share of those who stay remains connected, what share has two paths to the others (the 2-core). The last two are shares of people with ties, not of everyone active: whoever has no ties is not counted here. Most ties: where ties are equal, more answers; where answers are equal, whose name appeared earlier in the history; the share is of people with ties, rounded up. The weakest of the three decides, compared with what it is now: yes from 70%, no below 40%, partly in between.
pulse-founders-are = Founders: { $names }
pulse-who-founders = founders: { $n }
pulse-who-team = team: { $n }
pulse-scenarios = What would remain if they left
pulse-scenarios-note = Shares of those who stay: compare with the first row.
pulse-without-nobody = Everyone here
pulse-without-founders = Without founders
pulse-without-team = Without the team
pulse-without-1 = Without the 1% with the most ties
pulse-without-5 = Without the 5% with the most ties
pulse-without-10 = Without the 10% with the most ties
pulse-without-first = { $n ->
    [0] Everyone here
    [one] Without the { $n } person with the most ties
   *[other] Without the { $n } people with the most ties
}
pulse-nobody-named = not named
pulse-curve-title = If they leave one by one
pulse-curve-worse = If those with the most ties leave first, { $area } lies under the curve: much rests on them. Help ties grow between the others.
pulse-curve-same = If those with the most ties leave first, { $area } lies under the curve: the community does not rest on a few.
pulse-curve-random = If they leave at random: { $random }.
pulse-curve-define = Across: the share of those with ties who have left. Up: the share that is still connected. Those with the most ties leave first. Where ties are equal, whoever has more answers leaves first; where answers are equal, whoever’s name appeared earlier in the history. The area under the curve: near 0 it falls apart at once, 50% holds to the end. The random order is a mean of twenty.

# Columns
pulse-column-members = Members
pulse-column-active = Active
pulse-column-share = Share
pulse-column-came = Joined
pulse-column-went = Dropped out
pulse-column-whose = Started by
pulse-column-begun = Started
pulse-column-answered = Answered
pulse-column-within = Within a day
pulse-column-wait = Wait
pulse-column-waiting = No answer
pulse-column-cluster = Group around
pulse-column-groups = Groups
pulse-column-size = People
pulse-column-inside = Ties within
pulse-column-outside = Outside
pulse-column-person = Person
pulse-column-bridge = Paths
pulse-column-ties = Ties
pulse-column-tie = Which
pulse-column-reached = Have it
pulse-column-unreached = Not yet
pulse-column-month = In 28 days
pulse-column-median = Half within
pulse-column-without = Who is missing
pulse-column-removed = People gone
pulse-column-talk = Talk
pulse-column-part = Connected
pulse-column-core = Two paths
pulse-column-together = Connected
pulse-column-of-all = Of all
pulse-column-with = With whom
pulse-column-gave = Gave
pulse-column-got = Got
pulse-column-mutual = Mutual
pulse-column-depth = Depth
pulse-column-last = Last answer
pulse-column-pair = Pair
pulse-column-there = First to second
pulse-column-again = Came back
pulse-column-back = Second to first
pulse-column-team = With the team
pulse-column-messages = Messages

# Lists of people
pulse-people-title = People
pulse-people-count = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
pulse-people-none-title = Nobody here
pulse-people-none-text = Nobody is behind this figure on this day.
pulse-list-members = Members
pulse-list-active = Active
pulse-list-new = Joined within 28 days
pulse-list-gone = Gone within 28 days
pulse-list-left = Left or removed within 28 days
pulse-list-back = Came back within 28 days
pulse-list-state-new = New
pulse-list-state-active = Active for a long time
pulse-list-state-passive = Listening
pulse-list-state-returning = Returned to the conversation
pulse-list-state-gone = Gone since the beginning
pulse-list-cell = { $from } → { $to }
pulse-list-lonely = Write, but have no ties
pulse-list-connectors = Who connects people
pulse-list-giant = The largest connected part
pulse-list-core = With two paths to the others
pulse-list-cluster = Group { $n }
pulse-list-cluster-around = Group { $n }: { $name } and others
pulse-list-small = Groups of fewer than { $n }
pulse-list-before = Members 28 days earlier
pulse-list-churned = Members 28 days earlier, gone now
pulse-list-woke = Woke up: were listening or gone, and write now
pulse-list-quiet = Fell silent: were active or returning
pulse-list-fate = { $case }: { $part }
pulse-list-removed = who is missing
pulse-list-together = who stays connected
pulse-list-apart = who falls off
pulse-list-held = who has two paths
pulse-list-loose = who has fewer than two paths
pulse-fate-removed = Missing: { $n }
pulse-fate-together = Connected: { $n }
pulse-fate-apart = Fall off: { $n }
pulse-fate-held = Two paths: { $n }
pulse-fate-loose = Fewer than two: { $n }
pulse-fate-of-rest = { $n ->
    [one] { $share } of the { $n } person with ties who stays
   *[other] { $share } of the { $n } people with ties who stay
}
pulse-fate-of-all = { $n ->
    [one] { $share } of the { $n } person with ties
   *[other] { $share } of all { $n } people with ties
}
pulse-list-newcomers = Joined within the past year
pulse-list-reached-1 = Have a first tie
pulse-list-reached-3 = Have a third tie
pulse-list-reached-6 = Have a sixth tie
pulse-list-soon-1 = Made a first tie within 28 days
pulse-list-soon-3 = Made a third tie within 28 days
pulse-list-soon-6 = Made a sixth tie within 28 days
pulse-soon-note = { $n ->
    [one] { $n } joined within the past year. The share of { $share } allows for those who joined less than 28 days ago
   *[other] { $n } joined within the past year. The share of { $share } allows for those who joined less than 28 days ago
}
pulse-list-unreached-1 = No first tie yet
pulse-list-unreached-3 = No third tie yet
pulse-list-unreached-6 = No sixth tie yet
pulse-list-messages = Who wrote in 28 days
pulse-list-tied = Who has ties
pulse-list-top = The { $n }% with the most ties
pulse-list-team = The team
pulse-list-founders = Founders
pulse-of-team = team
pulse-messages = { $n ->
    [one] { $n } message
   *[other] { $n } messages
}
pulse-has-ties = { $n ->
    [0] no ties now
    [one] { $n } tie
   *[other] { $n } ties
}
pulse-has-bridge = { $share } of the paths
pulse-took-days = { $n ->
    [0] on the first day
    [one] took { $n } day
   *[other] took { $n } days
}
pulse-came-on = joined on { $day }
pulse-left-on = left on { $day }
pulse-wrote-on = last message on { $day }

# One person
pulse-person-lead = On { $day }:
pulse-to-list = Back to the list
pulse-to-profile = Member’s page
pulse-person-messages = Written in 28 days
pulse-person-silent = There are no messages in these 28 days.
pulse-person-earlier = The last message before these days:
pulse-person-ties = Ties
pulse-person-no-ties = In 90 days members answered them nothing, nor they members. Answers with those who left, and with channels, are not among these.
pulse-formed-all = All answers of these two
pulse-formed-on = { $n ->
    [0] The tie came to be on { $day }, the day they joined: with the first answer below, both had answered each other.
    [one] The tie came to be on { $day }, { $n } day after they joined: with the first answer below, both had answered each other.
   *[other] The tie came to be on { $day }, { $n } days after they joined: with the first answer below, both had answered each other.
}
pulse-person-moves = When they joined and left
pulse-deed-message = message
pulse-deed-answer = answer
pulse-no-words = no words: a picture, a file, or a forgotten message
pulse-open-message = Open

# Pairs
pulse-ties-window = In 90 days
pulse-ties-table = Ties
pulse-ties-inside = Ties within group { $n }
pulse-ties-outside = Ties of group { $n } with others
pulse-ties-inside-small = Ties within groups of fewer than { $n }
pulse-ties-outside-small = Ties of groups of fewer than { $n } with others
pulse-ties-between = Ties between groups
pulse-ties-kept = { $case }: answers that remain
pulse-ties-lost = { $case }: answers that go
pulse-ties-share = These are { $share } of all { $all } answers.
pulse-which-kept = What remains
pulse-which-lost = What goes
pulse-show-which = What to show
pulse-which-ties = Mutual
pulse-which-members = Without the team
pulse-which-pairs = All pairs
pulse-which-shallow = Shallow
pulse-which-middle = Medium
pulse-which-deep = Deep
pulse-pairs-count = { $n ->
    [one] { $n } pair
   *[other] { $n } pairs
}
pulse-answers-count = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
pulse-between-count = Of these, without the team: { $n }.
pulse-pairs-none-title = No pairs
pulse-pairs-none-text = There were no such pairs in the 90 days up to this day.
pulse-pair-title = Answers between two people
pulse-pair-depth = Depth { $depth }: it counts all answers the two ever gave each other, { $n } in all, each losing half its weight every 45 days.
pulse-pair-ever = From the beginning up to this day
pulse-pair-answers = Answers to each other
pulse-pair-none = These two have not answered each other up to this day.

# Conversations
pulse-conversations-title = Conversations started
pulse-conversations-count = { $n ->
    [one] { $n } conversation
   *[other] { $n } conversations
}
pulse-conversations-all = Answered or not
pulse-conversations-no = Without an answer
pulse-conversations-yes = Answered
pulse-conversations-soon = Within a day
pulse-conversations-by-wait = The shortest wait comes first; the median is in the middle of the list
pulse-conversations-none-title = No such conversations
pulse-conversations-none-text = Nothing of the kind was started in these 28 days.
pulse-answered-in = waited { $wait }
pulse-not-answered = no answer
pulse-open-thread = Open

# Hours: who wrote
pulse-hours-list = Who wrote in 28 days
pulse-hours-when = Who wrote { $when }
pulse-hours-written = What was written in 28 days
pulse-hours-written-when = What was written { $when }
pulse-hours-who = People
pulse-hours-what = Messages
pulse-hours-none-title = Nobody wrote at this time
pulse-hours-none-text = Choose another hour.

# One’s own ties
pulse-own-title = Your ties
pulse-own-note = Answers to each other in 90 days
pulse-own-none-title = Nobody yet
pulse-own-none-text = In these 90 days you answered nobody, and nobody answered you. Find a question you know the answer to.
pulse-own-none-act = Go to conversations
pulse-own-gave = { $n ->
    [one] you answered { $n } time
   *[other] you answered { $n } times
}
pulse-own-got = { $n ->
    [one] they answered { $n } time
   *[other] they answered { $n } times
}
pulse-own-mutual = mutual
pulse-own-open = Answers
pulse-own-unclaimed-only = { $n ->
    [one] You exchanged answers with { $n } person from the history of the chat who has not claimed their profile yet.
   *[other] You exchanged answers with { $n } people from the history of the chat who have not claimed their profiles yet.
}
pulse-own-unclaimed = { $n ->
    [one] And { $n } more person from the chat’s history who has not claimed their profile yet.
   *[other] And { $n } more people from the chat’s history who have not claimed their profiles yet.
}

# The team
pulse-team-lead = Name the people who founded the community and the people who run it, and say from which day to which. Pulse uses this list to tell talk between members from talk with the team, and to work out what would be left without the founder.
pulse-team-named-title = People on the list
pulse-team-none = Nobody yet.
pulse-team-suggested = Suggested by the history
pulse-team-suggested-note = One click adds a person from the day they joined
pulse-team-add = Add by name
pulse-team-find = Name
pulse-team-find-hint = The beginning of a first or last name will do. People who came with the chat’s history are found too.
pulse-team-find-act = Find
pulse-team-nobody = Nobody has this name. Try fewer letters.
pulse-team-whom = Who
pulse-team-role = Their part
pulse-team-role-hint = A founder also counts as team.
pulse-team-since = From which day
pulse-team-since-hint = For those who were here from the beginning, any day before the first message will do.
pulse-team-until = Until which day
pulse-team-until-hint = The first day that no longer counts. Leave it empty if they still run the community.
pulse-team-add-act = Add
pulse-team-end = End
pulse-team-remove = Remove
pulse-team-named = Saved. The figures are being recounted.
pulse-team-ended = Saved: from that day they are no longer on the team.
pulse-team-removed = Removed, as if never named.
pulse-team-from = since { $from }
pulse-team-from-until = from { $from } until { $until }
pulse-post-founder = Founder
pulse-post-staff = Team
pulse-because-owner = owner in Artel
pulse-because-administrator = administrator in Artel
pulse-because-answers = { $n ->
    [one] gave and received { $n } answer in 90 days: { $days }
   *[other] gave and received { $n } answers in 90 days: { $days }
}
pulse-fault-member = Choose one of the people found.
pulse-fault-role = Choose whether they are a founder or on the team.
pulse-fault-from = Say from which day.
pulse-fault-from-future = This day has not come yet. Name them on that day, or choose today or earlier.
pulse-fault-until = The last day must be later than the first.
pulse-conflict-named = This person is already named for these days. End the earlier entry or remove it.
pulse-conflict-full = The list already has 500 entries and can take no more. Remove those you do not need.

# The audit
pulse-audit-named = Named as part of the team
pulse-audit-ended = Departure from the team recorded
pulse-audit-unnamed = Removed from the team
