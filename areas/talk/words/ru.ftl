talk-title = Разговоры
talk-lead = О чём говорят и говорили здесь: по порядку, по месяцам и по словам.
talk-new = Начать разговор
talk-latest = Последнее
talk-past = Прошлое
talk-months = По месяцам
talk-months-unit = { $n ->
    [one] сообщение
    [few] сообщения
   *[many] сообщений
}
talk-topics = Темы
talk-topic = Тема
talk-threads = Разговоры по порядку
talk-none-title = Здесь пока тихо
talk-none-text = Никто ещё не написал. Спросите о том, что вам нужно в работе, или расскажите, над чем работаете.
talk-replies = { $n ->
    [0] ответов пока нет
    [one] { $n } ответ
    [few] { $n } ответа
   *[many] { $n } ответов
}
talk-last = последний: { $when }
talk-waits = ждёт ответа
talk-thread-title = Разговор
talk-thread-wordless = Сообщение без слов
talk-spoiler = Показать скрытые слова

# Authors
talk-author-former = бывший участник
talk-author-nobody = Удалённый аккаунт

# A thread
talk-replies-title = Ответы
talk-to-start = К началу
talk-to-end = К последним ответам
talk-pager-back = Раньше
talk-pager-on = Дальше
talk-edited = исправлено
talk-via = через { $name }
talk-forward = переслано от: { $name }
talk-gone-author = Сообщение удалено автором
talk-gone-moderator = Сообщение удалено модератором
talk-gone-erased = Слова убраны по просьбе автора
talk-gone-quoted = сообщение без слов
talk-reactions = Отклики
talk-poll = Опрос
talk-poll-total = { $n ->
    [one] Проголосовал { $n } человек
    [few] Проголосовали { $n } человека
   *[many] Проголосовали { $n } человек
}
talk-answer = Ответить
talk-search-author = Искать у автора
talk-correct = Исправить
talk-delete = Удалить
talk-back = К сообщению
talk-cancel = Не надо

# Media that stayed at their source
talk-media-photo = Фотография
talk-media-video = Видео
talk-media-video-message = Видеосообщение
talk-media-voice = Голосовое сообщение
talk-media-audio = Аудиозапись
talk-media-file = Файл
talk-media-sticker = Стикер
talk-media-animation = Анимация
talk-media-location = Место на карте
talk-media-contact = Контакт
talk-media-game = Игра
talk-media-invoice = Счёт
talk-media-call = Звонок
talk-media-other = Вложение

# Months
talk-month-threads = { $n ->
    [one] { $n } разговор
    [few] { $n } разговора
   *[many] { $n } разговоров
}
talk-month-messages = { $n ->
    [one] { $n } сообщение
    [few] { $n } сообщения
   *[many] { $n } сообщений
}
talk-month-none-title = В этом месяце молчали
talk-month-none-text = Разговоров, которые вам видны, тогда не начинали.
talk-service = { $n ->
    [one] И ещё { $n } служебная запись: кто пришёл, ушёл, что закрепили
    [few] И ещё { $n } служебные записи: кто пришёл, ушёл, что закрепили
   *[many] И ещё { $n } служебных записей: кто пришёл, ушёл, что закрепили
}
talk-topic-none-title = В этой теме пока пусто
talk-topic-none-text = Разговоров, которые вам видны, здесь нет.

# Questions
talk-questions-title = Ждут ответа
talk-questions-lead = Вопросы последних семи дней, на которые ещё никто не ответил.
talk-questions-none-title = Все вопросы с ответами
talk-questions-none-text = За последние семь дней ни один вопрос не остался без ответа.
talk-questions-none-act = К разговорам

# Writing
talk-new-title = Новый разговор
talk-new-lead = Его увидят все участники. Начните с главного: первые слова станут названием.
talk-new-label = Сообщение
talk-new-act = Опубликовать
talk-composer-label = Ваш ответ
talk-composer-hint = Можно выделять **жирным**, делать - списки, > цитаты и вставлять ссылки: это Markdown. До 8 000 знаков.
talk-composer-answers = — ответ на это сообщение
talk-composer-all = Ответить на первое сообщение
talk-fault-empty = Здесь ещё нет слов. Напишите хотя бы одно.
talk-fault-long = Получилось длиннее 8 000 знаков. Разделите на два сообщения, текст остался здесь.
talk-fault-often = Вы пишете слишком часто. Текст остался здесь, отправьте его через минуту.
talk-answer-elsewhere = Это сообщение стоит в другом разговоре. Откройте его и ответьте там.
talk-correction-title = Исправить сообщение
talk-correction-lead = Исправить можно в течение часа. Рядом появится пометка «исправлено».
talk-correction-act = Сохранить
talk-correction-late = Час на исправление прошёл, на эти слова уже могли ответить. Сообщение можно удалить или дополнить ответом.
talk-deletion-title = Удалить сообщение?
talk-deletion-lead-own = Слова исчезнут отовсюду, и вернуть их нельзя. Останется строка о том, что сообщение удалено, чтобы ответы на него было с чем связать.
talk-deletion-lead-other = Это слова другого человека: { $name }. Они исчезнут отовсюду, и вернуть их нельзя. Останется строка о том, что сообщение удалил модератор.
talk-deletion-act = Удалить
talk-deletion-done = Это сообщение уже удалено.
talk-deletion-notice = Сообщение удалено.

# Search
talk-search-title = Поиск
talk-search-label = Что искать
talk-search-example = Слова в любой форме
talk-search-act = Найти
talk-search-who = Кто писал
talk-search-anybody = Искать у всех
talk-search-from = С какого дня
talk-search-until = По какой день
talk-search-day-fault = Это не дата. Напишите её так: 2024-03-31, или оставьте поле пустым.
talk-search-kinds = Где искать
talk-search-messages = Сообщения
talk-search-people = Люди
talk-search-found = Найденное
talk-search-order = Порядок
talk-search-best = Сначала подходящее
talk-search-newest = Сначала новое
talk-search-meant = Кого вы имели в виду?
talk-search-meant-more = Показаны первые { $n }, могут быть и другие: напишите имя полнее.
talk-search-nobody = Среди тех, чьи сообщения вам видны, такого имени нет. Уберите имя или выберите автора на странице разговора.
talk-search-total = { $n ->
    [one] Нашлось { $n } совпадение
    [few] Нашлось { $n } совпадения
   *[many] Нашлось { $n } совпадений
}
talk-search-total-many = Нашлось больше { $n } совпадений
talk-search-corrected = Точно таких слов нет, поэтому показываем: «{ $words }».
talk-search-empty-title = О чём хотите узнать?
talk-search-empty-text = Напишите одно-два слова в любой форме. Слова в "кавычках" ищутся подряд, минус перед словом его исключает.
talk-search-none-title = Ничего не нашлось
talk-search-none-text = Попробуйте одно слово вместо нескольких, уберите даты и имя. Если об этом ещё не говорили, спросите сами.
talk-search-none-act = Спросить
talk-search-behind = { $n ->
    [one] Ещё { $n } новое сообщение записывается в поиск. Оно найдётся через несколько секунд.
    [few] Ещё { $n } новых сообщения записываются в поиск. Они найдутся через несколько секунд.
   *[many] Ещё { $n } новых сообщений записываются в поиск. Они найдутся через несколько секунд.
}
talk-search-behind-many = История записывается в поиск: впереди { $n }+ сообщений. Часть из них пока не найдётся.

# Today
talk-today-hello = Поздоровайтесь
talk-today-hello-note = Пара строк о том, кто вы и над чем работаете, и к вам будет с чем прийти.
talk-today-hello-act = Написать
talk-today-waiting = { $n ->
    [one] { $n } вопрос ждёт ответа
    [few] { $n } вопроса ждут ответа
   *[many] { $n } вопросов ждут ответа
}
talk-today-waiting-many = Больше { $n } вопросов ждут ответа
talk-today-waiting-note = За последние семь дней. Возможно, вы знаете, что сказать.
talk-today-waiting-act = Посмотреть
