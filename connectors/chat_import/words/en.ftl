import-nav = Import from Telegram
import-title = Import from Telegram
import-lead = The people and conversations of your chat become the history of the community. Until the owner opens it to members, only the owner and the administrators see it.
import-upload-title = The export
import-file = An export from Telegram Desktop
import-file-hint = result.json, a zip archive or messages.html pages. Up to 2 GB. There may be several pages: choose them all at once.
import-chat = Which chat
import-chat-hint = Only needed if the file holds several chats: the chat’s name as in the export
import-begin = Check and import
import-list-title = Imports
import-list-empty = No imports yet. The first will appear here.
import-how-title = How to export
import-how-one = Open the chat in Telegram Desktop on a computer.
import-how-two = In the chat’s menu choose “Export chat history”, format “Machine-readable JSON”. Files and photos are not needed.
import-how-three = Upload result.json here. The whole file is checked before anything is written.
import-stays-title = The history stays with you
import-stays-text = The file is kept on your server and removed when the owner opens the import or takes it back. A chat export holds no private conversations.
import-state-receiving = Receiving the file
import-state-checking = Checking the file
import-state-bringing = Reading conversations
import-state-paused = Paused
import-state-failed = Failed
import-state-cancelled = Cancelled
import-state-brought = Imported, hidden from members
import-state-unchanged = Nothing new
import-state-opened = Open to members
import-state-withdrawing = Taking back
import-state-withdrawn = Taken back
import-head-receiving = Receiving the file
import-head-checking = Checking the export
import-head-bringing = Reading the chat’s history
import-head-paused = The import is paused
import-head-failed = The import failed
import-head-cancelled = The import was cancelled
import-head-brought = The history is in
import-head-unchanged = Nothing new in the file
import-head-opened = The history is open to members
import-head-withdrawing = Taking the import back
import-head-withdrawn = The import was taken back
import-says-receiving = The file is on its way to the server.
import-says-checking = Nothing is written yet. You may close the page: we’ll finish without you.
import-says-bringing = You may close the page: we’ll finish without you.
import-says-paused = What came so far is safe. We’ll go on from the same place.
import-says-failed = What happened and what is safe is written below.
import-says-cancelled-empty = Nothing was written. The same file can be uploaded again.
import-says-cancelled = The owner can open what came so far to members, or take it back.
import-says-brought = Look at what came of it. Members see the conversations once the owner opens them.
import-says-unchanged = Everything in this file was here already: there was nothing to add.
import-says-opened = All members see the conversations.
import-says-withdrawing = Members and search no longer see them.
import-says-withdrawn = The messages of this import are gone. The same file can be uploaded again.
import-broken-title = The work broke off
import-progress-count =
    { $n ->
        [one] { $done } of { $n } entry
       *[other] { $done } of { $n } entries
    }
import-progress-pace = { $n } a second
import-progress-label = { $n }% done
import-minutes-left =
    { $n ->
        [one] about { $n } minute left
       *[other] about { $n } minutes left
    }
import-seconds-left =
    { $n ->
        [one] { $n } second left
       *[other] { $n } seconds left
    }
import-steps = Course of the import
import-step-received = File received
import-step-checked = File checked
import-step-bringing = Reading conversations
import-step-findings = First findings
import-step-done = Done
import-stat-messages = Messages
import-stat-people = New people
import-stat-replies = Replies, of all kinds
import-stat-service = Service lines
import-stat-known = Here already
import-pause = Pause
import-resume = Go on
import-cancel = Cancel the import
import-open = Open to members
import-take-back = Take it back
import-pausing = The import will pause in a few seconds
import-cancelling = The import is being cancelled
import-opened-notice = The history is open to members
import-taking-back = The import is being taken back
import-owner-opens = The owner of the community can open this import to members or take it back.
import-not-now = This can’t be done now: the import has moved on. Reload the page.
import-nothing-to-open = This import brought nothing new, so there is nothing to open.
import-not-open-now = This import is already open or taken back. Reload the page.
import-faults-title =
    { $n ->
        [one] The file does not fit
       *[other] The file has { $n } faults
    }
import-faults-none = Nothing was written. Mend the file or export the history again.
import-faults-some = What came so far is safe and hidden from members: the owner can open it or take it back.
import-same-title = This chat is here already
import-same-text = It was brought in before from another export ({ $form }); we know it by the numbers and times of its messages. What was here is not repeated and not changed: only what is new is added.
import-same-names = HTML knows people by their names alone, so the authors of new messages may have come in once more. They can be merged in the list of those who came with a history.
import-same-richer = JSON knows more: the numbers of people, and who reacted. To take all of it from there, take the earlier import back while it is hidden from members, and upload this file again.
import-warnings-title =
    { $n ->
        [one] { $n } remark about the file
       *[other] { $n } remarks about the file
    }
import-fault-none = Choose the export file
import-fault-broken = The connection broke and the file came only in part. Nothing was written, please upload it again.
import-fault-many = Too many files at once: put them into a zip archive
import-fault-twice = Two files have the same name: put the folders into a zip archive
import-fault-large = The file is larger than 2 GB. Export the history without photos and files. A larger one can be brought in on the server itself: artel import telegram PATH --community NAME
import-findings-title = First findings
import-findings-print = On a page of its own
import-found-former = a former member
import-found-answerer =
    { $n ->
        [one] { $name } answered { $n } person
       *[other] { $name } answered { $n } different people
    }
import-found-answerer-note =
    { $n ->
        [one] More than anybody else: { $n } answer, { $share } of the answers people gave each other.
       *[other] More than anybody else: { $n } answers, { $share } of the answers people gave each other.
    }
import-found-answerer-note-few =
    { $n ->
        [one] More than anybody else: { $n } answer.
       *[other] More than anybody else: { $n } answers.
    }
import-found-answers =
    { $n ->
        [one] There is { $n } in all: those to oneself and to deleted accounts are not counted.
       *[other] There are { $n } in all: those to oneself and to deleted accounts are not counted.
    }
import-found-unanswered =
    { $n ->
        [one] { $n } question of { $questions } was left without a direct answer
       *[other] { $n } questions of { $questions } were left without a direct answer
    }
import-found-unanswered-note = That is { $share } of the questions.
import-found-question = A question is a message with a question mark that began a conversation and replied to nobody. A direct answer is a reply by somebody else in that conversation. Who was answered without the reply button the history does not say: in truth there are fewer such questions.
import-between = { $n }:00 to { $until }:00
import-found-busiest = The chat is liveliest { $when }
import-found-busiest-note =
    { $n ->
        [one] In the whole history { $n } message was written in these two hours of the week. Announcements are read best when people are here anyway.
       *[other] In the whole history { $n } messages were written in these two hours of the week. Announcements are read best when people are here anyway.
    }
import-found-readers =
    { $n ->
        [one] { $n } person only reads
       *[other] { $n } people only read
    }
import-found-readers-note =
    { $n ->
        [one] That is { $share } of those the chat shows: { $n } person writes. Those who came without a line in the history are not counted.
       *[other] That is { $share } of those the chat shows: { $n } people write. Those who came without a line in the history are not counted.
    }
import-found-readers-note-few =
    { $n ->
        [one] { $n } person writes. Those who came without a line in the history are not counted.
       *[other] { $n } people write. Those who came without a line in the history are not counted.
    }
import-found-best =
    { $n ->
        [one] The most talkative month was { $month }: { $n } message
       *[other] The most talkative month was { $month }: { $n } messages
    }
import-found-best-note =
    { $n ->
        [one] { $n } message in all, people who wrote: { $writers }.
       *[other] { $n } messages in all, people who wrote: { $writers }.
    }
import-found-nameless =
    { $n ->
        [one] { $n } message is of a deleted account: whose it is cannot be known.
       *[other] { $n } messages are of deleted accounts: whose they are cannot be known.
    }
import-answerers-title = Who answered most people
import-answerers-who = Who
import-answerers-people = People answered
import-answerers-answers = Answers
import-growth-title = How the chat grew
import-growth-note = Messages a month
import-growth-table = Table by month
import-growth-month = Month
import-growth-messages = Messages
import-growth-writers = Wrote
import-growth-new = For the first time
import-week-title = When the chat lives
import-week-note = Messages of the whole history by weekday and two hours, the community’s time
import-week-day = Weekday
import-on-monday = on Mondays
import-on-tuesday = on Tuesdays
import-on-wednesday = on Wednesdays
import-on-thursday = on Thursdays
import-on-friday = on Fridays
import-on-saturday = on Saturdays
import-on-sunday = on Sundays
import-post-head = For the chat
import-post-label = Copy and post it into the chat
import-post-title = What the history of “{ $title }” shows
import-post-messages =
    { $n ->
        [one] { $n } message, { $writers }
       *[other] { $n } messages, { $writers }
    }
import-people-wrote =
    { $n ->
        [one] { $n } author
       *[other] { $n } authors
    }
import-post-answerer =
    { $n ->
        [one] { $name } helps most: answers to { $n } person
       *[other] { $name } helps most: answers to { $n } different people
    }
import-post-unanswered =
    { $n ->
        [one] { $n } question of { $questions } was left without a direct answer
       *[other] { $n } questions of { $questions } were left without a direct answer
    }
import-post-busiest = Liveliest { $when }
import-post-readers =
    { $n ->
        [one] { $n } more person reads in silence
       *[other] { $n } more people read in silence
    }
import-take-back-title = Take the import back?
import-take-back-text = The messages of this import, and people who came only with it, disappear from the community. The file can be uploaded again.
import-take-back-act = Take it back
import-take-back-keep = Keep it
import-today-title = Bring in the chat’s history
import-today-note = People and conversations from Telegram: ten minutes, and the community is alive.
import-today-action = To the import
import-today-open-title = The history is in and waits for you
import-today-open-note = Look at the first findings. Members see the conversations once the owner opens them.
import-today-open-action = Look
import-audit-begun = An import was begun
import-audit-opened = An import was opened to members
import-audit-withdrawn = An import was taken back
import-findings-list = What the history shows
