today-nav = Сегодня
today-title = Сегодня
today-greeting-morning = Доброе утро, { $name }
today-greeting-day = Добрый день, { $name }
today-greeting-evening = Добрый вечер, { $name }
today-greeting-night = Доброй ночи, { $name }
today-lead =
    { $n ->
        [one] Одно дело ждёт вас. Остальное подождёт.
        [few] { $n } дела ждут вас. Начните с первого.
       *[many] { $n } дел ждут вас. Начните с первого.
    }
today-lead-none = Срочного нет. Можно просто зайти в разговоры.
today-first = С чего начать
today-none-title = Всё сделано
today-none-text = Ничего не ждёт вашего слова. Почитайте, о чём говорят коллеги.
today-none-act = К разговорам
today-about = О сообществе
today-mission = Ради чего мы вместе
today-members =
    { $n ->
        [one] { $n } участник
        [few] { $n } участника
       *[many] { $n } участников
    }
