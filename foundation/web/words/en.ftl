# The frame of every page
web-product = Artel
web-product-note = a home for a professional community
web-skip = Skip to content
web-menu = Main menu
web-menu-short = Short menu
web-menu-manage = Management
web-topbar = Top bar
web-rail = Side panel
web-menu-all = All sections
web-menu-manage-all = Management: all sections
web-menu-more = More
web-search = Find a person or a topic
web-sign-in = Sign in
web-colophon = Runs on Artel. The community’s data stays on its own server.
web-theme = Appearance
web-theme-light = Light
web-theme-auto = Same as system
web-theme-dark = Dark
web-save = Save
web-language = Language
web-language-ru = Русский
web-language-en = English
web-close = Close
web-pager = Pages
web-pager-newer = Newer
web-pager-older = Older
web-pager-first = Back to the start
web-pager-next = Next

# Forms
web-faults = { $n ->
    [one] Please correct { $n } field
   *[other] Please correct { $n } fields
}
web-faults-note = Everything else is just as you left it.
web-optional = optional

# Errors
web-error-404-title = Page not found
web-error-404-text = It may have been removed, or there is a typo in the address. Everything else is where it was.
web-error-403-title = You can’t do this yet
web-error-403-text = This is not open to everyone. If you need it, write to the community’s owner.
web-error-door-title = You don’t have access to this page
web-error-door-member = It is for members of the community. If you know the community from its chat, use the owner’s link to find yourself, or ask for an invitation. Have you found yourself already? The owner has yet to confirm that it is you: a letter will tell you.
web-error-door-leader = It is for leaders of directions and groups. The owner grants access: write to them if you need it.
web-error-door-moderator = It is for moderators. The owner grants access: write to them if you need it.
web-error-door-staff = It is for the owner and administrators. The owner grants access: write to them if you need it.
web-error-door-owner = It is for the community’s owner only. Ask them to do what you need, or to hand the role over to you.
web-error-foreign-title = The request came from another site
web-error-foreign-text = We did not act on it, so nothing has changed. Open the page here and try again.
web-error-409-title = It’s too late for that
web-error-409-text = Somebody got there first, or things have changed. Open the page again.
web-error-422-title = Something in the form needs correcting
web-error-422-text = Go back and correct the fields: browsers usually keep what you typed.
web-error-400-title = The form could not be read
web-error-400-text = Go back, reload the page and send it again.
web-error-413-title = Too much at once
web-error-413-text = This page can’t take that much. Split it up and send it in parts.
web-error-429-title = Too many requests
web-error-429-text = { $n ->
    [one] Wait { $n } second and try again. Nothing is lost.
   *[other] Wait { $n } seconds and try again. Nothing is lost.
}
web-error-streams-text = Too many live pages are open. Close the tabs you don’t need.
web-error-405-title = That can’t be done here
web-error-405-text = The page exists, but it has no such action. Start from its usual address.
web-error-421-title = There is nobody at this address
web-error-421-text = This server has no community at this address. Check the link.
web-error-503-title = We are busy right now
web-error-503-text = That took too long. Nothing is lost: try again in a minute.
web-error-500-title = Something broke on our side
web-error-500-text = Your data is safe. Try again in a minute; if that doesn’t help, give the owner this number.
web-error-reference = Number: { $reference }
web-error-home = Go to the home page
web-error-sign-in = Sign in with a different address

# Time
web-today = today
web-yesterday = yesterday
web-tomorrow = tomorrow
web-just-now = just now
web-minutes-ago = { $n ->
    [one] { $n } minute ago
   *[other] { $n } minutes ago
}
web-soon = in { $length }
web-minutes = { $n } min
web-hours = { $n } h
web-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
web-under-a-minute = less than a minute
web-deeds = { $n ->
    [one] { $n } time helped
   *[other] { $n } times helped
}
web-month-1 = January
web-month-2 = February
web-month-3 = March
web-month-4 = April
web-month-5 = May
web-month-6 = June
web-month-7 = July
web-month-8 = August
web-month-9 = September
web-month-10 = October
web-month-11 = November
web-month-12 = December
web-month-name-1 = January
web-month-name-2 = February
web-month-name-3 = March
web-month-name-4 = April
web-month-name-5 = May
web-month-name-6 = June
web-month-name-7 = July
web-month-name-8 = August
web-month-name-9 = September
web-month-name-10 = October
web-month-name-11 = November
web-month-name-12 = December
web-weekday-1 = Monday
web-weekday-2 = Tuesday
web-weekday-3 = Wednesday
web-weekday-4 = Thursday
web-weekday-5 = Friday
web-weekday-6 = Saturday
web-weekday-7 = Sunday
web-weekday-short-1 = Mon
web-weekday-short-2 = Tue
web-weekday-short-3 = Wed
web-weekday-short-4 = Thu
web-weekday-short-5 = Fri
web-weekday-short-6 = Sat
web-weekday-short-7 = Sun
web-remove-me = Remove me from here
