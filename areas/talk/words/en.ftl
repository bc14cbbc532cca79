talk-title = Talk
talk-lead = What people say here and what they said before: in order, by month and by words.
talk-new = Start a conversation
talk-latest = Latest
talk-past = The past
talk-months = By month
talk-months-unit = { $n ->
    [one] message
   *[other] messages
}
talk-topics = Topics
talk-topic = Topic
talk-threads = Conversations in order
talk-none-title = It's quiet here so far
talk-none-text = Nobody has written yet. Ask for what you need in your work, or tell what you're working on.
talk-replies = { $n ->
    [0] no answers yet
    [one] { $n } answer
   *[other] { $n } answers
}
talk-last = the last one: { $when }
talk-waits = waits for an answer
talk-thread-title = Conversation
talk-thread-wordless = A message without words
talk-spoiler = Show the hidden words

# Authors
talk-author-former = a former member
talk-author-nobody = Deleted account

# A thread
talk-replies-title = Answers
talk-to-start = To the beginning
talk-to-end = To the latest answers
talk-pager-back = Earlier
talk-pager-on = Later
talk-edited = edited
talk-via = via { $name }
talk-forward = passed on from: { $name }
talk-gone-author = Deleted by its author
talk-gone-moderator = Deleted by a moderator
talk-gone-erased = The words were removed at the author's request
talk-gone-quoted = a message without words
talk-reactions = Reactions
talk-poll = Poll
talk-poll-total = { $n ->
    [one] { $n } person voted
   *[other] { $n } people voted
}
talk-answer = Answer
talk-search-author = Search this author
talk-correct = Edit
talk-delete = Delete
talk-back = To the message
talk-cancel = Never mind

# Media that stayed at their source
talk-media-photo = Photograph
talk-media-video = Video
talk-media-video-message = Video message
talk-media-voice = Voice message
talk-media-audio = Recording
talk-media-file = File
talk-media-sticker = Sticker
talk-media-animation = Animation
talk-media-location = A place on the map
talk-media-contact = Contact
talk-media-game = Game
talk-media-invoice = Invoice
talk-media-call = Call
talk-media-other = Attachment

# Months
talk-month-threads = { $n ->
    [one] { $n } conversation
   *[other] { $n } conversations
}
talk-month-messages = { $n ->
    [one] { $n } message
   *[other] { $n } messages
}
talk-month-none-title = A silent month
talk-month-none-text = No conversation that you can see was started then.
talk-service = { $n ->
    [one] And { $n } line by the chat itself: who came, who left, what was pinned
   *[other] And { $n } lines by the chat itself: who came, who left, what was pinned
}
talk-topic-none-title = Nothing in this topic yet
talk-topic-none-text = There is no conversation here that you can see.

# Questions
talk-questions-title = Waiting for an answer
talk-questions-lead = Questions of the last seven days that nobody has answered yet.
talk-questions-none-title = Every question has an answer
talk-questions-none-text = No question of the last seven days was left without an answer.
talk-questions-none-act = To the conversations

# Writing
talk-new-title = New conversation
talk-new-lead = Every member will see it. Begin with what matters: the first words become the title.
talk-new-label = Message
talk-new-act = Publish
talk-composer-label = Your answer
talk-composer-hint = You can use **bold**, - lists, > quotes and links: it's Markdown. Up to 8,000 characters.
talk-composer-answers = — you're answering this message
talk-composer-all = Answer the first message
talk-fault-empty = There are no words here yet. Write at least one.
talk-fault-long = That's over 8,000 characters. Make it two messages; your text is still here.
talk-fault-often = You're writing too often. Your text is still here: send it in a minute.
talk-answer-elsewhere = That message is part of another conversation. Open it and answer there.
talk-correction-title = Edit your message
talk-correction-lead = You can edit for one hour. The message will be marked as edited.
talk-correction-act = Save
talk-correction-late = The hour for edits has passed, and people may have answered these words. You can delete the message or add an answer.
talk-deletion-title = Delete this message?
talk-deletion-lead-own = The words disappear everywhere and can't be brought back. A line stays that says so, so that the answers have something to hold on to.
talk-deletion-lead-other = These are the words of somebody else: { $name }. They disappear everywhere and can't be brought back. A line stays that says a moderator deleted them.
talk-deletion-act = Delete
talk-deletion-done = This message is deleted already.
talk-deletion-notice = The message is deleted.

# Search
talk-search-title = Search
talk-search-label = What to look for
talk-search-example = Words in any form
talk-search-act = Search
talk-search-who = Who wrote it
talk-search-anybody = Search everybody
talk-search-from = From
talk-search-until = Until
talk-search-day-fault = This is not a day. Write it as 2024-03-31, or leave the field empty.
talk-search-kinds = Where to look
talk-search-messages = Messages
talk-search-people = People
talk-search-found = What was found
talk-search-order = Order
talk-search-best = Best first
talk-search-newest = Newest first
talk-search-meant = Whom did you mean?
talk-search-meant-more = The first { $n } are shown, there may be more: type more of the name.
talk-search-nobody = Nobody whose messages you can see has this name. Remove the name, or pick an author on the page of a conversation.
talk-search-total = { $n ->
    [one] { $n } result
   *[other] { $n } results
}
talk-search-total-many = More than { $n } matches
talk-search-corrected = Nothing has exactly these words, so here is “{ $words }”.
talk-search-empty-title = What would you like to know?
talk-search-empty-text = Write a word or two in any form. Words in "quotes" are found in a row, a minus before a word leaves it out.
talk-search-none-title = Nothing found
talk-search-none-text = Try one word instead of several, or take the dates and the name away. If nobody has spoken of it yet, ask.
talk-search-none-act = Ask
talk-search-behind = { $n ->
    [one] { $n } new message is still being indexed. You'll find it in a few seconds.
   *[other] { $n } new messages are still being indexed. You'll find them in a few seconds.
}
talk-search-behind-many = A history is being indexed: { $n }+ messages to go. Some of them can't be found yet.

# Today
talk-today-hello = Say hello
talk-today-hello-note = A few lines on who you are and what you work on, so that others have something to come to you with.
talk-today-hello-act = Write
talk-today-waiting = { $n ->
    [one] { $n } question waits for an answer
   *[other] { $n } questions wait for an answer
}
talk-today-waiting-many = More than { $n } questions wait for an answer
talk-today-waiting-note = From the last seven days. You may know what to say.
talk-today-waiting-act = Have a look
