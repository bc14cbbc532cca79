requests-title = Requests

# Asking: the form, drafts, files, lists, topics, settings
requests-lead = Who asks for what, and what came of it. You can help with a word, a deed, or the name of the right person.
requests-new = Ask for help
requests-new-title = New request
requests-draft-title = Draft request
requests-new-lead = Say what you need. We ask those most likely to help, and tell them why them.
requests-part-need = What you need
requests-field-title = What you need, in one sentence
requests-field-title-hint = Up to 140 letters: “Looking for a family therapist in Leeds for a couple after a divorce”.
requests-field-details = Details
requests-field-details-hint = What you have tried, what the terms are, what answer would help. You can use **bold**, - lists and links: it is Markdown. Up to 8,000 letters.
requests-field-kind = What help you need
requests-kind-any = Any
requests-kind-solution = A solution
requests-kind-solution-note = Somebody knows how to do it.
requests-kind-recommendation = A person
requests-kind-recommendation-note = Somebody whom others vouch for.
requests-kind-contact = A contact
requests-kind-contact-note = A way to a company or a person.
requests-kind-opinion = An opinion
requests-kind-opinion-note = A fresh eye, experience, a review.
requests-kind-partner = A partner
requests-kind-partner-note = Somebody to do it with you.
requests-field-topic = Direction
requests-topic-none = No direction
requests-topic-any = Any
requests-field-city = City
requests-field-deadline = Needed by
requests-field-tags = Tags
requests-field-tag = Tag { $n }
requests-field-tags-hint = Up to eight words by which the request is found. Optional.
requests-field-wanted = Whom you want to reach
requests-field-wanted-hint = Companies or people, one a line. Optional.
requests-field-sight = Who may see it
requests-sight-community = The whole community
requests-sight-community-note = All members see it, and everybody can answer.
requests-sight-chosen = Chosen people only
requests-sight-chosen-note = Nobody else learns of it, administrators included.
requests-sight-people = { $n ->
    [0] nobody is chosen yet
    [one] seen by { $n } person
   *[other] seen by { $n } people
}
requests-field-find = A member’s name
requests-field-find-hint = The beginning of a first or last name. What you wrote above is kept as a draft.
requests-people-found = Tick those who may see the request
requests-people-nobody = There is no member called “{ $name }”. Check how it is spelt.
requests-act-find = Find
requests-act-ask = Ask
requests-act-preview = See how it looks
requests-act-save = Save draft
requests-act-files = Add or remove files
requests-asked = Your request is out. We are asking those who can help.

# What is wrong with a form
requests-fault-title-empty = Say in one sentence what you need.
requests-fault-title-long = The first sentence is longer than 140 letters. Keep the point and move the rest to the details.
requests-fault-details-long = The details are longer than 8,000 letters. Shorten them or attach them as a file: the text is still here.
requests-fault-city-long = The city is longer than 80 letters.
requests-fault-wanted-long = The list of those you want to reach is longer than 1,000 letters.
requests-fault-tag-long = A tag is longer than 40 letters. A tag is a word or two.
requests-fault-tags-many = There are more than eight tags. Keep the most exact ones.
requests-fault-deadline = This is no date. Write it like 2026-11-30, or leave the field empty.
requests-fault-deadline-past = That day is over. Choose another, or leave the field empty.
requests-fault-deadline-far = That is more than a year away. Choose a nearer day, or leave the field empty.
requests-fault-people-none = You meant the request for chosen people, but nobody is chosen. Find them by name, or show it to everybody.
requests-fault-people-many = More than 99 people are chosen. For so many it is better to ask the whole community.
requests-fault-kind = There is no such kind of help. Choose one of these.
requests-fault-sight = Choose who may see the request.
requests-fault-topic = That direction is no longer there. Choose another.
requests-fault-often = You are asking too often. The text is still here; send it in a minute.
requests-draft-asked = This request has been asked already; there is no draft of it any more.

# Drafts
requests-drafts-title = Drafts
requests-drafts-lead = Requests you began. Only you see them.
requests-draft-kept = The draft is saved.
requests-draft-kept-untitled = The draft is saved, without its one sentence as yet.
requests-drafts-many = You have 50 drafts already. Delete some, and there will be room.
requests-untitled = Untitled
requests-draft-delete = Delete draft
requests-draft-stay = Keep it
requests-draft-deletion-title = Delete the draft?
requests-draft-deletion-lead = Its text and files go, and cannot be brought back.
requests-draft-deleted = The draft is deleted.
requests-none-drafts-title = No drafts
requests-none-drafts-text = A request that you begin and do not finish will wait for you here.
requests-preview-title = How others will see it
requests-preview-back = Back to the text

# Like requests
requests-similar-title = Similar requests
requests-similar-lead = Something like this was asked before. The answer may be there:
requests-similar-label = What the request is about
requests-similar-example = For instance: accountant for a charity
requests-similar-none-title = Nobody asked this before
requests-similar-none-text = There are no similar requests that you can see. Be the first to ask.
requests-solved = solved
requests-from-chat = from the chat
requests-open = waits for help

# Files
requests-files-title = Files
requests-files-lead = What it takes to understand the request: a contract, a screenshot, an estimate. Those who see the request see them.
requests-files-hint = { $n ->
    [one] Up to { $n } file of 10 MB.
   *[other] Up to { $n } files of 10 MB each.
}
requests-files-field = Files from your device
requests-files-field-hint = Up to five files, 10 MB each at most.
requests-files-act = Add
requests-files-kept = The files are added.
requests-files-full = Five files are attached; there is no room for more.
requests-file-size = { $n } KB
requests-file-remove = Remove
requests-file-removed = The file is removed.
requests-files-many = There can be five files at most. Remove some, or put them into one archive.
requests-fault-files-none = Choose at least one file.
requests-fault-files-empty = One of the files is empty: there is nothing in it. Choose another.
requests-fault-files-large = A file is larger than 10 MB. Compress it, or put a link to it into the text.
requests-fault-files-broken = The connection broke, and the files did not arrive. Try again: the draft is safe.

# Lists
requests-tabs = Which requests
requests-tab-open = Open
requests-tab-invited = Asked of me
requests-tab-mine = Mine
requests-tab-closed = Closed
requests-more = More about requests
requests-narrow = Narrow the list
requests-narrow-tag = Tag
requests-narrow-act = Show
requests-show-all = Show all
requests-wordless = A request without words
requests-former = a former member
requests-answers = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
requests-waits = waits for an answer
requests-until = by { $day }
requests-late = was due { $day }
requests-chosen-only = chosen people only
requests-outcome-solved = solved
requests-outcome-unsolved = not solved
requests-outcome-withdrawn = withdrawn
requests-none-open-title = There are no open requests
requests-none-open-text = Nobody waits for help just now. If you need something in your work, ask: people answer here.
requests-none-invited-title = You have not been asked yet
requests-none-invited-text = When your help in particular is needed, the request appears here and on the first page.
requests-none-mine-title = You have not asked anything yet
requests-none-mine-text = A request is one sentence about what you need. We do the rest.
requests-none-closed-title = There are no closed requests yet
requests-none-closed-text = What came of requests will stay here: who helped, and how.
requests-none-found-title = There are no such requests
requests-none-found-text = Drop one of the conditions: the kind of help, the direction, the tag or the city.

# Topics
requests-topics-title = Directions
requests-topics-lead = What people here ask about most. If nobody takes a request up, it goes to whoever leads its direction.
requests-topics-open = Open directions
requests-topics-retired = Closed directions
requests-topic-led = led by
requests-topic-unled = nobody leads it yet
requests-topic-retired = closed to new requests
requests-topic-new = Open a direction
requests-topic-new-act = Open
requests-topic-name = Name
requests-topic-name-hint = Up to 60 letters, for instance “Family therapy”.
requests-topic-opened = The direction is open. Now name its leader.
requests-topic-opened-led = The direction is open and has its leader. New requests of the kind will meet it.
requests-topic-tags = Words it is known by
requests-topic-tags-label = Words and tags
requests-topic-tags-hint = Up to eight, with commas between. When somebody asks about them, this direction is suggested.
requests-topic-tags-act = Save the words
requests-topic-leader-none = Nobody yet
requests-topic-leader-agreed = They know of it and agree to lead
requests-fault-topic-agreed = First ask whether they agree, or choose “Nobody yet”.
requests-topic-suggested = This looks like the direction “{ $name }”.
requests-topic-suggested-act = Ask in it
requests-audit-topic-tagged = Words of a direction were named
requests-topic-changed = Saved.
requests-topic-edit = Edit
requests-topic-edit-title = Edit direction
requests-topic-rename-act = Rename
requests-topic-leader = Leader
requests-topic-leader-lead = They are turned to when none of those asked took a request up in time.
requests-topic-leader-choose = Who will lead it
requests-topic-lead-act = Name as leader
requests-topic-release-act = Leads no longer
requests-topic-retire = Close the direction
requests-topic-retire-lead = There will be no new requests in it. Those asked stay where they are.
requests-topic-retire-act = Close
requests-topic-restore = Open again
requests-topic-restore-lead = It can be chosen for a request again.
requests-topic-restore-act = Open again
requests-topics-many = There are a hundred directions already. Rename one of the closed ones.
requests-fault-topic-empty = Give the direction a name.
requests-fault-topic-long = The name is longer than 60 letters.
requests-fault-topic-taken = There is a direction of this name already.
requests-fault-leader = This person is no member. Find somebody else.
requests-none-topics-title = There are no directions yet
requests-none-topics-text = An administrator opens them once it shows what people ask about most.
requests-none-topics-text-staff = Open the first: requests are easier to find by it, and whoever leads it has the last word.
requests-none-topic-title = Nothing was asked in this direction yet
requests-none-topic-text = There are no requests here that you can see.

# Settings
requests-settings-title = How we ask
requests-settings-lead = How many people to ask for help at once, and how long to wait before asking the next.
requests-settings-asked = How many people to ask at once
requests-settings-asked-hint = From 1 to 20. The more, the sooner an answer comes, and the more often each is troubled.
requests-settings-hours = How many hours to wait for an answer
requests-settings-hours-hint = From 1 to 336 hours, that is up to two weeks.
requests-settings-act = Save
requests-settings-kept = Saved. New requests go by these rules.
requests-fault-asked = Give a number from 1 to 20.
requests-fault-hours = Give a number from 1 to 336.

# The audit
requests-audit-topic-opened = A direction of requests was opened
requests-audit-topic-renamed = A direction of requests was renamed
requests-audit-topic-retired = A direction of requests was closed
requests-audit-topic-restored = A direction of requests was opened again
requests-audit-leader-named = The leader of a direction was named
requests-audit-leader-released = A direction was left without a leader
requests-audit-settings-changed = How people are asked for help was changed

### Requests found in a history
requests-found-title = Requests in the history
requests-found-lead = Messages in which people asked for help, found by their words. From them Artel learns who helps with what. They are not part of any figure until you accept them.
requests-found-none = No requests were found
requests-found-none-note = They appear after a conversation history is imported.
requests-found-sample = Judge a sample
requests-found-judged = { $n } judged of { $all } needed
requests-found-sample-note = These are random messages of those found. Say whether the person asks for help: so you see how far the findings can be trusted.
requests-found-nobody = a former member
requests-found-confidence = confidence { $share }
requests-found-yes = Asks
requests-found-no = Does not ask
requests-found-about = About what was found
requests-found-counts = Found
requests-found-count-requests = Requests
requests-found-count-answered = Answered ones
requests-found-count-helps = Answers that helped
requests-found-more = more than { $n }
requests-found-precision = Precision by the sample
requests-found-precision-note = Precision: what share of those found are requests indeed. In brackets the bounds within which it lies with a probability of 95%. An answer helped if the asker thanked for it or somebody reacted with approval.
requests-found-hashtags = Hashtags
requests-found-hashtags-label = Which hashtags mean a request
requests-found-hashtags-keep = Save
requests-found-fault-many = No more than twenty hashtags.
requests-found-fault-hashtag = A hashtag has letters, digits and underscores, at most 40 of them.
requests-found-named = The hashtags are saved.
requests-found-decided = Your decision is recorded.
requests-found-sample-small = Judge the sample first: a few messages say too little.
requests-found-accept-title = In figures
requests-found-accepted = Accepted on { $date }: they stand beside real requests in figures.
requests-found-apart = Count them apart again
requests-found-accept-later = You can decide once at least { $n } messages of the sample are judged.
requests-found-accept-note = If the precision satisfies you, found requests join the figures: those of topics, and the promises on the Desk. The decision can be undone.
requests-found-accept = Accept into figures
requests-found-all-title = Everything found
requests-found-all-lead = Newest first. Each leads to the conversation where it was.
requests-found-no-words = No words
requests-found-unanswered = Not answered
requests-found-answers = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
requests-found-helps = { $n ->
    [one] { $n } helped
   *[other] { $n } helped
}
requests-audit-found-hashtags = Hashtags of requests were named
requests-audit-found-accepted = Found requests were accepted into figures
requests-audit-found-set-apart = Found requests are counted apart

# Why somebody is asked, invitations, and limits.
requests-because-month = { $month ->
    [1] In January
    [2] In February
    [3] In March
    [4] In April
    [5] In May
    [6] In June
    [7] In July
    [8] In August
    [9] In September
    [10] In October
    [11] In November
   *[12] In December
}
requests-because-word = “{ $word }”
requests-because-alike-you = { $when } you answered something like it: “{ $what }”
requests-because-alike-them = { $when } answered something like it: “{ $what }”
requests-because-helped-with-you = { $when } you helped with something like it: “{ $what }”
requests-because-helped-with-them = { $when } helped with something like it: “{ $what }”
requests-because-offer-you = Your profile speaks of this: { $words }
requests-because-offer-them = The profile speaks of this: { $words }
requests-because-knows-you = You say that you know people at “{ $name }”, or are from there
requests-because-knows-them = Says that they know people at “{ $name }”, or are from there
requests-because-tag-you = You often answer questions with the tag “{ $tag }”: { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
requests-because-tag-them = Often answers questions with the tag “{ $tag }”: { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
requests-because-helped-you = You have answered whoever asks this: { $n ->
    [one] { $n } time
   *[other] { $n } times
}
requests-because-helped-them = Has answered whoever asks this: { $n ->
    [one] { $n } time
   *[other] { $n } times
}
requests-because-was-helped-you = Whoever asks this has answered you: { $n ->
    [one] { $n } time
   *[other] { $n } times
}
requests-because-helped-asker = Has answered you: { $n ->
    [one] { $n } time
   *[other] { $n } times
}
requests-because-was-helped-asker = You have answered them: { $n ->
    [one] { $n } time
   *[other] { $n } times
}
requests-because-was-helped-them = Was answered by whoever asks this: { $n ->
    [one] { $n } time
   *[other] { $n } times
}
requests-because-answers-you = You often answer others: { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
requests-because-answers-them = Often answers others: { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
requests-because-around-you = You were here lately
requests-because-around-them = Was here lately
requests-because-leader-you = You lead the direction to which this belongs
requests-because-leader-them = Leads the direction to which this belongs
requests-because-passed-you = You were named as somebody who can help by { $name }
requests-because-passed-them = Named by { $name }
requests-because-chosen-you = You are asked personally by { $name }
requests-because-chosen-them = Asked personally by { $name }
requests-invitation-title = You are asked to help
requests-invitation-title-said = Your word
requests-invitation-why = Why you were asked
requests-invitation-waiting = Saying yes binds you to nothing: the two of you will agree on it. Nobody counts a no.
requests-invitation-took = You said that you will help. Your answer is awaited below.
requests-invitation-answered = You have answered. Thank you!
requests-invitation-declined = You said “not now”. You may think better of it while the request is open.
requests-invitation-passed = You named somebody who can help. You may answer as well.
requests-invitation-lapsed = The request was closed before you answered.
requests-invitation-take = I can help
requests-invitation-pass = I know who can
requests-invitation-decline = Not now
requests-invitation-mute = Do not ask me about this direction
requests-invitation-took-done = You said that you will help. Write your answer.
requests-invitation-declined-done = All right, not now.
requests-invitation-passed-done = We will ask them and say that it was you who named them.
requests-invitation-closed = The request is closed already: no help is needed.
requests-invitation-answered-already = You have answered this request already.
requests-pass-title = Who can help?
requests-pass-lead = We will ask them and say who named them.
requests-pass-name = A member’s name
requests-pass-name-hint = The first letters of the name.
requests-pass-find = Find
requests-pass-found = Whom to ask
requests-pass-nobody = Nobody has such a name. Try the first letters of it.
requests-pass-act = Ask
requests-pass-asked = has been asked already
requests-pass-chosen = Only chosen people see this request. Tell whoever asks whom else to ask.
requests-pass-invited = They have been asked already.
requests-pass-asker = That is whoever asks.
requests-pass-once = You have named one person already.
requests-pass-busy = They cannot be asked now: they wish to be asked less often. Name somebody else.
requests-opening-closed = The request is closed. Open it again, then it can be shown to all.
requests-opening-said = Somebody has answered the chosen people only. Ask everybody with a new request.
requests-opened-to-all = Every member sees the request now.
requests-limits-title = How much I may be asked
requests-limits-lead = You are asked to help no more often than you allow. Nobody counts a no.
requests-limits-note = How often to ask you for help, quiet hours, holidays, and the directions you muted.
requests-limits-week = { $n ->
    [0] You were not asked in the last seven days.
    [one] You were asked { $n } time in the last seven days.
   *[other] You were asked { $n } times in the last seven days.
}
requests-limits-per-week = Requests a week, at most
requests-limits-per-week-hint = From 0 to 20. With none, only those who chose you personally will ask.
requests-limits-quiet = Quiet hours
requests-limits-quiet-hint = Letters about requests wait until they end.
requests-limits-from = From
requests-limits-until = Until
requests-limits-no-hour = not set
requests-limits-holiday = Holiday
requests-limits-holiday-hint = Nobody asks you on these days.
requests-limits-first-day = First day
requests-limits-last-day = Last day
requests-limits-act = Save
requests-limits-kept = Saved.
requests-limits-muted = Directions you are not asked about
requests-limits-muted-none = There are none. You can turn one down on the page of a request.
requests-limits-unmute = Ask me again
requests-topic-muted = You will not be asked about this direction any more.
requests-topic-unmuted = You will be asked about this direction again.
requests-fault-per-week = A number from 0 to 20.
requests-fault-quiet = Give both hours, and different ones, or neither.
requests-fault-holiday = Give the first and the last day in order, or neither.

# The page of a request, answers, introductions, outcomes, deals, thanks, pledges
requests-seen-all = seen by the whole community
requests-steps = How far it has come
requests-step-asked = Received
requests-step-looking = Looking for people
requests-step-people = { $n ->
    [one] { $n } person asked
   *[other] { $n } people asked
}
requests-step-chosen = { $n ->
    [one] Seen by { $n } person
   *[other] Seen by { $n } people
}
requests-step-waiting = Waiting for answers
requests-step-answers = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
requests-step-outcome = Outcome
requests-wanted = A way is sought to
requests-aside = About the request
requests-facts = Facts
requests-fact-kind = Kind of help
requests-fact-topic = Topic
requests-fact-city = City
requests-fact-deadline = Needed by
requests-fact-first = First answer
requests-fact-after = after { $length }
requests-fact-at-once = at once
requests-fact-tags = Tags
requests-asked-title = Who was asked
requests-asked-count = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
requests-asked-more = { $n ->
    [one] and { $n } more person
   *[other] and { $n } more people
}
requests-asked-waiting = was asked
requests-asked-took = will help
requests-asked-answered = has answered
requests-asked-declined = not now
requests-asked-passed = named somebody else
requests-asked-lapsed = no answer
requests-asked-you = you · { $state }
requests-asked-cannot = { $n ->
    [one] { $n } person cannot help now
   *[other] { $n } people cannot help now
}
requests-at-desk = Nobody took it up, so the administrators look after this request now. Anybody may still answer.
requests-opening-act = Show it to all members
requests-back = To the request
requests-cancel = Never mind
requests-pager-start = To the first answers
requests-pager-on = Further
requests-answers-title = Answers
requests-answers-none = Nobody has answered yet. A short answer is better than none.
requests-answers-never = Nobody answered.
requests-answer-solution = Solution
requests-answer-recommendation = Recommendation
requests-answer-contact = Contact
requests-answer-comment = Comment
requests-answer-helped = this helped
requests-answer-private = Only whoever asked sees this contact.
requests-answer-gone-author = The author deleted these words.
requests-answer-gone-moderator = A moderator took these words down.
requests-answer-gone-erased = These words were removed at their author's wish.
requests-answer-folded = Folded away: a talk beside the request
requests-answer-notice = Your answer is sent. Thank you!
requests-answer-notice-comment = Your comment is added.
requests-answer-closed = The request is closed and takes no more answers. Your text is still here: copy it to pass it on in person.
requests-answer-fault-kind = There is no such kind of answer. Choose one above; your text is still here.
requests-answer-fault-own = You can only comment on your own request.
requests-answer-fault-person = Name the member whom you recommend.
requests-answer-fault-oneself = No need to recommend yourself: answer with a solution.
requests-answer-fault-asker = This is who asked. Name somebody else.
requests-answer-fault-nobody = People are named in recommendations only.
requests-answer-fault-unknown = This person is not a member.
requests-answer-fault-recommended = This person has been recommended here already.
requests-answer-fault-name = There is no member of this name. Check how it is spelt.
requests-answer-fault-which = Choose whom you mean.
requests-answer-fault-often = You answer too often. Your text is still here: send it in a minute.
requests-text-fault-empty = There are no words in the answer.
requests-text-fault-long = The text is longer than 8,000 characters. Shorten it: it is still here.
requests-composer-title = Your answer
requests-composer-title-own = Add to the request
requests-composer-kinds = How to answer
requests-composer-own = Your comment
requests-composer-hint-own = Everybody who sees the request will see it. You can use **bold** and links.
requests-composer-solution = What will help
requests-composer-hint-solution = Everybody who sees the request will see it. You can use **bold** and links.
requests-composer-act-solution = Answer
requests-composer-recommendation = Why this person
requests-composer-hint-recommendation = We will propose that they meet. Contacts are shown only once both have accepted.
requests-composer-act-recommendation = Recommend
requests-composer-contact = Who it is and how to find them
requests-composer-hint-contact = Only whoever asked will see it. Give a contact with its owner's consent.
requests-composer-act-contact = Give the contact
requests-composer-comment = Your comment
requests-composer-hint-comment = A question or a word of support. It does not count as an answer.
requests-composer-act-comment = Add
requests-composer-person = Name of the member
requests-composer-person-hint = First and last name, as in the list of people.
requests-composer-which = Whom do you mean
requests-composer-since = here since { $day }
requests-folding-act = Fold away
requests-folding-notice = The comment is folded away. Its words are safe and can be unfolded at any time.
requests-folding-comments = Only comments can be folded away.
requests-unfolding-act = Unfold
requests-unfolding-notice = The comment is seen in full again.
requests-deletion-title = Delete these words?
requests-deletion-lead-own = Your words will be gone and cannot be brought back. A line stays to say that they were there.
requests-deletion-lead-other = The words will be gone and cannot be brought back. Author: { $name }.
requests-deletion-act = Delete
requests-deletion-notice = The words are deleted.
requests-deletion-done = These words are deleted already.
requests-introduction-title = Introduction
requests-introduction-by = Recommended by { $name }
requests-introduction-decide = Decide on the introduction
requests-introduction-open = About the introduction
requests-introduction-waits = An introduction is proposed.
requests-introduction-waits-you = You can meet. It is for both of you to decide.
requests-introduction-waits-other = You have accepted. The other has yet to.
requests-introduction-met-line = They have been introduced.
requests-introduction-declined-line = The introduction did not come about.
requests-introduction-decide-lead = You could be introduced to { $name }.
requests-introduction-waits-lead = You have accepted. Once { $name } has too, contacts will be shown here.
requests-introduction-met-lead = You and { $name } have both accepted. Why not write first?
requests-introduction-declined-lead = The introduction to { $name } did not come about. It happens, and nobody asks why.
requests-introduction-shows = Once both have accepted, each sees the other's e-mail, Telegram and phone: the e-mail you sign in with, the others if your profile has them.
requests-introduction-shows-chosen = Only chosen people see the request. By accepting you show it to this person too.
requests-introduction-accept = Meet
requests-introduction-decline = Not now
requests-introduction-free = You may decline without a reason. Nobody is told.
requests-introduction-declined = This introduction will not come about any more.
requests-introduction-closed = The request is closed, and the introduction with it.
requests-introduction-met = You have been introduced already.
requests-introduction-notice-accepted = Your consent is noted.
requests-introduction-notice-declined = All right, not now.
requests-introduction-contacts = Contacts
requests-introduction-contacts-note = Only you see them. Only this person sees yours.
requests-introduction-email = E-mail
requests-introduction-telegram = Telegram
requests-introduction-phone = Phone
requests-closure-offer = How it will end
requests-closure-offer-text = Mark the outcome once you know what came of it. It goes into the book of deeds: who helped and how. Help is seen only once it is confirmed.
requests-closure-act = Mark the outcome
requests-closure-title = What came of it
requests-closure-lead = Say how the request ended and who helped. You can think better of it for 30 days. Introductions that have not come about go with the request.
requests-closure-outcome = Outcome
requests-closure-solved = Solved
requests-closure-solved-note = What was needed is found, with help or without.
requests-closure-unsolved = Not solved
requests-closure-unsolved-note = It did not work out. Say why: that helps the next.
requests-closure-withdrawn = Withdrawn
requests-closure-withdrawn-note = It is not needed any more.
requests-closure-note = How it was solved, or why not
requests-closure-note-hint = Everybody who sees the request will see it. Up to 4,000 characters.
requests-closure-helpers = Who helped
requests-closure-helpers-text = For a solved request only. Mark everybody whose help was real: it stays to their credit.
requests-closure-words = Thanks and a deal
requests-closure-thanks = Thanks in your own words
requests-closure-shown = These words may be shown on the profile if the person agrees
requests-closure-amount = Amount of the deal, { $currency }
requests-closure-amount-hint = If there was a deal. Only the two of you see the amount; it counts in the total once it is confirmed.
requests-closure-other = Somebody else helped
requests-closure-other-hint = First and last name of a member who did not answer here.
requests-closure-other-hint-chosen = First and last name of somebody who sees this request.
requests-closure-notice = The outcome is marked. Thank you for telling.
requests-closure-done = This request is closed already.
requests-closure-fault-outcome = Choose how the request ended.
requests-closure-fault-why = Say in a sentence at least why it did not work out.
requests-closure-fault-note = The text is longer than 4,000 characters. Shorten it: it is still here.
requests-closure-fault-thanks = The thanks are longer than 600 characters. Shorten them: they are still here.
requests-closure-fault-oneself = No need to mark yourself.
requests-closure-fault-many = Mark at most ten people, each of them once.
requests-closure-fault-unknown = Somebody you marked is no member here.
requests-closure-fault-chosen = Only chosen people see the request. You can mark one of them.
requests-closure-fault-helpers = A field of one of the helpers has a mistake.
requests-amount-fault-form = This is no amount. Write it like this: 4900 or 4900.50.
requests-amount-fault-part = There are more decimals than this currency has.
requests-amount-fault-large = The amount is too large.
requests-amount-fault-nothing = The amount must be more than nothing. If there was no deal, leave the field empty.
requests-reopening-act = Open again
requests-reopening-notice = The request is open again. The help that was marked went with the outcome.
requests-reopening-late = More than 30 days have passed since it was closed. Ask a new request.
requests-outcome = Outcome
requests-outcome-alone = Found without anybody's help.
requests-outcome-helpers = { $n ->
    [one] Help of { $n } person is confirmed
   *[other] Help of { $n } people is confirmed
}
requests-thanks-shown = shown on the profile
requests-thanks-show = Show on the profile
requests-thanks-hide = Do not show on the profile
requests-thanks-asker-would-not = Whoever asked said these words to you alone.
requests-thanks-helper-decides = Shown on the profile if the person agrees.
requests-thanks-notice-shown = You agree to show these words on the profile.
requests-thanks-notice-hidden = These words are not shown on the profile.
requests-deal-title = Deal
requests-deal-lead = Only the two of you see the amount. It counts in the community's total once whoever helped confirms it.
requests-deal-hint = How much was paid, or is agreed to be paid.
requests-deal-act = Record the deal
requests-deal-correct-act = Record the new amount
requests-deal-of = Deal: { $amount }
requests-deal-corrected = Corrected to { $amount }
requests-deal-private = only you two see this
requests-deal-stated = waits to be confirmed
requests-deal-confirmed = confirmed
requests-deal-disputed = the other does not agree
requests-deal-confirm = Yes, that is so
requests-deal-dispute = That is not so
requests-deal-add = Add a deal
requests-deal-correct = Correct the amount
requests-deal-replaced = The amount has been corrected meanwhile. Look at the new one.
requests-deal-confirmed-already = Both of you confirmed the deal. Only its amount can be corrected.
requests-deal-none-act = There was no deal
requests-deal-notice-none = It is noted that there was no deal.
requests-deal-notice-stated = The deal is recorded and waits to be confirmed.
requests-deal-notice-confirmed = The deal is confirmed.
requests-deal-notice-disputed = It is noted that this is not so. Whoever asked can correct the amount.
requests-pledge-title = My pledge
requests-pledge-lead = How often you are ready to help this year. It is a promise to yourself: it earns no points and no place in a row.
requests-pledge-note = How many times you are ready to help this year, and whom you have helped.
requests-pledge-mine = { $n ->
    [one] I will help { $n } time in { $year }
   *[other] I will help { $n } times in { $year }
}
requests-pledge-done = { $n ->
    [0] not once of { $times } yet
    [one] { $n } time of { $times }, the help is confirmed
   *[other] { $n } times of { $times }, the help is confirmed
}
requests-pledge-left = { $n ->
    [one] { $n } time to go.
   *[other] { $n } times to go.
}
requests-pledge-kept = The pledge is kept.
requests-pledge-times = How often to help in { $year }
requests-pledge-hint = From 1 to 50. Help counts once whoever received it confirms it.
requests-pledge-act = Pledge
requests-pledge-change = Change
requests-pledge-notice = { $n ->
    [one] Noted: { $n } time this year.
   *[other] Noted: { $n } times this year.
}
requests-pledge-fault-times = Give a number from 1 to 50.
requests-pledge-helps = Whom you helped in { $year }
requests-pledge-none = Nobody yet. Requests that wait for your answer stand on the first page.

# Letters, reports, the Desk, and the parts of Today
requests-notices-title = Letters about requests
requests-notices-lead = What to write to you about. Today shows all of it in any case.
requests-notices-note = Which letters to get, and which to stop.
requests-notices-kinds = Kinds of letters
requests-notices-keep = Save
requests-notices-kept = Saved. We'll write about these only.
requests-notices-quiet = No letters come in your quiet hours: they wait until the morning.
requests-notices-limits = Quiet hours, and how often to be asked
requests-notice-invited = Requests for help
requests-notice-invited-note = When you are the one who could help, and why.
requests-notice-answered = Answers to your requests
requests-notice-answered-note = A solution, a recommendation or a contact.
requests-notice-course = How your requests go
requests-notice-course-note = The administrators look after a request now, or one of them closed it.
requests-notice-introduced = Introductions
requests-notice-introduced-note = You are recommended to each other, and your word is needed.
requests-notice-reminded = Reminders
requests-notice-reminded-note = The deadline is near, or it is time to say how it ended.
requests-notice-helped = Confirmed help
requests-notice-helped-note = Somebody said that you helped.
requests-notice-deal = Deals
requests-notice-deal-note = A deal needs confirming, or the other side does not agree with it.
requests-stop-title = Send no more of these?
requests-stop-text = Letters of this kind will stop coming. The others stay, and all of it can be seen on the site.
requests-stop-act = Send no more
requests-stop-done-title = We'll send no more
requests-stop-done-text = Letters of this kind are stopped. If you change your mind, bring them back here.
requests-stop-resume = Send them again
requests-stop-all = All kinds of letters
requests-letter-because = Why you
requests-letter-stop = Send no more letters of the kind “{ $kind }”
requests-letter-footer = A letter from the community “{ $community }”.
requests-letter-chosen = Only those whom its author named can see this request.
requests-letter-invited-subject = { $name }: your help is needed
requests-letter-invited = { $name } asks for help, and you are the one who could give it.
requests-letter-invited-act = Help, name somebody else or decline
requests-letter-invited-act-chosen = Help or decline
requests-letter-answered-subject = { $name } answers your request
requests-letter-answered-solution = Your request has a solution. It comes from { $name }.
requests-letter-answered-recommendation = { $name } recommends somebody to you: { $person }.
requests-letter-answered-contact = { $name } shares a contact with you. It waits on the page of the request.
requests-letter-answered-comment = { $name } writes about your request.
requests-letter-answered-act = Open the request
requests-letter-answered-introduction = You could meet. Contacts are shown once both of you have accepted.
requests-letter-desk-subject = The administrators look after it now: { $title }
requests-letter-desk = Nobody took your request up, so the administrators of the community look after it now. You need do nothing.
requests-letter-desk-stale = Nothing has happened for long, so the administrators of the community look after your request now. If it is settled, say how it ended.
requests-letter-closed-subject = An administrator closed your request: { $title }
requests-letter-closed = Your request was closed by an administrator: { $name }.
requests-letter-closed-again = If you still need it, open it again: you can within 30 days.
requests-letter-closed-act = Open the request
requests-letter-proposed-subject = An introduction: { $name }
requests-letter-proposed = { $by } thinks you should meet: { $name }. Contacts are shown once you both agree.
requests-letter-proposed-act = Accept or decline
requests-letter-awaited-subject = { $name } agreed, the word is yours
requests-letter-awaited = { $name } agrees to the introduction that { $by } proposed. It is for you to decide.
requests-letter-awaited-act = Accept or decline
requests-letter-met-subject = You have met: { $name }
requests-letter-met = You both agreed, and contacts are open: { $name }.
requests-letter-met-act = See the contacts
requests-letter-reminded-1-subject = Due soon: { $title }
requests-letter-reminded-1 = The deadline of your request is near. If it is solved already, say so.
requests-letter-reminded-2-subject = The deadline has passed: { $title }
requests-letter-reminded-2 = The deadline of your request has passed. How did it end?
requests-letter-reminded-3-subject = How did it end: { $title }
requests-letter-reminded-3 = You were answered, and it has been quiet since. Say how it ended: those who helped will see it.
requests-letter-reminded-4-subject = You are waited for: { $title }
requests-letter-reminded-4 = You said that you could help. There is no answer yet, and somebody waits for it.
requests-letter-reminded-5-subject = Nobody answered yet: { $title }
requests-letter-reminded-5 = None of the people you chose has answered. You can open the request to the whole community.
requests-letter-reminded-6-subject = Still open: { $title }
requests-letter-reminded-6 = Your request is still open. If it is no longer needed, close it.
requests-letter-reminded-act = Open the request
requests-letter-helped-subject = { $name } says that you helped
requests-letter-helped = { $name } confirms that you helped. Thank you.
requests-letter-helped-act = Open the request
requests-letter-helped-deal = A deal that came of your help is stated too. Only the two of you see its amount: confirm it, or say that it is not so.
requests-letter-deal-subject = { $name } asks you to confirm a deal
requests-letter-deal = A deal came of your help. { $name } stated the amount; only the two of you see it. Confirm it, or say that it is not so.
requests-letter-deal-act = Look and confirm
requests-letter-deal-corrected = { $name } corrected the amount of a confirmed deal. The earlier amount stands until you confirm the new one.
requests-letter-disputed-subject = The deal is disputed: { $title }
requests-letter-disputed = The other side does not agree with the deal: { $name }. Correct the amount, or say that there was no deal.
requests-letter-disputed-act = Correct the deal
requests-report-title = Call the administrators
requests-report-request = Call the administrators to this request
requests-report-open = Report
requests-report-lead = They will look at these words and decide what to do. Their author won't learn who called.
requests-report-reason = What is wrong
requests-report-rude = Rude, or bullying
requests-report-advert = An advert
requests-report-private = Somebody's private matter
requests-report-harm = Untrue, or dangerous advice
requests-report-other = Something else
requests-report-note = In your own words
requests-report-note-hint = Optional, up to 1,000 letters.
requests-report-shows = Show these words to the administrators
requests-report-shows-note = Only chosen people see this request, administrators don't. Without this mark they learn only what you write yourself.
requests-report-act = Call
requests-report-stay = Go back
requests-report-sent = The administrators will look. Thank you for saying so.
requests-report-settled = The report is settled.
requests-report-fault-reason = Choose what is wrong.
requests-report-fault-note = The note is longer than 1,000 letters. Keep what matters most.
requests-report-no-answer = Only an answer can be folded or deleted. A request is closed by its author or by the Desk.
requests-report-own = These are your own words. You can delete them yourself, and close the request.
requests-report-contact-note = Only you read this contact. With the report the administrators read these words too: else they have nothing to judge.
requests-settlement-kept = All is well
requests-settlement-folded = Fold away
requests-settlement-deleted = Delete the words
requests-desk-escalated = Came to the Desk
requests-desk-reported = Reported
requests-desk-unanswered = Unanswered
requests-desk-stale = Hanging
requests-desk-because = What is known
requests-desk-waits-title = { $name }: a request without an answer for { $wait }
requests-desk-late-title = { $name }: the deadline has passed, no outcome
requests-desk-silent-title = { $name }: answered, no outcome
requests-desk-late = the deadline was { $day }
requests-desk-silent = the last answer came { $day }
requests-desk-answers = { $n ->
    [one] { $n } answer came
   *[other] { $n } answers came
}
requests-desk-invited = { $n ->
    [0] nobody was asked yet
    [one] { $n } person was asked, no answer
   *[other] { $n } people were asked, no answer
}
requests-desk-nobody = there is nobody more to ask: those who fit were asked already or rest
requests-desk-reported-answer = { $by } asks to look at the words of { $name }
requests-desk-reported-request = { $by } asks to look at the request of { $name }
requests-desk-reported-chosen = { $by } asks to look at a request for chosen people
requests-desk-reported-hidden = You cannot see the request itself: here is only what was chosen to be shown.
requests-desk-quote = “{ $words }”
requests-desk-look = Look
requests-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
requests-tending-ask = Ask two more
requests-tending-remind = Ask the author how it ended
requests-tending-wait = Wait
requests-tending-withdraw = Close with a kind word
requests-tending-gone = This request is no longer on the Desk: it was answered or taken care of. Reload the page.
requests-tending-note = We asked those likeliest to help, and close the request so that it doesn't hang. If you still need it, open it again: we'll look further.
requests-tending-closed = This request is closed already.
requests-tended-ask = Two more are being asked. If nobody answers, the request comes back to the Desk.
requests-tended-remind = The author was written to.
requests-tended-withdraw = The request is closed, its author will see why.
requests-tended-wait = Very well, it comes back to the Desk in three days.
requests-promises = Promises
requests-promises-days = of 30 days
requests-promises-none = Nobody asked for anything in 30 days.
requests-promises-note = Counted are requests that everybody sees. Those for chosen people are not among them.
requests-promise-day = First answer within a day
requests-promise-wait = Usual wait for the first answer
requests-promise-outcome = Requests with an outcome
requests-promise-escalated = Nobody took it up
requests-promise-escalated-note = came to a leader or to the Desk
requests-promise-of = { $n ->
    [one] of { $n } request
   *[other] of { $n } requests
}
requests-promise-answered = { $n ->
    [one] half of { $n } answered waited no longer
   *[other] half of { $n } answered waited no longer
}
requests-promise-few = too few
requests-audit-report-settled = A report was settled
requests-audit-tended-ask = From the Desk: more people were asked
requests-audit-tended-remind = From the Desk: the author was reminded
requests-audit-tended-wait = From the Desk: it was left to wait
requests-audit-tended-withdraw = From the Desk: a request was closed
requests-today-invited = Your help is needed
requests-today-all = All requests
requests-today-nobody = Nobody waits for you just now. When you are needed, it will stand here.
requests-today-mine = On your requests
requests-today-answers = { $n ->
    [one] { $n } answer, the last { $when }. What is left is to say how it ended.
   *[other] { $n } answers, the last { $when }. What is left is to say how it ended.
}
requests-today-late = The deadline has passed without an answer. Say whether you still need it.
requests-today-at-desk = Nobody took it up: the administrators look after it now, { $when }.
requests-today-closed = Closed by an administrator: { $name }. If you still need it, open it again.
requests-today-close = Say how it ended
requests-today-waiting = Waits for your word
requests-today-introduction = An introduction: { $name }
requests-today-deal = A deal of which { $name } speaks
requests-today-disputed = The deal is disputed: { $name }
requests-today-taken = You said you would help: { $name } awaits your answer
requests-today-answer = Answer
requests-today-look = Look
requests-today-pledge = Your pledge of the year
requests-today-pledge-change = Change
requests-today-pledge-make = Promise
requests-today-pledged = Promised to help
requests-today-helped = Helped
requests-today-times = { $n ->
    [one] { $n } time
   *[other] { $n } times
}
requests-today-pledge-kept = The pledge is kept. From here on, as much as you like.
requests-today-pledge-left = { $n ->
    [one] { $n } time is left. Help counts once whoever received it confirms it.
   *[other] { $n } times are left. Help counts once whoever received it confirms it.
}
requests-today-pledge-none = You promised nothing yet. People usually promise to help three times a year.

# Topics found in requests
requests-topics-found-title = What people ask about
requests-topics-found-lead = Topics that are asked about again and again: how often, how soon they are answered, and by whom.
requests-topics-found-lead-worth = { $n ->
    [one] One topic is worth a direction: it is asked about often and answered late.
   *[other] { $n } topics are worth a direction: they are asked about often and answered late.
}
requests-topics-found-lead-none = No new direction is needed now: what is often asked is answered in time, or has its direction already.
requests-topics-found-as-of = Counted { $time }.
requests-topics-found-asked = { $n ->
    [one] { $n } request in 90 days, { $earlier } in the 90 before.
   *[other] { $n } requests in 90 days, { $earlier } in the 90 before.
}
requests-topics-found-history = { $n ->
    [one] Beside them { $n } found in the history, { $earlier } before: the owner accepted these into figures.
   *[other] Beside them { $n } found in the history, { $earlier } before: the owner accepted these into figures.
}
requests-topics-found-no-history = None found in the history are among them.
requests-topics-found-cut = The latest 20,000 were counted.
requests-topics-found-none-title = No topic comes back yet
requests-topics-found-none-text = One appears here once the same thing was asked about at least { $n } times.
requests-topics-found-uncounted-title = Not counted yet
requests-topics-found-uncounted-text = Topics are counted every night. You can have them counted now: it takes a few seconds.
requests-topics-found-recount = Count again
requests-topics-found-ordered = They are being counted. Load the page again in a few seconds.
requests-topics-found-put-off = Put off for 90 days. The topic stays on the page “What people ask about”.
requests-topics-found-later = Not now
requests-topics-found-worth-title = Worth opening
requests-topics-found-why = Why
requests-topics-found-leaders = Who could lead it
requests-topics-found-no-leader = Who could lead it does not show yet: no free member answered twice and had their help confirmed.
requests-topics-found-lately = { $n ->
    [one] { $n } request in 90 days
   *[other] { $n } requests in 90 days
}
requests-topics-found-earlier = { $n } in the 90 days before
requests-topics-found-late-of = nobody answered within a day: { $n } of { $all }
requests-topics-found-people = { $n ->
    [one] { $n } member answered
   *[other] { $n } members answered
}
requests-topics-found-could-lead = { $name } could lead it
requests-topics-found-answered-of = answered { $n } of { $all } requests
requests-topics-found-helped = { $n ->
    [one] help confirmed once
   *[other] help confirmed { $n } times
}
requests-topics-found-helped-short = { $n ->
    [one] help confirmed once
   *[other] help confirmed { $n } times
}
requests-topics-found-free = leads no other direction, not on holiday
requests-topics-found-of = { $n } of { $all }
requests-topics-found-all = All topics
requests-topics-found-all-note = one request may be in several
requests-topics-found-topic = Topic
requests-topics-found-head-lately = In 90 days
requests-topics-found-head-earlier = In the 90 before
requests-topics-found-head-in-time = Answered in a day
requests-topics-found-head-late = No answer in a day
requests-topics-found-head-answered = Answered
requests-topics-found-head-wait = Usual wait
requests-topics-found-head-who = Who answers
requests-topics-found-head-next = Direction
requests-topics-found-nobody-yet = nobody yet
requests-topics-found-worth = Worth opening.
requests-topics-found-covered = Already in the direction
requests-topics-found-few = Asked about too seldom.
requests-topics-found-unripe = Too early to say: few requests are a day old.
requests-topics-found-in-time = Answered in time.
requests-topics-found-nobody = Nobody to answer: look for people.
requests-topics-found-of-all = All requests of the topic
requests-topics-found-of-lately = In 90 days
requests-topics-found-of-earlier = In the 90 days before
requests-topics-found-of-answered = Answered, in 90 days
requests-topics-found-of-in-time = Answered within a day
requests-topics-found-of-late = Nobody answered within a day
requests-topics-found-of-found = Found in the history
requests-topics-found-of-by = Answered by { $name }
requests-topics-found-of-helped = Confirmed help of { $name }
requests-topics-found-first-after = first answer after { $wait }
requests-topics-found-unanswered = no answer
requests-topics-found-from-history = from the history
requests-topics-found-gone = This message is there no more
requests-topics-found-no-rows = There are no such requests.
requests-topics-found-figures = Figures
requests-topics-found-of-them-found = Of them in the history
requests-topics-found-figures-note = Waits and shares are of the last 90 days; who answers, of both stretches. Requests less than a day old and not answered yet are in no share.
requests-topics-found-words = By which words
requests-topics-found-inside = Within it:
requests-topics-found-rule-title = How this is counted
requests-topics-found-rule-topic = A topic is a tag, a word or a pair of words met in at least { $n } requests by no fewer than { $askers } people in half a year, and more often in requests than in other talk. Words with nearly the same requests are one topic.
requests-topics-found-rule-count = Each number leads to the requests it counts. Waits and shares are told of at least five cases.
requests-topics-found-rule-worth = A direction is worth opening when all of this holds:
requests-topics-found-rule-volume = { $n ->
    [one] it was asked about at least once in 90 days;
   *[other] it was asked about at least { $n } times in 90 days;
}
requests-topics-found-rule-open = there is no such direction yet;
requests-topics-found-rule-slow = { $n ->
    [one] nobody answered any request within a day;
   *[other] at least one request of { $n } had no answer within a day;
}
requests-topics-found-rule-people = { $n ->
    [one] there is somebody to answer: at least { $n } member has answered before.
   *[other] there is somebody to answer: at least { $n } members have answered before.
}
requests-topics-found-rule-leader = { $n ->
    [one] Proposed as leader is whoever answered at least once, whose help was confirmed, who is not on holiday and leads no other direction. You and they decide.
   *[other] Proposed as leader is whoever answered at least { $n } times, whose help was confirmed, who is not on holiday and leads no other direction. You and they decide.
}
requests-topics-found-rule-source = Counted are requests that everybody sees. Those for chosen people are not among them. Those found in a history are, if the owner accepted them.
requests-topics-found-desk-queue = Directions
requests-topics-found-desk-title = “{ $name }” is worth a direction
requests-promises-found = { $n ->
    [one] Among them is { $n } found in the history, as the owner accepted. It is in no outcome and no escalation.
   *[other] Among them are { $n } found in the history, as the owner accepted. They are in no outcome and no escalation.
}
