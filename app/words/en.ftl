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
today-members =
    { $n ->
        [one] { $n } member
       *[other] { $n } members
    }
