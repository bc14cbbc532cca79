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
today-step-done = сделано
today-none-title = Всё сделано
today-none-text = Вашего ответа ничего не ждёт. Почитайте, о чём говорят коллеги.
today-none-act = К разговорам
today-about = О сообществе
today-mission = Ради чего мы вместе
desk-title = Стол
desk-lead =
    { $n ->
        [one] { $n } дело ждёт решения.
        [few] { $n } дела ждут решения. Сначала то, что раньше потеряет смысл.
       *[many] { $n } дел ждут решения. Сначала то, что раньше потеряет смысл.
    }
desk-lead-more = Решения ждут не меньше { $count } дел. Сначала то, что раньше потеряет смысл.
desk-lead-none = Всё разобрано. Можно посмотреть, как дела у сообщества.
desk-done-today = Сделано сегодня: { $n }
desk-queues = Очереди
desk-queue-all = Все
desk-first = Сначала это
desk-none-title = Здесь пусто
desk-none-text = Ничего не ждёт вашего решения: всё, что просили, кто-то взял.
desk-none-here = В этой очереди ничего нет. Остальные дела ждут в других.
desk-none-act = К пульсу сообщества
desk-aside = Обещания и клавиши
desk-keys = Клавиши
desk-key-next = Следующее дело
desk-key-previous = Предыдущее
desk-key-open = Открыть дело
desk-key-act = Сделать предложенное
desk-keys-on = Быстрые клавиши включены

terminal-checking = файл проверяется
terminal-bringing = { $rate } в секунду, осталось { $left } с
terminal-reading = разговоры читаются
terminal-finding = первые выводы
terminal-known = Этот чат уже есть, из другой выгрузки: он узнан по номерам и времени сообщений. Добавлено только новое.
terminal-counts = Сообщений: { $messages }, людей: { $people }, ответов: { $replies }. Уже было: { $duplicates }.
terminal-nothing = Добавлять было нечего.
terminal-no-file = { $path }: здесь ничего нет. Проверьте путь к выгрузке.
terminal-no-right = { $path }: нет права читать. Дайте его пользователю, от имени которого запущен artel.
terminal-hidden = Участники не видят этого, пока вы не откроете импорт на странице { $path }.
