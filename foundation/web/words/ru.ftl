# The frame of every page
web-product = Артель
web-product-note = дом профессионального сообщества
web-skip = К содержанию
web-menu = Основное меню
web-menu-short = Короткое меню
web-menu-manage = Управление
web-topbar = Шапка
web-rail = Боковая панель
web-menu-all = Все разделы
web-menu-manage-all = Управление: все разделы
web-menu-more = Ещё
web-search = Найти человека или тему
web-sign-in = Войти
web-colophon = Работает на Артели. Данные сообщества хранятся на его собственном сервере.
web-theme = Оформление
web-theme-light = Светлая
web-theme-auto = Как в системе
web-theme-dark = Тёмная
web-save = Сохранить
web-language = Язык
web-language-ru = Русский
web-language-en = English
web-close = Закрыть
web-pager = Страницы
web-pager-newer = Новее
web-pager-older = Раньше
web-pager-first = К началу
web-pager-next = Дальше

# Forms
web-faults = { $n ->
    [one] Поправьте { $n } поле
    [few] Поправьте { $n } поля
   *[many] Поправьте { $n } полей
}
web-faults-note = Остальное осталось, как вы написали.
web-optional = необязательно

# Errors
web-error-404-title = Такой страницы нет
web-error-404-text = Возможно, её убрали или в адресе опечатка. Всё остальное на месте.
web-error-403-title = Сюда вам пока нельзя
web-error-403-text = Это действие доступно не всем. Если оно вам нужно, напишите владельцу сообщества.
web-error-door-title = Эта страница для других
web-error-door-member = Её видят участники сообщества. Если вы из этого чата, найдите себя по ссылке от владельца или попросите приглашение. Уже нашли себя? Владелец ещё не подтвердил, что это вы: об ответе придёт письмо.
web-error-door-leader = Её открывают ведущие направлений и групп. Доступ даёт владелец: напишите ему, если он вам нужен.
web-error-door-moderator = Её открывают модераторы. Доступ даёт владелец: напишите ему, если он вам нужен.
web-error-door-staff = Её открывают владелец и администраторы. Доступ даёт владелец: напишите ему, если он вам нужен.
web-error-door-owner = Её открывает только владелец сообщества. Попросите его сделать это или передать вам роль.
web-error-foreign-title = Запрос пришёл с другого сайта
web-error-foreign-text = Мы его не выполнили: ничего не изменилось. Откройте нужную страницу здесь и повторите.
web-error-409-title = Уже не получится
web-error-409-text = Кто-то успел раньше, или положение изменилось. Откройте страницу заново.
web-error-422-title = Форма не подошла
web-error-422-text = Вернитесь назад и поправьте поля: то, что вы написали, браузер обычно сохраняет.
web-error-400-title = Форму не удалось прочитать
web-error-400-text = Вернитесь назад, обновите страницу и отправьте ещё раз.
web-error-413-title = Слишком много сразу
web-error-413-text = Столько эта страница не примет. Разделите на части и пришлите по одной.
web-error-429-title = Слишком часто
web-error-429-text = { $n ->
    [one] Подождите { $n } секунду и повторите. Ничего не потеряно.
    [few] Подождите { $n } секунды и повторите. Ничего не потеряно.
   *[many] Подождите { $n } секунд и повторите. Ничего не потеряно.
}
web-error-streams-text = Открыто слишком много живых страниц. Закройте лишние вкладки.
web-error-405-title = Так сюда не ходят
web-error-405-text = Страница есть, но такого действия у неё нет. Начните с её обычного адреса.
web-error-421-title = По этому адресу никого нет
web-error-421-text = На этом сервере нет сообщества с таким адресом. Проверьте ссылку.
web-error-503-title = Сейчас много работы
web-error-503-text = Ответ не успел. Ничего не потеряно: повторите через минуту.
web-error-500-title = Что-то сломалось у нас
web-error-500-text = Данные целы. Повторите через минуту; если не поможет, назовите владельцу номер.
web-error-reference = Номер: { $reference }
web-error-home = На главную
web-error-sign-in = Войти другим адресом

# Time
web-today = сегодня
web-yesterday = вчера
web-tomorrow = завтра
web-just-now = только что
web-minutes-ago = { $n ->
    [one] { $n } минуту назад
    [few] { $n } минуты назад
   *[many] { $n } минут назад
}
web-soon = через { $length }
web-minutes = { $n } мин
web-hours = { $n } ч
web-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
}
web-under-a-minute = меньше минуты
web-deeds = { $n ->
    [one] { $n } дело
    [few] { $n } дела
   *[many] { $n } дел
}
web-month-1 = января
web-month-2 = февраля
web-month-3 = марта
web-month-4 = апреля
web-month-5 = мая
web-month-6 = июня
web-month-7 = июля
web-month-8 = августа
web-month-9 = сентября
web-month-10 = октября
web-month-11 = ноября
web-month-12 = декабря
web-month-name-1 = январь
web-month-name-2 = февраль
web-month-name-3 = март
web-month-name-4 = апрель
web-month-name-5 = май
web-month-name-6 = июнь
web-month-name-7 = июль
web-month-name-8 = август
web-month-name-9 = сентябрь
web-month-name-10 = октябрь
web-month-name-11 = ноябрь
web-month-name-12 = декабрь
web-weekday-1 = понедельник
web-weekday-2 = вторник
web-weekday-3 = среда
web-weekday-4 = четверг
web-weekday-5 = пятница
web-weekday-6 = суббота
web-weekday-7 = воскресенье
web-weekday-short-1 = пн
web-weekday-short-2 = вт
web-weekday-short-3 = ср
web-weekday-short-4 = чт
web-weekday-short-5 = пт
web-weekday-short-6 = сб
web-weekday-short-7 = вс
web-remove-me = Убрать меня отсюда
