today-nav = Today
today-title = Today
today-greeting-morning = Good morning, { $name }
today-greeting-day = Good afternoon, { $name }
today-greeting-evening = Good evening, { $name }
today-greeting-night = Good evening, { $name }
today-lead =
    { $n ->
        [one] One thing is waiting for you. The rest can wait.
       *[other] { $n } things are waiting for you. Start with the first.
    }
today-lead-none = Nothing urgent. You could simply look in on the conversations.
today-first = Where to start
today-step-done = done
today-none-title = All done
today-none-text = Nothing is waiting for you. See what your colleagues are talking about.
today-none-act = Go to conversations
today-about = About the community
today-mission = Why we are together
desk-title = Desk
desk-lead =
    { $n ->
        [one] { $n } thing is waiting for a decision.
       *[other] { $n } things are waiting for a decision. The most urgent come first.
    }
desk-lead-more = At least { $count } things are waiting for a decision. The most urgent come first.
desk-lead-none = Everything is settled. You could see how the community is doing.
desk-done-today = Done today: { $n }
desk-queues = Queues
desk-queue-all = All
desk-first = Do these first
desk-none-title = Nothing here
desk-none-text = Nothing is waiting for your decision: somebody has taken up everything that was asked.
desk-none-here = Nothing is in this queue. What waits is in the others.
desk-none-act = Go to Pulse
desk-aside = Promises and keyboard
desk-keys = Keyboard
desk-key-next = Next row
desk-key-previous = Previous row
desk-key-open = Open it
desk-key-act = Do the suggested thing
desk-keys-on = Keyboard shortcuts on

terminal-checking = checking the file
terminal-bringing = { $rate } a second, { $left } s left
terminal-reading = reading conversations
terminal-finding = first findings
terminal-known = This chat is here already, from another export: known by the numbers and times of its messages. Only what is new was added.
terminal-counts = { $messages } messages, { $people } people, { $replies } replies; { $duplicates } were here already.
terminal-nothing = There was nothing to add.
terminal-no-file = { $path }: there is nothing here. Check the path of the export.
terminal-no-right = { $path }: no right to read it. Give it to the user who runs artel.
terminal-hidden = Hidden from members until you open it on the page { $path }.
