# Who comes in
identity-email = E-mail
identity-name = What shall we call you
identity-name-hint = This is how colleagues will see you
identity-sign-in = Sign in
identity-sign-in-title = Welcome back
identity-sign-in-lead = We’ll send you a letter with a code and a link. No password needed.
identity-sign-in-send = Send me a code
identity-sign-in-by-password = Sign in with a password
identity-sign-in-enter = Sign in
identity-sign-in-new = Not with us yet? Ask somebody inside for an invitation.
identity-password = Password
identity-code-title = The code from the letter
identity-code-label = Six digits, sent to { $email }
identity-code-hint = The code works for 15 minutes and only in this browser. The link in the letter opens in any.
identity-code-none = No letter? Look into spam and check the address: an unknown one gets a letter only from an invitation or a claim link.
identity-code-again = Send it again
identity-code-other = Use another address
identity-link-title = One press left
identity-link-text = You are signing in as { $email }.
identity-link-spent-title = This link no longer works
identity-link-spent-text = It lets you in once and within 15 minutes. Ask for a new letter: it takes half a minute.
identity-link-new = Get a new letter
identity-wait-title = Too many tries
identity-wait-text = Wait { $length } and try again. The link in the letter, if it came, works even now.
identity-sign-out = Sign out
identity-signed-out = You’ve signed out on this device

# The front page
identity-front-title = Welcome
identity-front-text = People come here by invitation. If you’re with us already, sign in.
identity-front-outside = You’re signed in but not a member yet. Open the invitation from your mail, or ask somebody inside for one.

# The first run
identity-welcome-kicker = First run
identity-welcome-title = Whom are you bringing together?
identity-welcome-lead = Three answers, and the community is ready. Almost everything can be changed later; only the address stays for ever.
identity-welcome-purpose = Profession and mission
identity-welcome-place = Name and place
identity-welcome-owner = About you
identity-welcome-from = Where you begin
identity-welcome-from-chat = There’s a chat in Telegram
identity-welcome-from-chat-note = we’ll move people and history in ten minutes
identity-welcome-from-people = There are five people I know
identity-welcome-from-people-note = we’ll invite them by e-mail
identity-welcome-act = Found the community
identity-welcome-aside = How it will look
identity-welcome-seen = This is how people will see you
identity-welcome-seen-name = Psychologists starting out
identity-welcome-seen-mission = To help psychologists who are starting out build a practice in a safe place with first clients and people of their own.
identity-welcome-need = Needed to start
identity-welcome-need-five = 5 people you know
identity-welcome-yours = The server is yours, the data are yours. You can take everything out on any day.
identity-welcome-closed-title = The house is ready and waits for its owner
identity-welcome-closed-text = There’s no community here yet. Whoever started the server founds it.
identity-welcome-closed-where = The link with a one-time code is in the terminal where “artel serve” runs, or in the log of the service. Open the whole of it.
identity-welcome-closed-again = The link didn’t fit? Restart the server: it shows a new one, and the old one stops working.
identity-welcome-done-title = The community is founded
identity-welcome-done-text = The first run is over; this page is no longer needed.
identity-welcome-used = This code has been used: the community was founded in another browser.

# What a community says of itself
identity-community-title = About the community
identity-community-name = Name
identity-community-name-hint = One word is remembered best: “Anchor”, “Workshop”, “Scalpel”
identity-community-slug = Address
identity-community-slug-hint = Latin letters, digits and hyphens: anchor. The address stays for good
identity-community-mission = One big idea
identity-community-mission-hint = This is what a person joins. Read it aloud: do you want to yourself?
identity-community-profession = Profession
identity-community-profession-hint = The narrower, the stronger: not “doctors” but “surgeons”
identity-community-professions = Psychologists | Surgeons | Marketers | Lawyers | Architects | Teachers | Designers | Developers | Entrepreneurs | Business school alumni
identity-community-specialisation = Specialisation
identity-community-specialisation-hint = If there is one: family therapy, newcomers, regional chains
identity-community-specialisations = Newcomers | Family therapy | Private practice | Heads of teams | Regional chains | Researchers
identity-community-language = Language
identity-community-timezone = Time zone
identity-community-timezone-hint = Choose from the list or type one, such as Europe/London
identity-community-currency = Currency
identity-community-saved = Saved
identity-owner-name = Your name
identity-owner-email = Your e-mail
identity-owner-email-hint = A letter comes here when you sign in from another device
identity-password-optional = A password, if you like
identity-password-optional-hint = At least 10 characters. Without one you sign in by a code from a letter

# Faults of forms
identity-fault-name = Please write a name of 1 to 80 characters
identity-fault-title = Please write the community’s name: 1 to 80 characters
identity-fault-owner-name = Please write your name: 1 to 80 characters
identity-fault-language = Please choose one of the languages on offer
identity-fault-slug = Needs 2 to 40 Latin letters, digits and hyphens, beginning with a letter
identity-fault-slug-taken = This address is taken, please think of another
identity-fault-mission = One sentence, up to 240 characters
identity-fault-mission-missing = Please write the mission in one sentence
identity-fault-profession = Up to 80 characters
identity-fault-profession-missing = Please write whose profession this is
identity-fault-timezone = There’s no such zone in the list; try Europe/London
identity-fault-currency = Three Latin letters, such as GBP
identity-fault-email = Please check the address: it looks like name@example.org
identity-fault-password-short = Needs at least 10 characters. A short phrase will do
identity-fault-password-long = That’s too long: 256 bytes are enough
identity-fault-password-plain = One repeated character is easy to guess
identity-fault-password-wrong = The e-mail and the password didn’t fit each other. You can sign in by a code from a letter
identity-fault-password-current = The present password didn’t fit
identity-fault-code = The code didn’t fit. Please check the digits
identity-fault-code-spent = This code no longer works. Please ask for a new letter
identity-fault-role = Please choose a person and a role
identity-fault-people-none = Please write at least one address
identity-fault-people-many = You can invite up to 50 people at once
identity-fault-people-unread = These lines couldn’t be read. Please leave one address in each

# One's own account
identity-account-title = My sign-in
identity-account-name = Name
identity-account-save = Save
identity-account-saved = Saved
identity-account-language = Language
identity-account-language-label = Language of pages and letters
identity-account-language-hint = Changes for you alone
identity-account-own = What you hear about and promise
identity-account-entrance = How you come in
identity-account-password-set = A password is set
identity-account-password-none = Not set, you sign in by a code from a letter
identity-account-sessions-note = Where you’re signed in, and how to sign out from afar
identity-account-homes = Your other communities
identity-account-leave-note = You can leave on any day: no questions, no hard feelings.
identity-account-leave = Leave the community
identity-password-title = Password
identity-password-lead = A password is optional: the code from a letter always works.
identity-password-current = Present password
identity-password-new = New password
identity-password-hint = At least { $n } characters. A short phrase beats a clever word
identity-password-set = Set a password
identity-password-change = Change the password
identity-password-remove = Remove the password
identity-password-saved = The password is saved, and other devices are signed out
identity-password-removed = The password is gone, and other devices are signed out
identity-sessions-title = Devices
identity-sessions-lead = You’re signed in here now. End what you don’t know, and change your password if you have one.
identity-sessions-this = this device
identity-sessions-unknown = Unknown browser
identity-sessions-network = network { $network }
identity-sessions-since = signed in { $when }
identity-sessions-seen = last seen { $when }
identity-sessions-end = End
identity-sessions-end-others = Sign out on all other devices
identity-sessions-ended = The device is signed out
identity-sessions-others-ended = Other devices are signed out
identity-pass-title = Passing over
identity-pass-text = You are going to “{ $community }”.
identity-pass-spent = A pass works once and within a minute. Go back and try again, or sign in by e-mail.

# Leaving
identity-leave-title = Leaving
identity-leave-lead = You are leaving “{ $community }”.
identity-leave-words = What you wrote stays in the conversations under your name.
identity-leave-roles = Roles and access to members’ pages end at once.
identity-leave-back = You can come back by a new invitation: you’ll be recognised.
identity-leave-act = Leave
identity-leave-stay = Stay
identity-left = You have left. Thank you for being with us

# Invitations
identity-invitations-title = Invitations
identity-invitations-lead = The first five decide what the community will be. Call those whom you trust.
identity-invitations-people = Whom to invite
identity-invitations-people-hint = One a line: an address and, if you like, a name. Anna Field anna@example.org
identity-invitations-limit = { $n ->
    [one] Up to { $n } person at once. A letter works for 14 days.
   *[other] Up to { $n } people at once. A letter works for 14 days.
}
identity-invitations-act = Invite
identity-invitations-list = Invited so far
identity-invitations-none-title = Nobody was invited yet
identity-invitations-none-text = Begin with the five with whom you’ve talked about work.
identity-invitations-sent = { $n ->
    [one] { $n } invitation was sent
   *[other] { $n } invitations were sent
}
identity-invitations-all-here = All these people are with us or invited already
identity-invitations-resend = Send again
identity-invitations-resent = The letter was sent again; the old link no longer works
identity-invitations-revoke = Take back
identity-invitations-revoked = The invitation was taken back
identity-invitation-waiting = waiting
identity-invitation-accepted = accepted
identity-invitation-expired = expired
identity-invitation-revoked = taken back
identity-invitation-closed = The invitation was accepted or taken back.
identity-invitation-title = You’re invited
identity-invitation-by = Invited by { $inviter }
identity-invitation-act = Join
identity-invitation-known = You already sign in with this e-mail. Sign in, and the invitation stays yours.
identity-invitation-welcome = You’re with us. Good to meet you
identity-invitation-over-title = This invitation no longer works
identity-invitation-over-text = It was accepted or taken back, or two weeks have passed. Ask for a new one: it takes one press.
identity-invitation-over = This invitation no longer works. Ask for a new one.

# Roles
identity-roles-title = Roles
identity-roles-lead = A role lets a person act for everybody. Every decision is written in the journal.
identity-roles-holders = Who holds which role
identity-roles-since = since { $when }
identity-roles-revoke = Take back
identity-roles-give = Give a role
identity-roles-find = Name or e-mail
identity-roles-find-hint = The beginning of the name, or the whole e-mail
identity-roles-find-act = Find
identity-roles-nobody = Nobody was found. Check the beginning of the name: we look among members.
identity-roles-whom = To whom
identity-roles-which = Which role
identity-roles-which-hint = An owner may do everything; an administrator runs people, invitations, profile points and Pulse. Roles, the audit, removals, the community’s description and the opening of a history stay with the owner
identity-roles-give-act = Give the role
identity-role-granted = The role is given
identity-role-revoked = The role is taken back
identity-role-last-owner = A community must keep at least one owner. First pass the role to somebody else.
identity-role-owner = Owner
identity-role-administrator = Administrator
identity-role-moderator = Moderator
identity-role-council = Council member
identity-role-direction-leader = Leader of a direction
identity-role-mentor = Mentor
identity-role-group-host = Host of a small group
identity-role-ambassador = Ambassador
identity-role-member = Member
identity-role-applicant = Applicant
identity-role-guest = Guest
identity-role-client = Client

# The audit
identity-audit-title = Journal
identity-audit-lead = What the owner and administrators did. Entries are never changed or erased.
identity-audit-when = When
identity-audit-who = Who
identity-audit-what = What
identity-audit-whom = Whom it concerns
identity-audit-house = The system
identity-audit-former = a former member
identity-audit-none-title = No entries yet
identity-audit-none-text = Roles, invitations taken back and other decisions will appear here.
identity-audit-role-granted = A role was given
identity-audit-role-revoked = A role was taken back
identity-audit-invitation-revoked = An invitation was taken back
identity-audit-community-described = The description of the community was changed
identity-audit-legal-ground-stated = The legal ground was stated

# Conflicts
identity-audience-withdrawn = This was withdrawn and can’t be opened.
identity-member-not-mergeable = These people can’t be merged: one of them has a sign-in of their own, or it’s done already.
identity-member-not-merged = This person isn’t merged with anybody.
identity-link-spent = This link no longer works. Ask for a new letter.

# The first page
identity-step-invite-title = Call the first five
identity-step-invite-note = the talk begins with them
identity-step-invite-act = Invite
identity-step-helper-title = Find a helper
identity-step-helper-note = an administrator or moderator steps in when you’re busy
identity-step-helper-act = Give a role

# Letters
identity-letter-footer = This letter came from the community “{ $community }”. If you didn’t expect it, do nothing.
identity-letter-sign-in-subject = { $code } is your code for { $community }
identity-letter-sign-in-text = Your code for “{ $community }”:
identity-letter-sign-in-link = Or sign in by this link
identity-letter-sign-in-note = The code and the link work once and for 15 minutes. Don’t hand them on.
identity-letter-invitation-subject = You’re invited to “{ $community }”
identity-letter-invitation-text = You are invited to the professional community “{ $community }”.
identity-letter-invitation-text-by = { $inviter } invites you to the professional community “{ $community }”.
identity-letter-invitation-link = Accept the invitation
identity-letter-invitation-note = The link is personal and works once, for 14 days.
identity-letter-password-subject = Your password was changed, { $community }
identity-letter-password-set = Your password was set or changed. All other devices are signed out.
identity-letter-password-removed = Your password was removed. All other devices are signed out.
identity-letter-password-note = If it wasn’t you, sign in by a code from a letter and set a new password.
identity-account-data = Your data
identity-account-data-note = See, download or erase everything that is kept about you here.
