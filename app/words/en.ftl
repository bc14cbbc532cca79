today-nav = Today
today-title = Today
today-greeting-morning = Good morning, { $name }
today-greeting-day = Good afternoon, { $name }
today-greeting-evening = Good evening, { $name }
today-greeting-night = Good night, { $name }
today-lead =
    { $n ->
        [one] One thing waits for you. The rest can wait.
       *[other] { $n } things wait for you. Begin with the first.
    }
today-lead-none = Nothing urgent. You can just look into the conversations.
today-first = Where to begin
today-none-title = All done
today-none-text = Nothing waits for your word. Read what colleagues talk about.
today-none-act = To the conversations
today-about = About the community
today-mission = Why we are together
desk-title = Desk
desk-lead =
    { $n ->
        [one] { $n } thing waits for a decision.
       *[other] { $n } things wait for a decision. First what would lose its meaning first.
    }
desk-lead-none = All is settled. You can look how the community is.
desk-done-today = Done today: { $n }
desk-queues = Queues
desk-queue-all = All
desk-first = First this
desk-none-title = Nothing here
desk-none-text = Nothing waits for your decision: somebody has taken up whatever was asked.
desk-none-act = To the pulse of the community
desk-aside = Promises and keys
desk-keys = Keys
desk-key-next = Next thing
desk-key-previous = The one before
desk-key-open = Open it
desk-key-act = Do what is offered
desk-keys-on = Letters work
