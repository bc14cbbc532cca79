requests-title = Requests

# Asking: the form, drafts, files, lists, topics, settings
requests-lead = Who is asking for what, and what came of it. You can help with advice, with your time, or with the name of the right person.
requests-new = Ask for help
requests-new-title = New request
requests-draft-title = Draft request
requests-new-lead = Say what you need. We’ll ask the people most likely to help and tell each of them why we chose them.
requests-part-need = What you need
requests-field-title = What you need, in one sentence
requests-field-title-hint = Up to 140 characters: “Looking for a family therapist in Leeds for a couple after a divorce”.
requests-field-details = Details
requests-field-details-hint = What you have tried, what the constraints are, what kind of answer would help. You can use **bold**, - lists and links: it is Markdown. Up to 8,000 characters.
requests-field-kind = What kind of help you need
requests-kind-any = Any
requests-kind-solution = A solution
requests-kind-solution-note = Someone knows how to do it.
requests-kind-recommendation = A person
requests-kind-recommendation-note = Someone others will vouch for.
requests-kind-contact = A contact
requests-kind-contact-note = A way to reach a company or a person.
requests-kind-opinion = An opinion
requests-kind-opinion-note = A fresh pair of eyes, experience, a review.
requests-kind-partner = A partner
requests-kind-partner-note = Someone to do it with you.
requests-field-topic = Direction
requests-topic-none = No direction
requests-topic-any = Any
requests-field-city = City
requests-field-deadline = Needed by
requests-field-tags = Tags
requests-field-tag = Tag { $n }
requests-field-tags-hint = Up to eight words by which people will find the request. Optional.
requests-field-wanted = Who you want to reach
requests-field-wanted-hint = Companies or people, one per line. Optional.
requests-field-sight = Who may see it
requests-sight-community = The whole community
requests-sight-community-note = All members see it, and anyone can answer.
requests-sight-chosen = Only people I choose
requests-sight-chosen-note = Nobody else will know about it, not even administrators.
requests-sight-people = { $n ->
    [0] nobody is chosen yet
    [one] seen by { $n } person
   *[other] seen by { $n } people
}
requests-field-find = A member’s name
requests-field-find-hint = The beginning of a first or last name. What you wrote above is kept as a draft.
requests-people-found = Tick the people who may see the request
requests-people-nobody = There is no member called “{ $name }”. Check how it is spelt.
requests-act-find = Find
requests-act-ask = Ask
requests-act-preview = See how it looks
requests-act-save = Save draft
requests-act-files = Add or remove files
requests-asked = Your request has been sent. We are asking people who can help.

# What is wrong with a form
requests-fault-title-empty = Say in one sentence what you need.
requests-fault-title-long = The first sentence is longer than 140 characters. Keep the main point and move the rest to the details.
requests-fault-details-long = The details are longer than 8,000 characters. Shorten them or attach them as a file: your text is still here.
requests-fault-city-long = The city is longer than 80 characters.
requests-fault-wanted-long = The list of who you want to reach is longer than 1,000 characters.
requests-fault-tag-long = A tag is longer than 40 characters. A tag is a word or two.
requests-fault-tags-many = There are more than eight tags. Keep the most precise ones.
requests-fault-deadline = This is not a date. Write it like 2026-11-30, or leave the field empty.
requests-fault-deadline-past = That day has passed. Choose another, or leave the field empty.
requests-fault-deadline-far = That is more than a year away. Choose an earlier day, or leave the field empty.
requests-fault-people-none = You wanted to show the request to chosen people, but nobody is chosen. Find them by name, or show it to everyone.
requests-fault-people-many = More than 20 people are chosen. It is better to ask the whole community.
requests-fault-kind = There is no such kind of help. Choose one of these.
requests-fault-sight = Choose who may see the request.
requests-fault-topic = That direction no longer exists. Choose another.
requests-fault-many-today = You have asked five requests in a day. Your text is kept as a draft; send it tomorrow.
requests-fault-many-week = You have asked fifteen requests in a week. Your text is kept as a draft; send it later.
requests-fault-often = You are asking too often. Your text is still here; send it in a minute.
requests-draft-asked = This request has already been sent; the draft is gone.

# Drafts
requests-drafts-title = Drafts
requests-drafts-lead = Requests you have started. Only you can see them.
requests-draft-kept = The draft is saved.
requests-draft-kept-untitled = The draft is saved, though the main sentence is still missing.
requests-drafts-many = You already have 50 drafts. Delete some to make room.
requests-untitled = Untitled
requests-draft-delete = Delete draft
requests-draft-stay = Keep it
requests-draft-deletion-title = Delete the draft?
requests-draft-deletion-lead = Its text and files will be deleted and cannot be recovered.
requests-draft-deleted = The draft is deleted.
requests-none-drafts-title = No drafts
requests-none-drafts-text = If you start a request and do not finish it, it will be waiting for you here.
requests-preview-title = How others will see it
requests-preview-back = Back to editing

# Like requests
requests-similar-title = Similar requests
requests-similar-lead = Something like this has been asked before:
requests-similar-label = What the request is about
requests-similar-example = For example: accountant for a charity
requests-similar-none-title = Nobody has asked this before
requests-similar-none-text = There are no similar requests that you can see. Be the first to ask.
requests-solved = solved
requests-from-chat = from the chat
requests-open = waiting for help

# Files
requests-files-title = Files
requests-files-lead = Whatever it takes to understand the request: a contract, a screenshot, an estimate. Whoever can see the request can see the files.
requests-files-hint = { $n ->
    [one] Up to { $n } file of 10 MB.
   *[other] Up to { $n } files of 10 MB each.
}
requests-files-field = Files from your device
requests-files-field-hint = Up to five files, 10 MB each.
requests-files-act = Add
requests-files-kept = The files have been added.
requests-files-full = Five files are attached; there is no room for more.
requests-file-size = { $n } KB
requests-file-remove = Remove
requests-file-removed = The file has been removed.
requests-files-many = There can be at most five files. Remove some, or combine them into one archive.
requests-fault-files-none = Choose at least one file.
requests-fault-files-empty = One of the files is empty: there is nothing in it. Choose another.
requests-fault-files-large = A file is larger than 10 MB. Compress it, or put a link to it in the text.
requests-fault-files-broken = The connection was lost and the files did not arrive. Try again: the draft is safe.

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
requests-wordless = A request with no text
requests-former = a former member
requests-answers = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
requests-waits = waiting for an answer
requests-until = by { $day }
requests-late = was due by { $day }
requests-chosen-only = chosen people only
requests-outcome-solved = solved
requests-outcome-unsolved = not solved
requests-outcome-withdrawn = withdrawn
requests-none-open-title = There are no open requests
requests-none-open-text = Nobody is waiting for help right now. If you need something for your work, ask: people answer here.
requests-none-invited-title = You have not been asked yet
requests-none-invited-text = When your help in particular is needed, the request will appear here and on Today.
requests-none-mine-title = You have not asked for anything yet
requests-none-mine-text = A request is one sentence about what you need. We do the rest.
requests-none-closed-title = There are no closed requests yet
requests-none-closed-text = What came of requests will be kept here: who helped, and how.
requests-search = Find a request
requests-search-example = What was asked, in any word form
requests-search-found = Requests found
requests-search-note = Closest matches first, thirty at most. To find messages in chats, use the general search.
requests-search-none-title = Nobody has asked about this yet
requests-search-none-text = Try other words, or ask: your request will reach those most likely to help.
requests-none-found-title = No requests match
requests-none-found-text = Remove one of the filters: the kind of help, the direction, the tag or the city.

# Topics
requests-topics-title = Directions
requests-topics-lead = What requests are about. If nobody takes up a request, whoever leads its direction is asked.
requests-topics-open = Open directions
requests-topics-retired = Closed directions
requests-topic-led = led by
requests-topic-unled = nobody leads it yet
requests-topic-retired = closed to new requests
requests-topic-new = Open a direction
requests-topic-new-act = Open
requests-topic-name = Name
requests-topic-name-hint = Up to 60 characters, for example “Family therapy”.
requests-topic-opened = The direction is open. Now choose who leads it.
requests-topic-opened-led = The direction is open and has a leader. New requests like this will find it.
requests-topic-tags = Words it is recognised by
requests-topic-tags-label = Words and tags
requests-topic-tags-hint = Up to eight, separated by commas. When somebody asks about them, we suggest this direction.
requests-topic-tags-act = Save the words
requests-topic-leader-none = Nobody yet
requests-topic-leader-agreed = They know about it and agree to lead
requests-fault-topic-agreed = First ask whether they agree, or choose “Nobody yet”.
requests-topic-suggested = This looks like the direction “{ $name }”.
requests-topic-suggested-act = Ask there
requests-audit-topic-tagged = Words were set for a direction
requests-topic-changed = Saved.
requests-topic-edit = Edit
requests-topic-edit-title = Edit direction
requests-topic-rename-act = Rename
requests-topic-leader = Leader
requests-topic-leader-lead = We turn to them when nobody we asked has taken up a request in time.
requests-topic-leader-choose = Who will lead it
requests-topic-lead-act = Make them the leader
requests-topic-release-act = No longer leads
requests-topic-retire = Close the direction
requests-topic-retire-lead = There will be no new requests in it. Existing ones stay where they are.
requests-topic-retire-act = Close
requests-topic-restore = Reopen
requests-topic-restore-lead = It can be chosen for requests again.
requests-topic-restore-act = Reopen
requests-topics-many = There are already a hundred directions. Rename one of the closed ones.
requests-fault-topic-empty = Give the direction a name.
requests-fault-topic-long = The name is longer than 60 characters.
requests-fault-topic-taken = There is already a direction with this name.
requests-fault-leader = This person is not a member. Choose someone else.
requests-none-topics-title = There are no directions yet
requests-none-topics-text = An administrator will open them once it is clear what people ask about most.
requests-none-topics-text-staff = Open the first one: it makes requests easier to find, and whoever leads it is the last person we ask.
requests-none-topic-title = Nothing has been asked in this direction yet
requests-none-topic-text = There are no requests here that you can see.

# Settings
requests-settings-title = How we ask for help
requests-settings-lead = How many people to ask for help at once, and how long to wait before asking the next.
requests-settings-rule = Whoever there is to ask, even one person, we wait all these hours; then we ask the next, after them whoever leads the direction, and only then the request comes to the Desk, or at once if there is nobody to ask.
requests-settings-asked = How many people to ask at once
requests-settings-asked-hint = From 1 to 20. The more people, the sooner an answer comes, and the more often each is disturbed.
requests-settings-hours = How many hours to wait for an answer
requests-settings-hours-hint = From 1 to 336 hours, which is up to two weeks.
requests-settings-act = Save
requests-settings-kept = Saved. New requests will follow these rules.
requests-fault-asked = Enter a number from 1 to 20.
requests-fault-hours = Enter a number from 1 to 336.

# The audit
requests-audit-topic-opened = A direction of requests was opened
requests-audit-topic-renamed = A direction of requests was renamed
requests-audit-topic-retired = A direction of requests was closed
requests-audit-topic-restored = A direction of requests was opened again
requests-audit-leader-named = A direction was given a leader
requests-audit-leader-released = A direction was left without a leader
requests-audit-settings-changed = How people are asked for help was changed

### Requests found in a history
requests-found-title = Requests in the history
requests-found-lead = Messages in which people asked for help, recognised by their wording. Artel learns from them who helps with what.
requests-found-lead-apart = They do not count in any figures until the owner has accepted them.
requests-found-none = No requests were found
requests-found-none-note = They appear after a conversation history is imported.
requests-found-sample = Judge a sample
requests-found-judged = { $n } of the required { $all } judged
requests-found-sample-note = These are messages picked at random from those found. Say whether the person is asking for help, and you will see how far the findings can be trusted.
requests-found-nobody = a former member
requests-found-confidence = confidence { $share }
requests-found-yes = Asking for help
requests-found-no = Not asking
requests-found-about = About what was found
requests-found-counts = Found
requests-found-count-requests = Requests
requests-found-count-answered = Answered
requests-found-count-helps = Answers that helped
requests-found-more = more than { $n }
requests-found-precision = Precision on the sample
requests-found-precision-note = Precision is the share of those found that really are requests. The range in brackets contains it with a probability of 95%. An answer counts as helpful if the asker said thank you or somebody reacted with approval.
requests-found-hashtags = Hashtags
requests-found-hashtags-label = Which hashtags mark a request
requests-found-hashtags-keep = Save
requests-found-fault-many = No more than twenty hashtags.
requests-found-fault-hashtag = A hashtag consists of letters, digits and underscores, at most 40 of them.
requests-found-named = The hashtags have been saved.
requests-found-decided = Your decision has been recorded.
requests-found-sample-small = Judge the sample first: a handful of messages says too little.
requests-found-accept-title = In figures
requests-found-accepted = Accepted on { $date }: they stand beside real requests in figures.
requests-found-apart = Count them separately again
requests-found-accept-by-owner = The owner decides, once at least { $n } messages in the sample have been judged. It can be undone.
requests-found-accept-later = You can decide once at least { $n } messages in the sample have been judged.
requests-found-accept-note = If the precision satisfies you, found requests join the figures: those of topics, and the promises on the Desk. The decision can be undone.
requests-found-accept = Accept into figures
requests-found-all-title = Everything found
requests-found-all-lead = Newest first. Each one links to the conversation it came from.
requests-found-no-words = No text
requests-found-unanswered = Unanswered
requests-found-answers = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
requests-found-helps = { $n ->
    [one] { $n } helped
   *[other] { $n } helped
}
requests-audit-found-hashtags = Hashtags that mark requests were set
requests-audit-found-accepted = Found requests were included in the figures
requests-audit-found-set-apart = Found requests were taken out of the figures

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
requests-because-alike-you = { $when } you answered something similar: “{ $what }”
requests-because-alike-them = { $when } they answered something similar: “{ $what }”
requests-because-helped-with-you = { $when } you helped with something similar: “{ $what }”
requests-because-helped-with-them = { $when } they helped with something similar: “{ $what }”
requests-because-offer-you = Your profile mentions this: { $words }
requests-because-offer-them = Their profile mentions this: { $words }
requests-because-speaks-you = You said you speak this language: { $language }
requests-because-speaks-them = They said they speak this language: { $language }
requests-because-lives-you = You said you live where this is needed: { $city }
requests-because-lives-them = They said they live where this is needed: { $city }
requests-because-knows-you = You said you know people where a contact is sought, or work there: { $name }
requests-because-knows-them = They said they know people where a contact is sought, or work there: { $name }
requests-because-tag-you = You often answer questions with the tag “{ $tag }”: { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
requests-because-tag-them = Often answers questions with the tag “{ $tag }”: { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
requests-because-tag-some-you = You have answered questions with the tag “{ $tag }”: { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
requests-because-tag-some-them = Has answered questions with the tag “{ $tag }”: { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
requests-because-helped-you = You have answered this person before
requests-because-helped-them = Has answered the person asking before
requests-because-was-helped-you = The person asking has answered you before
requests-because-helped-asker = Has answered you before
requests-because-was-helped-asker = You have answered them before
requests-because-was-helped-them = Was answered by the person asking before
requests-because-answers-you = You often answer others
requests-because-answers-them = Often answers others
requests-because-answers-some-you = You have answered others
requests-because-answers-some-them = Has answered others
requests-because-wider-you = Little is known here yet of who is good at this, so you are asked too
requests-because-wider-them = Little is known here yet of who is good at this, so more people are asked
requests-because-around-you = You have been here recently
requests-because-around-them = Has been here recently
requests-because-leader-you = You lead this direction
requests-because-leader-them = Leads this direction
requests-because-passed-you = { $name } named you as someone who can help
requests-because-passed-them = Named by { $name }
requests-because-chosen-you = { $name } asked you personally
requests-because-chosen-them = Asked personally by { $name }
requests-invitation-title = Your help is asked for
requests-invitation-title-said = What you said
requests-invitation-why = Why you were asked
requests-invitation-waiting = Saying yes commits you to nothing: the two of you will agree on what to do. Nobody keeps track of refusals.
requests-invitation-took = You said you would help. Your answer is awaited below.
requests-invitation-answered = You have answered. Thank you!
requests-invitation-declined = You are not taking this request. You can change your mind while it is open.
requests-invitation-passed = You named somebody who can help. You can answer as well.
requests-invitation-lapsed = The request was closed before you answered.
requests-invitation-take = I can help
requests-invitation-pass = I know who can
requests-invitation-decline = Not now
requests-invitation-no-topic = This request belongs to no direction, so there is nothing to opt out of. How often you are asked is up to you:
requests-invitation-mute = Don’t ask me about this direction
requests-invitation-muted = You asked not to hear of this direction any more. You can change that here:
requests-invitation-took-done = You said you would help. Write your answer.
requests-invitation-declined-done = All right, not now.
requests-invitation-passed-done = Thank you. If they take requests at the moment, they will get this one and hear that you named them.
requests-invitation-closed = The request is already closed: help is no longer needed.
requests-invitation-answered-already = You have already answered this request.
requests-pass-title = Who can help?
requests-pass-lead = If they take requests at the moment, we will ask them and say who named them.
requests-pass-name = A member’s name
requests-pass-name-hint = The first letters of the first or last name.
requests-pass-find = Find
requests-pass-found = Who to ask
requests-pass-nobody = Nobody else has that name. Try the first letters of the first or last name.
requests-pass-act = Ask
requests-pass-chosen = Only chosen people see this request. Tell the person who asked who else to ask.
requests-pass-self = That is you. If you can help yourself, write an answer.
requests-pass-helps = This person has answered or promised to help already. Name somebody else.
requests-pass-asker = That is the person who asked.
requests-pass-once = You have already named somebody.
requests-pass-unknown = They are no longer a member. Name somebody else.
requests-opening-closed = The request is closed. Reopen it first, then show it to everyone.
requests-opening-said = Somebody has already answered for the chosen people only. To ask everyone, send a new request.
requests-opened-to-all = Every member can see the request now.
requests-limits-title = How often I may be asked
requests-limits-lead = You are asked to help no more often than you allow. Nobody keeps track of refusals.
requests-limits-note = How often to ask you for help, quiet hours, holidays, and the directions you muted.
requests-limits-week = { $n ->
    [0] You have not been asked in the last seven days.
    [one] You have been asked { $n } time in the last seven days.
   *[other] You have been asked { $n } times in the last seven days.
}
requests-limits-per-week = Requests a week, at most
requests-limits-per-week-hint = From 0 to 20. With 0, only people who choose you personally can ask.
requests-limits-quiet = Quiet hours
requests-limits-quiet-hint = Letters about requests wait until they end.
requests-limits-from = From
requests-limits-until = Until
requests-limits-no-hour = not set
requests-limits-holiday = Holiday
requests-limits-holiday-hint = You will not be asked on these days.
requests-limits-first-day = First day
requests-limits-last-day = Last day
requests-limits-act = Save
requests-limits-kept = Saved.
requests-limits-muted = Directions you are not asked about
requests-limits-muted-none = None. You can mute one on the page of a request.
requests-limits-unmute = Ask me again
requests-topic-muted = You will not be asked about this direction any more.
requests-topic-unmuted = You will be asked about this direction again.
requests-fault-per-week = Enter a number from 0 to 20.
requests-fault-quiet = Enter two different hours, or leave both empty.
requests-fault-holiday = Enter the first and the last day in order, or leave both empty.
requests-fault-holiday-far = That is more than two years away. Choose an earlier day, or leave the holiday empty.

# The page of a request, answers, introductions, outcomes, deals, thanks, pledges
requests-seen-all = seen by the whole community
requests-steps = How far it has got
requests-step-asked = Asked
requests-step-looking = Looking for people
requests-step-none = Nobody to ask
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
    [0] No answers
    [one] { $n } answer
   *[other] { $n } answers
}
requests-step-outcome = Outcome
requests-wanted = Who they want to reach
requests-aside = About the request
requests-facts = Facts
requests-fact-kind = Kind of help
requests-fact-topic = Direction
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
    [one] { $n } more person was asked
   *[other] { $n } more people were asked
}
requests-asked-silent = Those who take it up or answer will be named here.
requests-asked-took = will help
requests-asked-answered = has answered
requests-asked-chosen = your choice
requests-asked-you = you · { $state }
requests-at-desk-nobody = There’s nobody to ask right now: of those who can still be asked this week, nobody’s profile or past answers come close enough. The administrators are looking after this request now, and anyone can answer.
requests-at-desk = Nobody took it up, so the administrators are looking after this request now. Anyone can still answer.
requests-opening-act = Show it to all members
requests-back = Back to the request
requests-cancel = Never mind
requests-pager-start = To the first answers
requests-pager-on = More answers
requests-answers-title = Answers
requests-answers-none = Nobody has answered yet. A short answer is better than none.
requests-answers-never = Nobody answered.
requests-answer-solution = Solution
requests-answer-recommendation = Recommendation
requests-answer-contact = Contact
requests-answer-comment = Comment
requests-answer-helped = this helped
requests-answer-private = Only the person who asked can see this contact.
requests-answer-gone-author = The author deleted these words.
requests-answer-gone-moderator = A moderator removed these words.
requests-answer-gone-erased = These words were removed at their author’s request.
requests-answer-folded = Folded away: a side conversation
requests-answer-notice = Your answer has been sent. Thank you!
requests-answer-notice-comment = Your comment has been added.
requests-answer-asker-gone = Its author has left the community, and the request waits for no answers any more. Your text is still here: copy it if it is still needed.
requests-answer-closed = The request is closed and no longer takes answers. Your text is still here: copy it to pass it on in person.
requests-answer-fault-kind = There is no such kind of answer. Choose one above; your text is still here.
requests-answer-fault-own = On your own request you can only comment.
requests-answer-fault-person = Name the member you recommend.
requests-answer-fault-oneself = No need to recommend yourself: offer a solution instead.
requests-answer-fault-asker = This is the person who asked. Name somebody else.
requests-answer-fault-nobody = Only a recommendation names a person.
requests-answer-fault-unknown = This person is not a member.
requests-answer-fault-recommended = This person has already been recommended here.
requests-answer-fault-name = There is no member with this name. Check the spelling.
requests-answer-fault-which = Choose who you mean.
requests-answer-fault-often = You are answering too often. Your text is still here: send it in a minute.
requests-text-fault-empty = The answer is empty.
requests-text-fault-long = The text is longer than 8,000 characters. Shorten it: it is still here.
requests-composer-title = Your answer
requests-composer-title-own = Add to the request
requests-composer-kinds = Kind of answer
requests-composer-own = Your comment
requests-composer-hint-own = Everyone who can see the request will see it. You can use **bold** and links.
requests-composer-solution = What will help
requests-composer-hint-solution = Everyone who can see the request will see it. You can use **bold** and links.
requests-composer-act-solution = Answer
requests-composer-recommendation = Why this person
requests-composer-hint-recommendation = We will offer to introduce them. Contacts are shown only once both have accepted.
requests-composer-act-recommendation = Recommend
requests-composer-contact = Who it is and how to reach them
requests-composer-hint-contact = Only the person who asked will see it. Share a contact only with its owner’s consent.
requests-composer-act-contact = Share the contact
requests-composer-comment = Your comment
requests-composer-hint-comment = A question or a word of support. It does not count as an answer.
requests-composer-act-comment = Add
requests-composer-person = Name of the member
requests-composer-person-hint = First name, last name or a part of them; Latin letters will do.
requests-composer-which = Who do you mean?
requests-composer-since = here since { $day }
requests-folding-act = Fold away
requests-folding-notice = The comment is folded away. Its words are kept and can be unfolded at any time.
requests-folding-comments = Only comments can be folded away.
requests-unfolding-act = Unfold
requests-unfolding-notice = The comment is shown in full again.
requests-deletion-title = Delete these words?
requests-deletion-lead-own = Your words will be deleted and cannot be recovered. A line will remain to say that they were here.
requests-deletion-lead-other = The words will be deleted and cannot be recovered. Author: { $name }.
requests-deletion-act = Delete
requests-deletion-notice = The words have been deleted.
requests-deletion-done = These words have already been deleted.
requests-introduction-title = Introduction
requests-introduction-by = Recommended by { $name }
requests-introduction-decide = Decide on the introduction
requests-introduction-open = About the introduction
requests-introduction-waits = An introduction has been offered.
requests-introduction-waits-you = You can be introduced. It is up to both of you.
requests-introduction-waits-other = You have accepted. The other person has yet to.
requests-introduction-met-line = They have been introduced.
requests-introduction-declined-line = The introduction did not happen.
requests-introduction-decide-lead = You could be introduced to { $name }.
requests-introduction-waits-lead = You have accepted. Once { $name } does too, your contacts will be shown here.
requests-introduction-met-lead = You and { $name } have both accepted. Contacts are open: write without waiting for a letter.
requests-introduction-declined-lead = The introduction to { $name } did not happen. That is fine, and nobody asks why.
requests-introduction-shows = Once both have accepted, each sees the other’s e-mail, Telegram and phone: the e-mail you sign in with, the others if they are in your profile.
requests-introduction-shows-chosen = Only chosen people see the request. By accepting you show it to this person too.
requests-introduction-accept = Introduce us
requests-introduction-decline = Not now
requests-introduction-free = You can decline without giving a reason. Nobody is told who declined.
requests-introduction-declined = This introduction is no longer possible.
requests-introduction-gone = This person has left the community, and the introduction will not come about.
requests-introduction-closed = The request is closed, and the introduction with it.
requests-introduction-met = You have already been introduced.
requests-introduction-notice-accepted = Your agreement has been recorded.
requests-introduction-notice-met = You have both agreed: contacts are open.
requests-introduction-notice-declined = All right, not now.
requests-introduction-contacts = Contacts
requests-introduction-contacts-note = Only you can see them. Only this person can see yours.
requests-introduction-email = E-mail
requests-introduction-telegram = Telegram
requests-introduction-phone = Phone
requests-closure-offer = How it will end
requests-closure-offer-text = Mark the outcome once you know what came of it. It goes into the book of deeds: who helped and how. Help is seen only once it is confirmed.
requests-closure-act = Record the outcome
requests-closure-withdraw = Withdraw the request
requests-closure-title = What came of it
requests-closure-lead = Say how the request ended and who helped. You have 30 days to change your mind.
requests-closure-outcome = Outcome
requests-closure-solved = Solved
requests-closure-solved-note = You found what you needed, with help or without.
requests-closure-unsolved = Not solved
requests-closure-unsolved-note = It did not work out. Say why: it will help next time.
requests-closure-withdrawn = Withdrawn
requests-closure-withdrawn-note = It is no longer needed. Introductions that have not happened yet are cancelled.
requests-closure-note = How it was solved, or why not
requests-closure-note-hint = Everyone who can see the request will see it. Up to 4,000 characters.
requests-closure-helpers = Who helped
requests-closure-helpers-text = For a solved request only. Mark everybody whose help was real: it stays to their credit.
requests-closure-words = Thanks and a deal
requests-closure-thanks = Thanks in your own words
requests-closure-shown = These words may be shown on their profile if they agree
requests-closure-amount = Amount of the deal, { $currency }
requests-closure-amount-hint = If there was a deal. Only the two of you see the amount; it counts in the total once it is confirmed.
requests-closure-other = Somebody else helped
requests-closure-other-hint = First name, last name or a part of them: a member who did not answer here.
requests-closure-other-hint-chosen = First name, last name or a part of them: somebody who sees this request.
requests-closure-notice = The outcome has been recorded. Thank you for telling us.
requests-closure-done = This request is already closed.
requests-closure-fault-outcome = Choose how the request ended.
requests-closure-fault-why = Say why it did not work out, in at least a sentence.
requests-closure-fault-note = The text is longer than 4,000 characters. Shorten it: it is still here.
requests-closure-fault-thanks = The thanks are longer than 600 characters. Shorten them: they are still here.
requests-closure-fault-oneself = You don’t need to mark yourself.
requests-closure-fault-many = Mark at most ten people, each of them once.
requests-closure-fault-unknown = Someone you marked is not a member here.
requests-closure-fault-chosen = Only chosen people see the request. You can mark only them.
requests-closure-fault-helpers = Something about one of the helpers needs correcting.
requests-closure-fault-unmarked = There are words or an amount here: mark that this person helped, or erase them.
requests-closure-fault-unnamed = There are words or an amount here: say who helped, or erase them.
requests-closure-fault-words = Only a solved request has thanks and a deal: choose “Solved” or erase them below.
requests-amount-fault-form = It is not clear what amount this is. Write it like this: 4900, 4,900 or 4900.50.
requests-amount-fault-part = This currency has no fractions. Write it like this: 4900.
requests-amount-fault-large = The amount is too large.
requests-amount-fault-nothing = The amount must be more than zero. If there was no deal, leave the field empty.
requests-reopening-act = Reopen
requests-reopening-notice = The request is open again for everyone who saw it before.
requests-reopening-notice-helped = The request is open again. The outcome was undone, and with it the help you confirmed.
requests-reopening-late = More than 30 days have passed since it was closed. Send a new request.
requests-reopening-deal = You have both confirmed a deal, so the outcome cannot be undone. Its amount can be corrected; for anything new, send a new request.
requests-outcome = Outcome
requests-outcome-asker-gone = Its author has left the community, so the request is withdrawn. Thanks to everybody who wanted to help.
requests-outcome-alone = Found without anybody’s help.
requests-outcome-helpers = { $n ->
    [one] { $n } person’s help is confirmed
   *[other] The help of { $n } people is confirmed
}
requests-thanks-shown = shown on the profile
requests-thanks-show = Show on my profile
requests-thanks-hide = Don’t show on my profile
requests-thanks-show-theirs = Show on their profile
requests-thanks-hide-theirs = Don’t show on their profile
requests-thanks-asker-would-not = The person who asked said these words to you alone.
requests-thanks-helper-decides = Shown on the profile if the person agrees.
requests-thanks-notice-shown = You agree to show these words on the profile.
requests-thanks-notice-hidden = These words are not shown on the profile.
requests-thanks-title = Thanks
requests-thanks-lead = Say in your own words how this person helped. The two of you see it; it stands on the profile if both agree.
requests-thanks-hint = Up to 600 characters. New words are not shown on the profile until the person agrees to them too.
requests-thanks-add = Add thanks
requests-thanks-change = Change the thanks
requests-thanks-act = Save
requests-thanks-notice-said = Saved.
requests-deal-title = Deal
requests-deal-lead = Only the two of you see the amount. It counts in the community’s total once whoever helped confirms it.
requests-deal-hint = How much was paid, or was agreed to be paid.
requests-deal-act = Record the deal
requests-deal-correct-act = Record the new amount
requests-deal-of = Deal: { $amount }
requests-deal-corrected = Corrected to { $amount }
requests-deal-private = only the two of you see this
requests-deal-stated = awaiting confirmation
requests-deal-nobody = nobody is left to confirm it: the person is no longer here
requests-deal-gone = Whoever helped is no longer here: nobody could confirm a new amount. You may say that there was no deal.
requests-deal-confirmed = confirmed
requests-deal-disputed = the other side disagrees
requests-deal-confirm = Yes, that’s right
requests-deal-dispute = That’s not right
requests-deal-add = Add a deal
requests-deal-correct = Correct the amount
requests-deal-replaced = The amount has been corrected in the meantime. Look at the new one.
requests-deal-fault-often = This deal was already corrected five times in a day. It can be corrected again tomorrow.
requests-deal-disputed-already = You said that this is not so. You can confirm the amount once the person who asked corrects it.
requests-deal-confirmed-stays = You confirmed this deal. If the amount is wrong, the person who asked can correct it.
requests-deal-confirmed-already = Both of you have confirmed the deal. Only its amount can be corrected.
requests-deal-none-act = There was no deal
requests-deal-notice-none = Recorded: there was no deal.
requests-deal-notice-stated = The deal has been recorded and awaits confirmation.
requests-deal-notice-confirmed = The deal has been confirmed.
requests-deal-notice-disputed = It is noted that this is not so. Whoever asked can correct the amount.
requests-pledge-title = My pledge
requests-pledge-lead = How many times you are ready to help this year. It is a promise to yourself: there are no points and no rankings.
requests-pledge-note = How many times you are ready to help this year, and who you have helped.
requests-pledge-mine = { $n ->
    [one] I will help { $n } time in { $year }
   *[other] I will help { $n } times in { $year }
}
requests-pledge-done = { $n ->
    [0] none of { $times } yet
    [one] { $n } of { $times }: the help is confirmed
   *[other] { $n } of { $times }: the help is confirmed
}
requests-pledge-done-more = { $n ->
    [one] { $n } time: the help is confirmed. Pledged: { $times }
   *[other] { $n } times: the help is confirmed. Pledged: { $times }
}
requests-pledge-left = { $n ->
    [one] { $n } time to go.
   *[other] { $n } times to go.
}
requests-pledge-kept = You have kept your pledge.
requests-pledge-times = How many times to help in { $year }
requests-pledge-hint = From 1 to 50. Help counts once the person who received it confirms it.
requests-pledge-act = Pledge
requests-pledge-change = Change
requests-pledge-notice = { $n ->
    [one] Noted: { $n } time this year.
   *[other] Noted: { $n } times this year.
}
requests-pledge-fault-times = Enter a number from 1 to 50.
requests-pledge-helps = Who you helped in { $year }
requests-pledge-none = Nobody yet. Requests waiting for your answer are on Today.

# Letters, reports, the Desk, and the parts of Today
requests-notices-title = Letters about requests
requests-notices-lead = What to e-mail you about. All of it is on Today anyway.
requests-notices-note = Which letters to get, and which to stop.
requests-notices-kinds = What to be told about
requests-notices-keep = Save
requests-notices-kept = Saved. We’ll write to you about these only.
requests-notices-quiet = We send nothing during your quiet hours: letters wait until they end.
requests-notices-limits = Quiet hours, and how often to be asked
requests-notice-invited = Requests for help
requests-notice-invited-note = When you could help, and why.
requests-notice-answered = Answers to your requests
requests-notice-answered-note = A solution, a recommendation or a contact.
requests-notice-course = What happens to your requests
requests-notice-course-note = The administrators are looking after a request, or one of them has closed it.
requests-notice-introduced = Introductions
requests-notice-introduced-note = You are recommended to each other, and your word is needed.
requests-notice-reminded = Reminders
requests-notice-reminded-note = The deadline is near, or it is time to say how it ended.
requests-notice-helped = Your help
requests-notice-helped-note = Somebody said that you helped, or a request you answered is open again.
requests-notice-deal = Deals
requests-notice-deal-note = A deal needs confirming, or the other side does not agree with it.
requests-stop-title = Stop these letters?
requests-stop-text = You will get no more letters of this kind. The others will keep coming, and everything can be seen on the site.
requests-stop-act = Stop them
requests-stop-done-title = You won’t get these any more
requests-stop-done-text = Letters of this kind have been stopped. If you change your mind, turn them back on here.
requests-stop-resume = Turn them back on
requests-stop-all = All kinds of letters
requests-letter-because = Why you
requests-letter-stop = Stop letters of the kind “{ $kind }”
requests-letter-footer = A letter from the community “{ $community }”.
requests-letter-chosen = Only the people its author chose can see this request.
requests-letter-invited-subject = { $name }: your help is needed
requests-letter-invited = { $name } is asking for help, and you could give it.
requests-letter-invited-wider = { $name } is asking for help. You may know what to do, or whom to ask.
requests-letter-invited-act = Help, name somebody else or decline
requests-letter-invited-act-chosen = Help or decline
requests-letter-answered-subject = { $name } answered your request
requests-letter-answered-solution = { $name } has suggested a solution to your request.
requests-letter-answered-recommendation = { $name } recommends somebody to you: { $person }.
requests-letter-answered-contact = { $name } has shared a contact with you. It is on the page of the request.
requests-letter-answered-comment = { $name } has commented on your request.
requests-letter-answered-act = Open the request
requests-letter-answered-introduction = You can be introduced. Contacts are shown once both of you have accepted.
requests-letter-desk-subject = The administrators are looking after it now: { $title }
requests-letter-desk-nobody = There’s nobody to ask right now: of those who can still be asked this week, nobody’s profile or past answers come close enough. The administrators are looking after your request now. You don’t need to do anything.
requests-letter-desk = Nobody took up your request, so the administrators of the community are looking after it now. You don’t need to do anything.
requests-letter-desk-stale = Nothing has happened for a long time, so the administrators of the community are looking after your request now. If it is already settled, say how it ended.
requests-letter-closed-subject = An administrator closed your request: { $title }
requests-letter-closed = Your request was closed by an administrator: { $name }.
requests-letter-closed-again = If you still need it, you can reopen it within 30 days.
requests-letter-closed-act = Open the request
requests-letter-proposed-subject = An introduction: { $name }
requests-letter-proposed = { $by } thinks the two of you should meet: { $name }. Contacts are shown once you both agree.
requests-letter-proposed-act = Accept or decline
requests-letter-awaited-subject = { $name } agreed: now it is up to you
requests-letter-awaited = { $name } has agreed to the introduction that { $by } offered. Now it is up to you.
requests-letter-awaited-act = Accept or decline
requests-letter-met-subject = You have been introduced: { $name }
requests-letter-met = You have both agreed, and your contacts are open: { $name }.
requests-letter-met-act = See the contacts
requests-letter-reminded-1-subject = Due soon: { $title }
requests-letter-reminded-1 = The deadline of your request is near. If it is already solved, say so.
requests-letter-reminded-2-subject = The deadline has passed: { $title }
requests-letter-reminded-2 = The deadline of your request has passed. How did it end?
requests-letter-reminded-3-subject = How did it end? { $title }
requests-letter-reminded-3 = You got an answer, and it has been quiet since. Say how it ended: those who helped will see it.
requests-letter-reminded-4-subject = Somebody is waiting for you: { $title }
requests-letter-reminded-4 = You said you could help. There is no answer yet, and somebody is waiting for it.
requests-letter-reminded-5-subject = No answers yet: { $title }
requests-letter-reminded-5 = None of the people you chose has answered. You can show the request to the whole community.
requests-letter-reminded-6-subject = Still open: { $title }
requests-letter-reminded-6 = Your request is still open. If it is no longer needed, close it.
requests-letter-reminded-act = Open the request
requests-letter-reopened-subject = Open again: { $title }
requests-letter-reopened = { $name } has reopened a request that you answered: it was not solved after all.
requests-letter-reopened-helper = { $name } has reopened a request that you helped with: it was not solved after all. The confirmation of your help was undone together with the closure.
requests-letter-helped-subject = { $name } says that you helped
requests-letter-helped = { $name } confirms that you helped. Thank you.
requests-letter-helped-words = These words can stand on your profile if you both agree: you decide it on the request’s page.
requests-letter-helped-act = Open the request
requests-letter-helped-deal = A deal that came of your help has been recorded too. Only the two of you can see its amount: confirm it, or say that it is not right.
requests-letter-deal-subject = { $name } asks you to confirm a deal
requests-letter-deal = A deal came of your help. { $name } has stated the amount; only the two of you can see it. Confirm it, or say that it is not right.
requests-letter-deal-act = Look and confirm
requests-letter-deal-corrected = { $name } has corrected the amount of a confirmed deal. The earlier amount stands until you confirm the new one.
requests-letter-disputed-subject = A deal is disputed: { $title }
requests-letter-disputed = The other side disagrees with the deal: { $name }. Correct the amount, or say that there was no deal.
requests-letter-disputed-act = Correct the deal
requests-report-title = Report to the administrators
requests-report-request = Report this request to the administrators
requests-report-open = Report
requests-report-lead = They will read these words and decide what to do. Their author won’t find out who reported them.
requests-report-reason = What is wrong
requests-report-rude = Rudeness or bullying
requests-report-advert = Advertising
requests-report-private = Somebody’s private information
requests-report-harm = Untrue or dangerous advice
requests-report-other = Something else
requests-report-note = In your own words
requests-report-note-hint = Optional, up to 1,000 characters.
requests-report-shows = Show these words to the administrators
requests-report-shows-note = Only chosen people can see this request; administrators can’t. If you leave this unticked, they will see only what you write yourself.
requests-report-act = Report
requests-report-stay = Go back
requests-report-sent = The administrators will look into it. Thank you for telling us.
requests-report-settled = The report has been dealt with.
requests-report-shown-title = A report about a request for chosen people
requests-report-shown-lead = Only the chosen people can see the request itself. This is everything the administrators were shown.
requests-report-shown-words = The words reported
requests-report-shown-none = The words themselves were not shown. You can ask the person who made the report.
requests-report-fault-reason = Choose what is wrong.
requests-report-fault-note = The note is longer than 1,000 characters. Keep what matters most.
requests-report-no-answer = Only an answer can be folded or deleted. A request is closed by its author or by the Desk.
requests-report-own = These are your own words. You can delete them yourself, and close the request.
requests-report-contact-note = Only you can read this contact. If you report it, the administrators will read it too: otherwise they would have nothing to judge.
requests-settlement-kept = Nothing wrong
requests-settlement-folded = Fold away
requests-settlement-deleted = Delete the words
requests-desk-escalated = Nobody took up
requests-desk-reported = Reported
requests-desk-unanswered = Unanswered
requests-desk-stale = Stuck
requests-desk-because = { $queue }: what we know
requests-desk-waits-title = { $name }: a request without an answer for { $wait }
requests-desk-late-title = { $name }: past the deadline, no outcome
requests-desk-silent-title = { $name }: answered, no outcome
requests-desk-late = the deadline was { $day }
requests-desk-silent = the last answer came { $day }
requests-desk-answers = { $n ->
    [one] { $n } answer came
   *[other] { $n } answers came
}
requests-desk-invited = { $n ->
    [0] nobody has been asked yet
    [one] { $n } person asked, no answer
   *[other] { $n } people asked, no answer
}
requests-desk-invited-nobody = there was nobody to ask: of those who can still be asked this week, nobody’s profile or past answers come close enough
requests-desk-leader = { $name } leads this direction but could not be asked: their week is full, they are away or asked not to be disturbed
requests-desk-nobody = there is nobody left to ask: those who fit have been asked already or can’t be asked now
requests-desk-reported-answer = { $by } reported what { $name } wrote
requests-desk-reported-request = { $by } reported the request of { $name }
requests-desk-reported-chosen = { $by } reported a request for chosen people
requests-desk-reported-hidden = You cannot see the request itself, only what was shared in the report.
requests-desk-quote = “{ $words }”
requests-desk-look = Look
requests-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
requests-tending-ask = Ask two more people
requests-tending-ask-first = Ask two people
requests-tending-remind = Ask the author how it ended
requests-tending-wait = Wait
requests-tending-withdraw = Close with a kind word
requests-tending-gone = This request is no longer on the Desk: it has been answered or dealt with. Reload the page.
requests-tending-note = { $n ->
    [one] We asked { $n } person of those most likely to help, and are closing the request so that it does not stay open for nothing. If you still need it, reopen it: we’ll keep looking.
   *[other] We asked { $n } people of those most likely to help, and are closing the request so that it does not stay open for nothing. If you still need it, reopen it: we’ll keep looking.
}
requests-tending-note-nobody = We found nobody to ask, and are closing the request so that it does not stay open for nothing. If you still need it, reopen it: we’ll keep looking.
requests-withdrawal-title = Close with a kind word
requests-withdrawal-lead = The request is closed, and its author reads these words and sees who said them. Only the author can reopen it.
requests-withdrawal-note = What we tell the author
requests-withdrawal-note-hint = Seen by everybody who sees the request. Up to 4,000 characters.
requests-withdrawal-act = Close the request
requests-withdrawal-fault-note = Tell the author at least one sentence.
requests-tending-closed = This request is already closed.
requests-tended-ask = We are asking two people. If nobody answers, the request will come back to the Desk.
requests-tended-already = That has been done already. The request comes back to the Desk if nothing changes.
requests-tended-remind = We have written to the author.
requests-tended-withdraw = The request is closed, and its author will see why.
requests-tended-wait = All right, it will come back to the Desk in three days.
requests-promises = Promises
requests-promises-days = last 30 days
requests-promises-none = Nobody has asked for anything in 30 days.
requests-promises-note = Counted are requests that everybody sees. Those for chosen people are not among them.
requests-promises-counted = Counted at { $time }.
requests-promises-desk = Desk
requests-promises-lead = Behind each figure are requests of the last 30 days that everybody sees. Here they are one by one, as of this minute.
requests-promises-figures = Figures
requests-promises-no-rows = There are no such requests.
requests-promises-in-time = Answered within a day
requests-promises-in-time-note = The first answer came within a day. The share on the Desk is of these together with those answered later or not at all.
requests-promises-late = Later or not at all
requests-promises-late-note = Nobody answered within a day. Requests that are not a day old yet are not among them.
requests-promises-answered = Answered
requests-promises-answered-note = From the shortest wait to the longest: the one in the middle stands on the Desk.
requests-promises-closed = With an outcome
requests-promises-closed-note = Solved, not solved and withdrawn.
requests-promises-open = No outcome yet
requests-promises-open-note = Still open. Together with those that have an outcome, these are all requests of 30 days.
requests-promises-escalated = Nobody took it up
requests-promises-escalated-note = Went to the leader of the direction or to the Desk.
requests-promise-day = First answer within a day
requests-promise-wait = Typical wait for the first answer
requests-promise-outcome = Requests with an outcome
requests-promise-escalated = Nobody took it up
requests-promise-escalated-note = went to a leader or to the Desk
requests-promise-of = { $n ->
    [one] of { $n } request
   *[other] of { $n } requests
}
requests-promise-answered = { $n ->
    [one] { $n } answered request; half waited no longer
   *[other] { $n } answered requests; half waited no longer
}
requests-promise-few = too few
requests-audit-report-settled = A report was dealt with
requests-audit-tended-ask = From the Desk: more people were asked
requests-audit-tended-remind = From the Desk: the author was reminded
requests-audit-tended-wait = From the Desk: a request was left to wait
requests-audit-tended-withdraw = From the Desk: a request was closed
requests-today-invited = Your help is needed
requests-today-all = All requests
requests-today-nobody = Nobody is waiting for you right now. When you are needed, you will see it here.
requests-today-mine = Your requests
requests-today-mine-all = All my requests
requests-today-taken-up = { $name } can help: the answer is on its way
requests-today-asked = { $n ->
    [one] { $n } person was asked. No answer yet.
   *[other] { $n } people were asked. No answer yet.
}
requests-today-answers = { $n ->
    [one] { $n } answer, the last one { $when }. All that is left is to say how it ended.
   *[other] { $n } answers, the last one { $when }. All that is left is to say how it ended.
}
requests-today-late = The deadline has passed without an answer. Do you still need it?
requests-today-at-desk = No answer yet: the administrators have been looking after it since { $when }.
requests-today-closed = Closed by an administrator: { $name }. If you still need it, reopen it.
requests-today-close = Say how it ended
requests-today-waiting = Waiting for your decision
requests-today-introduction = An introduction: { $name }
requests-today-deal = { $name } says a deal was made
requests-today-disputed = A deal is disputed: { $name }
requests-today-taken = You said you would help: { $name } is waiting for your answer
requests-today-reopened = A request you helped with is open again: { $name }
requests-today-answer = Answer
requests-today-look = Look
requests-today-pledge = Your pledge for the year
requests-today-pledge-change = Change
requests-today-pledge-make = Make a pledge
requests-today-pledged = Pledged to help
requests-today-helped = Helped
requests-today-times = { $n ->
    [one] { $n } time
   *[other] { $n } times
}
requests-today-pledge-kept = You have kept your pledge. Help as much as you like from here on.
requests-today-pledge-left = { $n ->
    [one] { $n } more time to go. Help counts once the person who received it confirms it.
   *[other] { $n } more times to go. Help counts once the person who received it confirms it.
}
requests-today-pledge-none = You have not pledged anything yet. People usually pledge to help three times a year.

# Topics found in requests
requests-topics-found-title = What people ask about
requests-topics-found-lead = What members ask about again and again: how often, how soon they get answers, and from whom.
requests-topics-found-lead-worth = { $n ->
    [one] One topic deserves a direction: it is asked about often and answered late.
   *[other] { $n } topics deserve a direction: they are asked about often and answered late.
}
requests-topics-found-lead-none = No new direction is needed now: what people often ask about is answered in time, or already has a direction.
requests-topics-found-as-of = Counted { $time }.
requests-topics-found-asked = { $n ->
    [one] { $n } request in 90 days, { $earlier } in the 90 before.
   *[other] { $n } requests in 90 days, { $earlier } in the 90 before.
}
requests-topics-found-history = { $n ->
    [one] Plus { $n } found in the history, { $earlier } before that: the owner has accepted these into the figures.
   *[other] Plus { $n } found in the history, { $earlier } before that: the owner has accepted these into the figures.
}
requests-topics-found-no-history = None of them were found in the history.
requests-topics-found-cut = The latest 20,000 were counted.
requests-topics-found-none-title = No recurring topics yet
requests-topics-found-none-text = A topic appears here once the same thing has been asked about at least { $n } times.
requests-topics-found-uncounted-title = Not counted yet
requests-topics-found-uncounted-text = Topics are counted every night. You can have them counted now: it takes a few seconds.
requests-topics-found-recount = Count again
requests-topics-found-ordered = Counting. Reload the page in a few seconds.
requests-topics-found-put-off = Put off for 90 days. The topic stays on the page “What people ask about”.
requests-topics-found-later = Not now
requests-topics-found-worth-title = Worth opening
requests-topics-found-why = Why
requests-topics-found-leaders = Who could lead it: they lead nothing and are not on holiday
requests-topics-found-no-leader = It is not clear yet who could lead it: nobody available has answered twice and had their help confirmed.
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
requests-topics-found-more = { $n ->
    [one] { $n } more such topic is in the table.
   *[other] { $n } more such topics are in the table.
}
requests-topics-found-of = { $n } of { $all }
requests-topics-found-all = All topics
requests-topics-found-all-note = one request may be in several
requests-topics-found-topic = Topic
requests-topics-found-head-lately = In 90 days
requests-topics-found-young = the community is younger than 180 days
requests-topics-found-head-earlier = In the 90 days before
requests-topics-found-head-in-time = Answered within a day
requests-topics-found-head-late = No answer within a day
requests-topics-found-head-answered = Answered
requests-topics-found-head-wait = Typical wait
requests-topics-found-head-who = Who answers
requests-topics-found-head-next = Direction
requests-topics-found-before = { $n } before
requests-topics-found-others = and { $n } more
requests-topics-found-nobody-yet = nobody yet
requests-topics-found-worth = Worth opening.
requests-topics-found-covered = Already in the direction
requests-topics-found-few = Not asked about often enough.
requests-topics-found-unripe = Too early to say: few requests are a day old yet.
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
requests-topics-found-gone = This message is no longer there
requests-topics-found-no-rows = There are no such requests.
requests-topics-found-figures = Figures
requests-topics-found-of-them-found = Of them, found in the history
requests-topics-found-figures-note = Waits and shares are for the last 90 days; who answers, for both periods. Requests less than a day old and not yet answered are left out of the shares.
requests-topics-found-words = By which words
requests-topics-found-inside = Within it:
requests-topics-found-rule-title = How this is counted
requests-topics-found-rule-topic = A topic is a tag, a word or a pair of words met in at least { $n } requests by no fewer than { $askers } people in half a year, and more often in requests than in other talk. Words with nearly the same requests are one topic.
requests-topics-found-rule-count = Each number leads to the requests it counts. Waits and shares are shown for at least five cases.
requests-topics-found-rule-worth = A direction is worth opening when all of this holds:
requests-topics-found-rule-volume = { $n ->
    [one] it has been asked about at least once in 90 days;
   *[other] it has been asked about at least { $n } times in 90 days;
}
requests-topics-found-rule-open = there is no such direction yet;
requests-topics-found-rule-slow = { $n ->
    [one] no request was answered within a day;
   *[other] at least one request in { $n } had no answer within a day;
}
requests-topics-found-rule-people = { $n ->
    [one] there is somebody to answer: at least { $n } member has answered before.
   *[other] there is somebody to answer: at least { $n } members have answered before.
}
requests-topics-found-rule-leader = { $n ->
    [one] We propose as leader somebody who has answered at least once, whose help was confirmed, who is not on holiday and leads no other direction. It is up to you and them.
   *[other] We propose as leader somebody who has answered at least { $n } times, whose help was confirmed, who is not on holiday and leads no other direction. It is up to you and them.
}
requests-topics-found-rule-source = Only requests that everyone can see are counted, not those for chosen people. Those found in a history count if the owner has accepted them.
requests-topics-found-desk-queue = Directions
requests-topics-found-desk-title = “{ $name }” is worth a direction
requests-promises-found = { $n ->
    [one] { $n } of them was found in the history and accepted by the owner. It does not count in outcomes or escalations.
   *[other] { $n } of them were found in the history and accepted by the owner. They do not count in outcomes or escalations.
}

# Correcting an open request
requests-correction-link = Edit request
requests-correction-title = Edit your request
requests-correction-lead = Answers and invitations stay. A note beside the request will say what you edited and when; nobody sees the earlier words.
requests-correction-act = Save
requests-correction-closed = This request is closed and can no longer be edited. If you need it again, reopen it.
requests-corrected = The request has been edited.
requests-corrected-nothing = You changed nothing, the request is as it was.
requests-corrected-at = edited { $time }
requests-corrections = Edits
requests-corrected-title = the need in one sentence
requests-corrected-details = details
requests-corrected-wanted = who a way is sought to
requests-corrected-topic = direction
requests-corrected-city = city
requests-corrected-deadline = deadline
requests-corrected-tags = tags
