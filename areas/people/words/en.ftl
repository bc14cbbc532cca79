# The directory
people-title = People
people-lead = Who is good at what, and whom to turn to.
people-search = Search people
people-search-example = A name, a topic, a city or a school
people-all-conditions = All conditions
people-chosen = Chosen
people-order = First
people-order-name = by name
people-order-newest = newest members
people-show = Show
people-everybody = Show everybody
people-found = Who was found
people-members = Members
people-none-found-title = Nobody fits
people-none-found-text = Let go of one condition or write less: the beginning of a word is enough.
people-none-title = Nobody yet
people-none-text = Those who come by themselves or find themselves by a link will appear here.
people-myself = this is you
people-together = { $n ->
    [one] you answered each other { $n } time
   *[other] you answered each other { $n } times
}
people-not-yet = you have not answered each other yet

# A member’s page
people-since = In the community since { $month }
people-edit = Tell about yourself
people-as-others = What others see
people-as-others-note = This is how other members see your page.
people-as-myself = Back to your own page
people-messages = Messages
people-first-seen = first: { $month }
people-replies = Answers to others
people-replies-note = of these messages
people-answered = Answers from others
people-answered-note = so many times they were answered
people-about = About
people-come-with = What to come with
people-activity = When they write
people-activity-note = Messages by month, two years at most.
people-as-table = The same as a table
people-month = Month
people-silent = Has written nothing yet. Listening is fine too.
people-topics = What they write about
people-aside = Place in the community
people-between-us = What ties you
people-between-us-why = Between you
people-answered-you = { $n ->
    [one] answered you { $n } time
   *[other] answered you { $n } times
}
people-you-answered = { $n ->
    [one] you answered { $n } time
   *[other] you answered { $n } times
}
people-most-often = Most often with
people-answers = { $n ->
    [one] { $n } answer between them
   *[other] { $n } answers between them
}
people-history = Who turned out to be whom
people-history-none = Nobody was joined with anybody yet.
people-former = a former member
people-cause-claim = found themselves
people-cause-merge = joined
people-undone = undone
people-undo = Undo
people-group-about = About you
people-group-work = Work
people-group-education = Education
people-group-place = Place and contact
people-group-company = Company
people-group-offer = What I offer
people-group-need = What I need
people-group-beyond = Beyond work
people-group-own = In this community

# One’s own profile
people-step-of = Step { $n } of { $of }
people-edit-lead = Fill in what you like. Any step can be skipped and come back to.
people-steps = Steps
people-filled-of = Filled: { $n } of { $of }
people-save-next = Save and go on
people-save-done = Save and finish
people-skip = Skip
people-profile-saved = Your profile is saved.
people-name = Your name
people-name-hint = This is how colleagues will see you
people-hint-list = Divided by commas, twenty at most
people-hint-lines = One a line
people-hint-zone = For example, Europe/London
people-not-said = not said
people-seen-by = Seen by
people-seen-by-of = Who sees: { $point }
people-visibility-everyone = everyone, guests too
people-visibility-members = members
people-visibility-staff = staff only
people-point-headline = Yourself in one line
people-point-about = About you
people-point-ask_me = What to ask me about
people-point-goal = What I want from the community
people-point-profession = Profession
people-point-specialisation = Specialisation
people-point-experience_years = Years of experience
people-point-practice = How I work
people-point-works_with = Whom I work with
people-point-methods = Methods
people-point-education = Education
people-point-alma_mater = Alma mater
people-point-degree = Degree
people-point-courses = Courses and training
people-point-affiliations = Affiliations
people-point-city = City
people-point-country = Country
people-point-time_zone = Time zone
people-point-languages = Languages
people-point-phone = Phone
people-point-telegram = Telegram
people-point-site = Website
people-point-best_time = Best time to reach me
people-point-company = Company
people-point-position = Position
people-point-industry = Industry
people-point-business_size = Size of the business
people-point-company_site = The company’s website
people-point-offer = I can help with
people-point-contacts = Whom I can introduce
people-point-teaches = What I can teach
people-point-mentor = Ready to mentor
people-point-help_hours = Hours a month for helping
people-point-need = I look for
people-point-seeks = Whom I look for
people-point-challenge = What I struggle with
people-point-hiring = Hiring
people-point-hobbies = Hobbies
people-point-volunteers = Where I volunteer
people-point-books = Books worth reading
people-point-motto = A rule I live by
people-choice-practice-in-person = in person
people-choice-practice-online = online
people-choice-practice-both = in person and online
people-choice-degree-bachelor = bachelor’s
people-choice-degree-master = master’s
people-choice-degree-doctor = doctorate
people-choice-degree-other = other
people-choice-business_size-one = just me
people-choice-business_size-upto10 = up to 10
people-choice-business_size-upto50 = 11–50
people-choice-business_size-upto250 = 51–250
people-choice-business_size-more = over 250
people-choice-mentor-yes = yes, now
people-choice-mentor-later = later
people-choice-mentor-no = no
people-choice-hiring-hires = I am hiring
people-choice-hiring-seeks = I seek work
people-choice-hiring-open = open to offers
people-choice-hiring-no = not now

# What is wrong with a field
people-fault-long = Too long, make it shorter
people-fault-many = Too many, keep what matters
people-fault-choice = Choose from the list
people-fault-number = A whole number is needed, e.g. 12
people-fault-number-range = That number cannot be right here
people-fault-url = A web address is needed, e.g. example.org
people-fault-zone = There is no such zone. Example: Europe/London
people-fault-label = Name the point
people-fault-choices = From two to thirty choices are needed, one a line
people-fault-name = Write what you were called in the chat
people-fault-own-name = A name is needed, of 80 characters at most
people-fault-contact = Leave an e-mail or a phone, or we cannot answer
people-fault-short = Write at least three letters of the name
people-fault-who = Find out who this is first
people-fault-email = The address is not whole, e.g. name@example.org
people-fault-ground = Write the ground in your own words
people-fault-sure = Tick that you have decided

# It is too late
people-conflict-claimed = Somebody has claimed this person. If it was you, write to the owner of the community.
people-conflict-claim-waits = You have claimed this name already. The owner will look and write to you.
people-conflict-many-claims = Several of your claims wait for the owner already. Wait for the answer.
people-conflict-decided = This claim has been decided.
people-conflict-link-over = The link works no more: it ran out, was revoked or was used. Ask whoever sent it for a new one.
people-conflict-same = This is one and the same person.
people-conflict-not-imported = Only somebody who came with a history and is not claimed can become another’s past.
people-conflict-undone = This was undone already.
people-conflict-later-act = Something was done with this person later. Undo that first.
people-conflict-gone = This person was removed or joined with another already.
people-conflict-points = There can be forty points of your own at most. Retire some.

# Came with a history
people-imported-title = Came with a history
people-imported-lead = These people were in the chat and agreed to nothing. Members see them only as authors. Invite them.
people-imported-wrote = who wrote, the most active first
people-imported-all = everybody by name
people-imported-silent = who only read
people-imported-none-title = Nobody
people-imported-none-text = Nobody fits these conditions.
people-ground-missing = It is not written down on what ground you keep these people’s data.
people-search-name = Name
people-show-whom = Whom
people-wrote = { $n ->
    [one] { $n } message
   *[other] { $n } messages
}
people-wrote-nothing = no messages
people-make-link = Personal link
people-merge = Join
people-remove = Remove
people-remove-title = Remove a person
people-remove-lead = { $name }: the name and the profile will be erased. What they told about themselves in messages goes only if the texts are erased too.
people-remove-for-good = This is for good. A later import will not bring them back.
people-remove-do = Remove for good
people-keep = Keep
people-words = What about the messages
people-words-stay = Keep them, signed “a former member”
people-words-too = Erase the texts of the messages too
people-removed = Removed. Later imports will respect it.

# Joining
people-merges-title = One person twice
people-merges-lead = We join nobody by ourselves. You decide, and any decision can be undone.
people-same-name = The same name
people-same-name-none = No two of the same name
people-same-name-none-text = If somebody wrote under different names, find them in the list and join them.
people-bearers = { $n ->
    [one] { $n } person of this name
   *[other] { $n } persons of this name
}
people-merge-do = This is one person
people-more = More
people-merge-title = Find the other half
people-merge-with = { $name }: who else is this?
people-merge-lead = Choose under what other name this person wrote. It can be undone.
people-merge-member = a member already
people-merge-more = Another name of this person
people-merged = Joined. If that was a mistake, undo it below.
people-merge-undone = Undone: all is as it was.

# Links
people-links-title = “Find yourself” links
people-links-hidden = A history is still hidden from members: whoever came with it cannot find themselves by the chat’s link until you open it.
people-links-open = To the imports
people-links-lead = By the chat’s link a person picks who they were, and you confirm. A personal link is proof by itself.
people-chat-link = One for the whole chat
people-chat-link-none = There is no link for the chat yet.
people-chat-link-make = Make a link for the chat
people-chat-link-anew = Make a new one
people-chat-link-hidden = The link itself is shown once, when it is made. If it is lost, make a new one; this one will stop working.
people-personal-links = Personal, not used yet
people-personal-none = Nobody waits. Personal links are handed out from the list of those who came with a history.
people-link-made = The link is ready
people-link-personal-lead = Send it in private: { $name }. Whoever comes by it becomes this person.
people-link-chat-lead = Post it into the chat: everybody finds themselves, and you confirm.
people-link = Link
people-link-once = Copy it now: it is not shown again.
people-link-until = Works until { $day }
people-link-over = It ran out
people-link-renew = Renew for 30 days
people-link-renewed = The link is renewed.
people-link-revoke = Revoke
people-link-revoked = The link works no more.

# Finding oneself
people-claim-title = Find yourself
people-claim-lead = The chat’s history was brought here. Find the name you wrote under, and it becomes yours.
people-claim-name = What you were called in the chat
people-claim-name-hint = The beginning of a first or last name is enough, three letters or more
people-claim-search = Find
people-claim-found = Is one of these you?
people-claim-none-title = Nobody of that name
people-claim-none-text = Try another way: in Latin letters, by a nickname, as in Telegram. Or you are confirmed already.
people-claim-me = That’s me
people-claim-are-you = Are you { $name }?
people-claim-at-once = The link is personal, so you come in at once.
people-claim-waits = The owner of the community will look and confirm. We will write to you.
people-claim-note = A word to the owner
people-claim-note-hint = How they may recognise you. Optional.
people-claim-do = Yes, that’s me
people-claim-email-why = First let us see that the address is yours: one letter with a code.
people-claim-email = E-mail
people-claim-letter = Send the code
people-claim-not-me = No, look further
people-claim-made = Waiting for the owner
people-claim-made-text = Your claim is written down. When it is confirmed, we will write to you.
people-claim-another = I wrote under another name too
people-claim-joined = Welcome. Your history is with you now.
people-claim-over = There is nothing to confirm here any more

# Claims
people-claims-title = Who found themselves
people-claims-lead = Confirm those you recognise. Several at once if you like.
people-claims-none-title = Nobody waits
people-claims-none-text = When somebody finds themselves by the chat’s link, they will appear here.
people-claims-rivals = { $n ->
    [one] { $n } claim for this name
   *[other] { $n } claims for this name
}
people-claims-confirm = Confirm those ticked
people-claims-refuse = Refuse those ticked
people-claims-nothing = Tick at least one claim.
people-claims-confirmed = { $n ->
    [one] Confirmed { $n } claim. We wrote to the person.
   *[other] Confirmed { $n } claims. We wrote to the people.
}
people-claims-refused = { $n ->
    [one] Refused { $n } claim.
   *[other] Refused { $n } claims.
}

# Remove me
people-remove-me-link = Remove me from here
people-remove-me-title = Remove me
people-remove-me-lead = No account is needed. Write what you were called in the chat: the owner will find you and remove the name everywhere.
people-remove-me-at-once = We erase the name, the profile and the sign-in. At once and for good. What you told about yourself in messages goes only if their texts are erased too.
people-remove-me-name = What you were called in the chat
people-remove-me-name-hint = Exactly as the chat showed it
people-remove-me-contact = How to reach you
people-remove-me-contact-hint = An e-mail or a phone, only for the answer. Then we erase that too.
people-remove-me-later = If the chat is imported again, you will not be in it.
people-remove-me-often = { $n ->
    [one] One network can send { $n } wish in a quarter of an hour
   *[other] One network can send { $n } wishes in a quarter of an hour
}
people-remove-me-wait = { $n ->
    [one] Please try again in { $n } minute. What you wrote is still in the form.
   *[other] Please try again in { $n } minutes. What you wrote is still in the form.
}
people-remove-me-do = Remove me for good
people-remove-me-ask = Ask to be removed
people-remove-me-sure = Yes, I have decided
people-remove-me-done = You are no longer here
people-remove-me-done-text = Your name and profile are erased.
people-remove-me-asked = Your wish is written down
people-remove-me-asked-text = The owner of the community will look at it and answer you.
people-remove-only-leave = Only leave and keep the name
people-removed-yourself = You are no longer here. Thank you for having been.
people-removals-title = Wishes to be removed
people-removals-lead = These people ask to be forgotten. The law gives 30 days to answer.
people-removals-none-title = Nobody asks
people-removals-none-text = Wishes come from the page “Remove me”.
people-removals-wrote = Wrote the name: { $name }
people-removals-unknown = find out who this is
people-removals-contact = Contact: { $contact }
people-removals-find = Find who this is
people-removals-look = Look and remove
people-removals-other = It is somebody else
people-removals-this = This one
people-removals-left = left the community
people-removals-gone = the person this may be about was removed already
people-removals-sure = Remove for good: { $name }?
people-removals-sure-imported = Known from an imported history only. The name will be erased.
people-removals-sure-member = A member of the community. The name, the profile and the sign-in will be erased.
people-removals-sure-left = Left the community. The name, the profile and everything to be recognised by will be erased.
people-removals-alike = Others bear the same name. They stay
people-removals-gone-title = Such a person was removed already
people-removals-gone-lead = They were erased while this wish waited. If it was they who asked, only the answer is left. If it was another of that name, find them.
people-removals-answer = Answer that it is erased
people-removals-refuse = Refuse
people-removal-refused = Refused. Tell the person why.

# Points of profiles
people-points-title = Profile points
people-points-lead = Everybody has forty points. Add what matters in your community.
people-points-own = Your own points
people-points-none = There are none yet.
people-point-is-facet = searched by
people-point-retired = retired
people-point-up = Up: { $label }
people-point-down = Down: { $label }
people-point-retire = Retire
people-point-revive = Bring back
people-point-new = A new point
people-point-label = Label
people-point-label-hint = Short, e.g. “Supervisor”
people-point-hint = Hint
people-point-hint-hint = What to write here. Optional.
people-point-kind = Kind
people-point-kind-hint = Does not change later
people-kind-text = one line
people-kind-long = text
people-kind-choice = one of several
people-kind-number = number
people-kind-list = list
people-kind-url = web address
people-point-choices = Choices
people-point-choices-hint = One a line, only for a choice
people-point-visibility = Who sees it unless the person says otherwise
people-point-facet = Offer it as a condition in the directory
people-point-add = Add the point
people-point-added = The point is added.
people-point-changed = The point is changed.

# The legal ground
people-ground-title = The ground for keeping data
people-ground-lead = With the chat’s history came people’s data. Say once on what ground you keep them.
people-ground-since = Stated on { $day }.
people-ground-choose = On what ground
people-ground-rules = The rules of the chat
people-ground-rules-note = by joining people agreed that the talk is kept
people-ground-interest = Legitimate interest
people-ground-interest-note = a professional community needs its common memory
people-ground-consent = Consent
people-ground-consent-note = you asked everybody and keep the answers
people-ground-other = Something else
people-ground-other-note = write it in your own words
people-ground-text = In detail
people-ground-text-hint = Where it is written, who was asked
people-ground-do = Write it down
people-ground-stated = The ground is written down.

# One’s own data
people-data = My data
people-data-lead = Everything the community knows of you, in one file.
people-data-what = The account, names from the chat, the profile, your messages and requests, help with its thanks and deals, months, ties and every deed you are in.
people-data-take = Take the file
people-data-remove = You can erase the name, the profile and everything you are recognised by. The last owner passes the role on first.

# First steps
people-step-profile = Tell about yourself
people-step-profile-note = Five points, and people will know what to come to you with.
people-step-profile-action = Fill in
people-step-links = Let people find themselves
people-step-links-note = One link into the chat, and the authors become members.
people-step-links-action = Make the link
people-step-claims = { $n ->
    [one] { $n } person found themselves
   *[other] { $n } people found themselves
}
people-step-claims-note = Confirm that it is them.
people-step-claims-action = Have a look
people-step-removals = { $n ->
    [one] { $n } person asks to be forgotten
   *[other] { $n } people ask to be forgotten
}
people-step-removals-note = The law gives 30 days to answer.
people-step-removals-action = Decide
people-step-ground = State the ground for keeping data
people-step-ground-note = With the history came people who agreed to nothing.
people-step-ground-action = State it

# Letters
people-letter-confirmed-subject = You are confirmed: { $community }
people-letter-confirmed-text = The owner confirmed that it was you. Your history is with you now, come in.
people-letter-refused-subject = Not confirmed yet: { $community }
people-letter-refused-text = The owner did not recognise you under this name, or confirmed somebody else. If that is a mistake, write to them in the chat: they can send you a personal link.
people-letter-removed-subject = You are no longer here: { $community }
people-letter-removed-text = Your name and everything you could be recognised by is erased. This address too.
people-letter-kept-subject = About your wish: { $community }
people-letter-kept-text = The owner has not fulfilled your wish to be removed. They will tell you why; you can ask again.

# The audit
people-audit-chat-link-made = A link for the chat was made
people-audit-personal-link-made = A personal link was handed out
people-audit-link-revoked = A link was revoked
people-audit-merged = Two persons were joined
people-audit-unmerged = A joining was undone
people-audit-claim-confirmed = A claim was confirmed
people-audit-claim-refused = A claim was refused
people-audit-erased = A person was removed
people-audit-removal-refused = A wish to be removed was refused

# Help, as requests tell it
people-help = Help
people-help-ever = { $n ->
    [one] helped { $n } time, confirmed by whoever received it
   *[other] helped { $n } times, confirmed by those who received it
}
people-help-pledge = { $n ->
    [one] Pledge for this year: { $n } time of { $times }.
   *[other] Pledge for this year: { $n } times of { $times }.
}
people-help-pledge-more = { $n ->
    [one] Pledge for this year kept: { $n } time, { $times } pledged.
   *[other] Pledge for this year kept: { $n } times, { $times } pledged.
}
people-help-pledge-mine = My pledge
people-help-thanks = Words of thanks
