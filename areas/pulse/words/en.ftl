# The page
pulse-title = Pulse
pulse-window = 28 days: { $days }
pulse-as-of = as of { $time }
pulse-lead-empty = Here you will see how the community lives: who writes, who is answered, who is tied to whom.
pulse-lead-silent = The community has { $members ->
    [one] { $members } member
   *[other] { $members } members
 }, and nobody wrote in 28 days.
pulse-lead-answered = The community has { $members ->
    [one] { $members } member
   *[other] { $members } members
 }; { $active } write, and every conversation was answered.
pulse-lead-waiting = The community has { $members ->
    [one] { $members } member
   *[other] { $members } members
 }; { $active } write. { $waiting ->
    [one] { $waiting } conversation stayed
   *[other] { $waiting } conversations stayed
 } without an answer.
pulse-lead-member = How the community lives, and with whom you are tied.
pulse-day = On which day
pulse-day-show = Show
pulse-day-today = Today
pulse-fault-date = This is no date. Write it like this: 2024-03-31.
pulse-fault-future = This day has not begun. Choose today or earlier.
pulse-fault-before = There was no community on this day. Today is shown.
pulse-whole = A history that is not open to members yet is counted here too. Only the owner and administrators see this.
pulse-silent-title = Nobody wrote anything in this time: { $days }
pulse-silent-text = The last message was on { $day }, so nearly every figure below is zero or unknown.
pulse-silent-link = See how the community was on { $day }
pulse-empty-title = Nothing to measure yet
pulse-empty-text = Nobody has come or written yet. Begin a conversation or bring in the history of your chat: Pulse counts it all by itself.
pulse-empty-text-member = Nobody has come or written yet. Pulse counts it all by itself once a conversation begins.
pulse-empty-act = Begin a conversation
pulse-not-known = not known
pulse-define = How we count
pulse-as-table = The same as a table
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
pulse-few = Too few to judge: { $n } of { $all }. At least { $least } are needed.
pulse-few-cases = Too few to judge: { $n }. At least { $least } are needed.
pulse-unknown = Not known.
pulse-unknown-empty = Nobody has come yet.
pulse-unknown-members = There were no members on this day: there is nothing to divide by.
pulse-unknown-window = The history is shorter than 28 days, or nobody was here 28 days before: there is nothing to compare with.
pulse-unknown-silent = Nobody wrote anything in these 28 days.
pulse-unknown-begun = Nobody began a conversation in these 28 days.
pulse-unknown-answers = Nobody answered anybody in these 90 days.
pulse-unknown-ties = There are no mutual ties: there is no depth to measure.
pulse-unknown-team = Nobody is named as the team on this day, so talk between members cannot be told from talk with the team.
pulse-unknown-tied = Too few to judge: { $n } have ties. At least { $least } are needed.
pulse-unknown-few-newcomers = Fewer than five people came within the last year: nothing can be said of how newcomers take root.
pulse-unknown-newcomers = Nobody has come within the last year.
pulse-unknown-founders = Nobody is named as founder on this day.
pulse-unknown-founders-advice = Name them, and Pulse will count what would be left without them.
pulse-name-team = Name the founder and the team

# Size and growth
pulse-size-title = Members
pulse-size-note = { $change } in 28 days
pulse-size-young = The history is shorter than 28 days: growth will show later.
pulse-size-grew = In 28 days the community grew { $n ->
    [one] by { $n } person
   *[other] by { $n } people
 }: { $new } came, { $back } came again, { $gone } went.
pulse-size-grew-advice = Answer the new ones on their first day: that is how they stay.
pulse-size-same = In 28 days the size has not changed: { $new } came, { $back } came again, { $gone } went.
pulse-size-same-advice = To grow, invite those whom members know already.
pulse-size-shrank = In 28 days the community shrank { $n ->
    [one] by { $n } person
   *[other] by { $n } people
 }: { $new } came, { $back } came again, { $gone } went.
pulse-size-shrank-advice = Write to those who fell silent: calling them again is easier than finding others.
pulse-size-define = A member is somebody who came or wrote and is not gone. Gone: left, was removed, or has been silent for 180 days. New: came within the last 28 days. Came again: was counted as gone 28 days before and is a member now. Growth is members today less members 28 days before.
pulse-who-members = { $n ->
    [one] { $n } member
   *[other] { $n } members
}
pulse-who-new = { $n } new
pulse-who-back = { $n } came again
pulse-who-messages = { $n ->
    [one] authors of { $n } message
   *[other] authors of { $n } messages
}
pulse-growth-chart = Who came and who went, in periods of 28 days; exact numbers in the table below
pulse-came = came: { $n }
pulse-went = went: { $n }
pulse-periods = Size, active share, arrivals and departures in periods of 28 days
pulse-period-until = 28 days to

# The active share
pulse-active-title = Active share
pulse-active-note = was { $before } 28 days before
pulse-active-none = Nobody of { $all } wrote in 28 days.
pulse-active-none-advice = Ask a question that is easy to answer.
pulse-active-few = { $n } of { $all } write, the others are silent.
pulse-active-few-advice = Ask a question that is easy to answer, and call those who wrote before by name.
pulse-active-some = { $n } of { $all } write.
pulse-active-some-advice = Ask those who wrote last month and fell silent what they miss.
pulse-active-many = { $n } of { $all } write: many hold the talk.
pulse-active-many-advice = Ask them what to speak of next.
pulse-active-define = Active: a member who wrote a message or an answer in the 28 days that end with this day. The share is of all members.
pulse-active-chart = Active share in periods of 28 days; exact numbers in the table beside the size
pulse-who-active = { $n } active

# Churn
pulse-churn-title = Churn
pulse-churn-note = left or removed: { $n }
pulse-churn-none = Nobody of { $all } went in 28 days.
pulse-churn-none-advice = Keep it up.
pulse-churn-few = { $n } of { $all } went: that is few.
pulse-churn-few-advice = See what they asked before they did.
pulse-churn-many = { $n } of { $all } went.
pulse-churn-many-advice = See where those you value fell silent, and write to them yourself.
pulse-churn-define = The share of those who were members 28 days before and are gone now: left, removed, or silent for 180 days.
pulse-who-gone = { $n } gone
pulse-who-left = { $n } left or were removed

# The lonely
pulse-lonely-title = Write, but have no tie
pulse-lonely-note = of { $active } active
pulse-lonely-none = There are none: everybody who writes has at least one mutual tie.
pulse-lonely-none-advice = See that it stays so for those who come.
pulse-lonely-some = { $n ->
    [one] { $n } person writes and has
   *[other] { $n } people write and have
 } mutual answers with nobody.
pulse-lonely-some-advice = Answer each of them, and introduce them to one person who fits.
pulse-lonely-define = An active member, not of the team, without any tie in 90 days. A tie: two answered each other, each at least once.
pulse-who-lonely = { $n ->
    [one] { $n } person
   *[other] { $n } people
}

# Transitions
pulse-transitions-title = Woke and fell silent
pulse-transitions-note = woke and fell silent in 28 days
pulse-transitions-woke = { $woke } woke, { $quiet } fell silent: more wake than fall asleep.
pulse-transitions-woke-advice = Find out what woke people, and do it again.
pulse-transitions-even = { $woke } woke, { $quiet } fell silent: as many.
pulse-transitions-even-advice = Write to those who fell silent last.
pulse-transitions-quiet = { $woke } woke, { $quiet } fell silent: more fall asleep than wake.
pulse-transitions-quiet-advice = Open the cells “listen” and “gone” in the rows of those who were active or returning, and write to these people.
pulse-transitions-define = Woke: listened or were gone, and write now. Fell silent: were active or returning, and listen or are gone now. A row is the state 28 days before, a column the state now; the table adds up to everybody who was here by then. New: came within the last 28 days. Active: wrote within 28 days. Returning: writes after 28 silent days or more. Listens: a member who did not write in 28 days. Gone: left, or silent for 180 days.
pulse-matrix = What they were 28 days before, and what they are now
pulse-were-new = were new
pulse-were-active = were active
pulse-were-passive = listened
pulse-were-returning = were returning
pulse-were-gone = were gone
pulse-now-new = new
pulse-now-active = active
pulse-now-passive = listen
pulse-now-returning = returned
pulse-now-gone = gone
pulse-who-state-new = new now: { $n }
pulse-who-state-active = active: { $n }
pulse-who-state-passive = listen: { $n }
pulse-who-state-returning = returned: { $n }
pulse-who-state-gone = gone in all the time: { $n }

# Hours
pulse-hours-title = When the community lives
pulse-hours-note = in 28 days, time of { $zone }
pulse-hours-says = Most is written { $weekday } from { $from } to { $until }: { $n ->
    [one] { $n } message
   *[other] { $n } messages
 }.
pulse-hours-says-advice = Write what matters just before this hour.
pulse-hours-define = Messages and answers of 28 days by weekday and hour, in the community's time zone.
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
pulse-response-note = half of the answers take no longer than { $wait }
pulse-response-all = Every conversation was answered, { $all } in all.
pulse-response-all-advice = That is what a community is: keep it up.
pulse-response-well = { $n } of { $all } stayed without an answer. They are few.
pulse-response-well-advice = Answer them yourself, or call somebody who knows.
pulse-response-few = { $n } of { $all } conversations stayed without an answer.
pulse-response-few-advice = Open them and answer yourself, or call somebody who knows.
pulse-response-new = New members are answered less than others: { $new } against { $others }.
pulse-response-new-advice = Answer the new ones first: silence after a first message is remembered.
pulse-response-define = Conversations that people began in the 28 days. An answer is the first message of another person in it, by the end of the day. The wait is the median of those answered. New: came within these 28 days.
pulse-who-unanswered = without an answer: { $n }
pulse-who-begun = all begun: { $n }
pulse-who-all = Everybody
pulse-who-fresh = New members
pulse-who-others = Other members
pulse-who-crew = The team

# Ties
pulse-ties-title = Ties for each active member
pulse-ties-note = mutual ties: { $n }
pulse-ties-few = Less than one mutual tie for each who writes: people write to all and to nobody.
pulse-ties-few-advice = Introduce them in pairs: one needs, the other can.
pulse-ties-some = { $n } mutual ties for { $active } who write.
pulse-ties-some-advice = Ask people to answer each other, not only you.
pulse-ties-many = { $n } mutual ties for { $active } who write.
pulse-ties-many-advice = People hold each other: now introduce those who have few ties.
pulse-ties-define = A tie: two answered each other, each at least once in 90 days. Ties between members who are not of the team, divided by the active members.
pulse-who-horizontal = ties without the team: { $n }
pulse-who-ties = mutual ties: { $n }
pulse-who-pairs = { $n ->
    [one] { $n } pair
   *[other] { $n } pairs
}
pulse-between-title = Talk between members
pulse-between-note = { $n } of { $all } answers
pulse-between-own = Members gave { $n } of { $all } answers to each other rather than to the team.
pulse-between-own-advice = They hold the talk: do not answer first where they will.
pulse-between-team = Members gave only { $n } of { $all } answers to each other, the rest goes through the team.
pulse-between-team-advice = Do not hurry to answer: call a member who knows.
pulse-between-define = The share of answers of 90 days in which neither who answered nor who was answered was of the team on that day. The owner names the team, with dates.
pulse-reciprocity-title = Reciprocity
pulse-reciprocity-mutual = Of { $all } pairs both answered in { $n }: talk goes both ways.
pulse-reciprocity-mutual-advice = Give these pairs something to do together.
pulse-reciprocity-one-way = Of { $all } pairs both answered in only { $n }: the others are answered one way.
pulse-reciprocity-one-way-advice = Ask those who were helped to write how it ended.
pulse-reciprocity-define = Pairs of whom at least one answered the other in 90 days; the share of those in which both did.
pulse-depth-title = Depth of ties
pulse-depth-note = of the middle tie
pulse-depth-shallow = The middle tie has a depth of { $median }; { $deep } of { $all } ties are deep.
pulse-depth-shallow-advice = For a tie to grow people need a second occasion: give a pair something to do together.
pulse-depth-deep = The middle tie has a depth of { $median }: half of the people speak long and often. { $deep } of { $all } ties are deep.
pulse-depth-deep-advice = Take care of the deep ones.
pulse-depth-define = The sum of all answers of a pair ever, not only of the 90 days, an answer losing half its weight in every 45 days. The median of ties is shown; deep is 5 and more, shallow below 1.
pulse-who-shallow = shallow: { $n }
pulse-who-middle = middling: { $n }
pulse-who-deep = deep: { $n }
pulse-picture-title = Who is tied to whom
pulse-picture-most = { $n ->
    [one] { $n } person with most answers is drawn
   *[other] The { $n } people with most answers are drawn
 }, of { $all } who have ties; ties between them: { $ties }.
pulse-picture-all = Everybody who has ties is drawn: { $n ->
    [one] { $n } person
   *[other] { $n } people
 }, { $ties } ties.
pulse-picture-note = A dot is a person, larger with more ties. Number, shape, colour and place are the group; the numbers and shapes are those of the table of groups. A thick line is many answers. A group is called after the person around whom it formed.
pulse-picture-table = All ties as a table
pulse-clusters-title = Groups
pulse-clusters-note = { $n } have ties, separate parts: { $parts }
pulse-clusters-one = All who have ties hold together in one group of { $size }. While the community is small that is as it should be.
pulse-clusters-many = People hold together in { $n } groups; the largest has { $size }. Ties between groups: { $crossing }.
pulse-clusters-named = People hold together in { $n } groups. The largest formed around { $name } and has { $size }. Ties between groups: { $crossing }.
pulse-clusters-named-advice = Call people of different groups into one conversation.
pulse-clusters-define = Groups are found by the Leiden algorithm in the graph of mutual ties of 90 days, beginning with last week's groups. A group keeps its name while more than half of it stays (a Jaccard index of at least 0.5). Groups of two are gathered in the last row of the table.
pulse-clusters-small = { $n ->
    [one] { $n } more group of fewer than { $below }
   *[other] { $n } more groups of fewer than { $below }
}
pulse-who-tied = have ties: { $n }
pulse-who-giant = in the largest part: { $n }
pulse-who-core = with two ways to the others: { $n }
pulse-connectors-title = Who connects
pulse-connectors-note = of the ways lead through the first
pulse-connectors-none = Nobody connects anybody: no way is longer than one tie.
pulse-connectors-says = { $name }: { $share } of the shortest ways between the others lead through this person.
pulse-connectors-says-advice = Introduce neighbouring groups through somebody else too, so that there is more than one way.
pulse-connectors-define = The share of shortest ways between other people of the largest connected part that lead through this person (betweenness, Brandes 2001; counted from at most 256 beginnings).
pulse-who-connectors = Everybody who connects

# Newcomers
pulse-newcomers-title = How newcomers take root
pulse-newcomers-note-days = to the first tie for half of them
pulse-newcomers-note-share = had their first tie within 28 days
pulse-newcomers-half = Half of the newcomers have their first tie within { $days ->
    [one] { $days } day
   *[other] { $days } days
 }. Of { $n } who came within a year { $first } had a first tie, { $sixth } a sixth.
pulse-newcomers-half-advice = Introduce them to a third and a sixth person, not only to the first.
pulse-newcomers-fewer = Of { $n } who came within a year { $first } had a first tie, { $sixth } a sixth.
pulse-newcomers-fewer-advice = Introduce each newcomer to one person in their first week.
pulse-newcomers-define = Those who came within the last 365 days and are not of the team. Days from coming to the first, third and sixth mutual tie with members who are not of the team. Those who came lately do not spoil the share: the method of Kaplan and Meier allows for them; those who left stay among those who came. The median is known if half got there and at least ten were watched until that day.
pulse-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
pulse-fewer-than-half = not known yet
pulse-tie-1 = First tie
pulse-tie-3 = Third tie
pulse-tie-6 = Sixth tie
pulse-who-newcomers = all who came within a year: { $n }

# Resilience
pulse-team-title = Founders and team
pulse-resilience-title = Would the community live without its founder?
pulse-verdict-yes = Yes
pulse-verdict-partly = Partly
pulse-verdict-no = No
pulse-resilience-yes = Without the founder { $talk } of the talk would stay, { $part } of those with ties would hold together, { $core } would have two ways to the others.
pulse-resilience-yes-advice = The community holds itself: hand over more.
pulse-resilience-partly = Without the founder { $talk } of the talk would stay, { $part } of those with ties would hold together, { $core } would have two ways to the others.
pulse-resilience-partly-advice = Where the founder is the only way, introduce people directly.
pulse-resilience-no = Without the founder only { $talk } of the talk would stay, { $part } of those with ties would hold together, { $core } would have two ways to the others.
pulse-resilience-no-advice = Let others answer: name three who can, and call them into the talk.
pulse-resilience-define = We take people out of the graph of mutual ties of 90 days and see what is left: what share of the answers goes on without them, what share of those who stay hangs together, what share has two ways to the others (the 2-core). Most ties: of equal ties more answers, of equal answers the lower member number; the share is of people with ties, rounded up. The weakest of the three decides, compared with what it is now: yes from 70%, no below 40%, partly between.
pulse-founders-are = Founders: { $names }
pulse-who-founders = founders: { $n }
pulse-who-team = team: { $n }
pulse-scenarios = What would stay if they went
pulse-scenarios-note = Shares of those who stay: compare with the first row.
pulse-without-nobody = Everybody here
pulse-without-founders = Without founders
pulse-without-team = Without the team
pulse-without-1 = Without the 1% with most ties
pulse-without-5 = Without the 5% with most ties
pulse-without-10 = Without the 10% with most ties
pulse-nobody-named = not named
pulse-curve-title = If they go one by one
pulse-curve-worse = If those with most ties go first, { $area } lies under the curve: much rests on them. Help ties grow between the others.
pulse-curve-same = If those with most ties go first, { $area } lies under the curve: the community does not rest on a few.
pulse-curve-random = If they go at random: { $random }.
pulse-curve-define = Across: the share of those with ties who are gone. Up: the share that still hangs together. Those with most ties go first. Of equal ties, who has more answers goes first; of equal answers, who has the lower member number. The area under the curve: near 0 it falls apart at once, 50% holds to the end. The random order is a mean of twenty.

# Columns
pulse-column-members = Members
pulse-column-active = Active
pulse-column-share = Share
pulse-column-came = Came
pulse-column-went = Went
pulse-column-whose = Who began
pulse-column-begun = Begun
pulse-column-answered = Answered
pulse-column-within = In a day
pulse-column-wait = Wait
pulse-column-waiting = No answer
pulse-column-cluster = Group around
pulse-column-groups = Groups
pulse-column-size = People
pulse-column-inside = Ties within
pulse-column-outside = Out
pulse-column-person = Person
pulse-column-bridge = Ways
pulse-column-ties = Ties
pulse-column-tie = Which
pulse-column-reached = Have it
pulse-column-unreached = Not yet
pulse-column-month = In 28 days
pulse-column-median = Half within
pulse-column-without = Who is missing
pulse-column-removed = People gone
pulse-column-talk = Talk
pulse-column-part = Together
pulse-column-core = Two ways
pulse-column-together = Hang together
pulse-column-of-all = Of all
pulse-column-with = With whom
pulse-column-gave = Gave
pulse-column-got = Got
pulse-column-mutual = Mutual
pulse-column-depth = Depth
pulse-column-last = Last answer
pulse-column-pair = Pair
pulse-column-there = First to second
pulse-column-again = Came again
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
pulse-people-none-text = There is nobody behind this figure on this day.
pulse-list-members = Members
pulse-list-active = Active
pulse-list-new = New within 28 days
pulse-list-gone = Gone within 28 days
pulse-list-left = Left or removed within 28 days
pulse-list-back = Came again within 28 days
pulse-list-state-new = New
pulse-list-state-active = Active for long
pulse-list-state-passive = Listen
pulse-list-state-returning = Returned to the talk
pulse-list-state-gone = Gone in all the time
pulse-list-cell = { $from } → { $to }
pulse-list-lonely = Write, but have no tie
pulse-list-connectors = Who connects
pulse-list-giant = The largest connected part
pulse-list-core = With two ways to the others
pulse-list-cluster = Group { $n }
pulse-list-small = Groups of fewer than { $n }
pulse-list-newcomers = Came within a year
pulse-list-reached-1 = Have a first tie
pulse-list-reached-3 = Have a third tie
pulse-list-reached-6 = Have a sixth tie
pulse-list-unreached-1 = No first tie yet
pulse-list-unreached-3 = No third tie yet
pulse-list-unreached-6 = No sixth tie yet
pulse-list-messages = Who wrote in 28 days
pulse-list-tied = Who has ties
pulse-list-top = The { $n }% with most ties
pulse-list-team = The team
pulse-list-founders = Founders
pulse-of-team = team
pulse-messages = { $n ->
    [one] { $n } message
   *[other] { $n } messages
}
pulse-has-ties = { $n ->
    [one] { $n } tie
   *[other] { $n } ties
}
pulse-has-bridge = { $share } of the ways
pulse-took-days = { $n ->
    [one] took { $n } day
   *[other] took { $n } days
}
pulse-came-on = came on { $day }
pulse-left-on = left on { $day }
pulse-wrote-on = last message on { $day }

# One person
pulse-person-lead = On { $day }:
pulse-to-list = To the list
pulse-to-profile = Member's page
pulse-person-messages = Written in 28 days
pulse-person-silent = There are no messages in these 28 days.
pulse-person-ties = Ties
pulse-person-no-ties = In 90 days they answered nobody, and nobody answered them.
pulse-person-moves = When they came and went
pulse-deed-message = message
pulse-deed-answer = answer
pulse-no-words = no words: a picture, a file, or a forgotten message
pulse-open-message = Open

# Pairs
pulse-ties-window = In 90 days
pulse-ties-table = Ties
pulse-show-which = What to show
pulse-which-ties = Mutual
pulse-which-members = Without the team
pulse-which-pairs = All pairs
pulse-which-shallow = Shallow
pulse-which-middle = Middling
pulse-which-deep = Deep
pulse-pairs-count = { $n ->
    [one] { $n } pair
   *[other] { $n } pairs
}
pulse-answers-count = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
pulse-between-count = Of these without the team: { $n }.
pulse-pairs-none-title = No pairs
pulse-pairs-none-text = There were no such pairs in the 90 days to this day.
pulse-pair-title = Answers of two
pulse-pair-depth = Depth { $depth }: it counts all answers the two ever gave each other, { $n }, each losing half its weight in 45 days.
pulse-pair-ever = In all the time to this day
pulse-pair-answers = Answers to each other
pulse-pair-none = These two did not answer each other up to this day.

# Conversations
pulse-conversations-title = Conversations begun
pulse-conversations-count = { $n ->
    [one] { $n } conversation
   *[other] { $n } conversations
}
pulse-conversations-all = Answered or not
pulse-conversations-no = Without an answer
pulse-conversations-yes = Answered
pulse-conversations-none-title = No such conversations
pulse-conversations-none-text = Nothing of the kind was begun in these 28 days.
pulse-answered-in = answered in { $wait }
pulse-not-answered = no answer
pulse-open-thread = Open

# Hours: who wrote
pulse-hours-list = Who wrote in 28 days
pulse-hours-when = Who wrote { $when }
pulse-hours-none-title = Nobody wrote at this time
pulse-hours-none-text = Choose another hour.

# One's own ties
pulse-own-title = Your ties
pulse-own-note = Answers to each other in 90 days
pulse-own-none-title = Nobody yet
pulse-own-none-text = In these 90 days you answered nobody, and nobody answered you. Find a question to which you know the answer.
pulse-own-none-act = To the conversations
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
pulse-own-unclaimed = { $n ->
    [one] And { $n } more person of the chat's history who has not claimed themselves here yet.
   *[other] And { $n } more people of the chat's history who have not claimed themselves here yet.
}

# The team
pulse-team-lead = Name who founded the community and who runs it, since which day and until which. By this list Pulse tells talk between members from talk with the team, and counts what would be left without the founder.
pulse-team-named-title = Who is named
pulse-team-none = Nobody yet.
pulse-team-suggested = Whom the history suggests
pulse-team-suggested-note = One press adds a person from the day they came
pulse-team-add = Add by name
pulse-team-find = Name
pulse-team-find-hint = The beginning of a first or last name will do. Those who came with the chat's history are found too.
pulse-team-find-act = Find
pulse-team-nobody = Nobody has this name. Try less of it.
pulse-team-whom = Whom
pulse-team-role = Who they are
pulse-team-role-hint = A founder is counted as team too.
pulse-team-since = Since which day
pulse-team-since-hint = For those who were here from the beginning any day before the first message will do.
pulse-team-until = Before which day
pulse-team-until-hint = This day does not count any more. Leave it empty if they run it still.
pulse-team-add-act = Add
pulse-team-end = End
pulse-team-remove = Take out
pulse-team-named = Written down. The figures are counted anew.
pulse-team-ended = The day from which they are no more of the team is written down.
pulse-team-removed = Taken out, as if never named.
pulse-team-from = since { $from }
pulse-team-from-until = from { $from } until { $until }
pulse-post-founder = Founder
pulse-post-staff = Team
pulse-because-owner = owner in Artel
pulse-because-administrator = administrator in Artel
pulse-because-answers = { $n ->
    [one] gave and got { $n } answer in 90 days: { $days }
   *[other] gave and got { $n } answers in 90 days: { $days }
}
pulse-fault-member = Choose somebody of those found.
pulse-fault-role = Choose whether they are a founder or of the team.
pulse-fault-from = Say since which day.
pulse-fault-until = The last day must be later than the first.
pulse-conflict-named = This person is named for these days already. End the earlier entry or take it out.
pulse-conflict-full = The list has 500 entries: no more fit in. Take out those you do not need.

# The audit
pulse-audit-named = Named to the team
pulse-audit-ended = Leaving of the team written down
pulse-audit-unnamed = Taken out of the team
