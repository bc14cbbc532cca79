# Who comes in
identity-email = Почта
identity-name = Как к вам обращаться
identity-name-hint = Так вас увидят коллеги
identity-sign-in = Войти
identity-sign-in-title = С возвращением
identity-sign-in-lead = Пришлём на почту письмо с кодом и ссылкой. Пароль не нужен.
identity-sign-in-send = Прислать код
identity-sign-in-by-password = Войти с паролем
identity-sign-in-enter = Войти
identity-sign-in-new = Ещё не с нами? Попросите приглашение у тех, кто уже внутри.
identity-password = Пароль
identity-code-title = Код из письма
identity-code-label = Шесть цифр, отправили на { $email }
identity-code-hint = Код действует 15 минут и только в этом браузере. Ссылка из письма откроется в любом.
identity-code-none = Письма нет? Загляните в «Спам» и проверьте адрес: на незнакомый адрес письмо приходит только тому, кто открыл ссылку-приглашение.
identity-code-again = Прислать ещё раз
identity-code-other = Указать другую почту
identity-link-title = Осталось нажать
identity-link-text = Вы входите как { $email }.
identity-link-spent-title = Ссылка уже не действует
identity-link-spent-text = По ней входят один раз и в течение 15 минут. Запросите новое письмо: это полминуты.
identity-link-new = Получить новое письмо
identity-wait-title = Слишком много попыток
identity-wait-text = Подождите { $length } и повторите. Ссылка из письма, если оно пришло, работает и сейчас.
identity-sign-out = Выйти
identity-signed-out = Вы вышли на этом устройстве

# The front page
identity-front-title = Добро пожаловать
identity-front-text = Сюда приходят по приглашению. Если вы уже с нами, войдите.
identity-front-outside = Вы вошли, но ещё не участник. Откройте приглашение из письма или попросите его у тех, кто внутри.

# The first run
identity-welcome-kicker = Первый запуск
identity-welcome-title = Кого вы собираете?
identity-welcome-lead = Три ответа, и сообщество готово. Почти всё можно поменять потом; навсегда остаётся только адрес.
identity-welcome-purpose = Профессия и миссия
identity-welcome-place = Имя и место
identity-welcome-owner = О вас
identity-welcome-from = С чего начинаете
identity-welcome-from-chat = Есть чат в Telegram
identity-welcome-from-chat-note = перенесём людей и историю за десять минут
identity-welcome-from-people = Есть пятеро знакомых
identity-welcome-from-people-note = пригласим по почте
identity-welcome-act = Создать сообщество
identity-welcome-aside = Как это будет выглядеть
identity-welcome-seen = Так увидят вас
identity-welcome-seen-name = Начинающие психологи
identity-welcome-seen-mission = Помочь начинающим психологам выстроить практику в безопасной среде, где есть первые клиенты и свои люди.
identity-welcome-need = Нужно для старта
identity-welcome-need-five = 5 знакомых
identity-welcome-yours = Сервер ваш, данные ваши. Выгрузить всё можно в любой день.
identity-welcome-closed-title = Дом готов, ждём хозяина
identity-welcome-closed-text = Сообщества здесь ещё нет. Его создаёт тот, кто запустил сервер.
identity-welcome-closed-where = Ссылка с одноразовым кодом показана в терминале, где работает «artel serve», или в журнале службы. Откройте её целиком.
identity-welcome-closed-again = Ссылка не подошла? Перезапустите сервер: он покажет новую, а прежняя перестанет действовать.
identity-welcome-done-title = Сообщество уже создано
identity-welcome-done-text = Первый запуск позади, эта страница больше не нужна.
identity-welcome-used = Этот код уже использован: сообщество создано в другом браузере.

# What a community says of itself
identity-community-title = О сообществе
identity-community-name = Название
identity-community-name-hint = Одно слово запоминают лучше: «Опора», «Цех», «Скальпель»
identity-community-slug = Адрес
identity-community-slug-hint = Латинские буквы, цифры и дефис: opora. Адрес остаётся навсегда
identity-community-mission = Одна большая идея
identity-community-mission-hint = К ней присоединяется человек. Прочитайте вслух: хочется ли вам самим?
identity-community-profession = Профессия
identity-community-profession-hint = Чем уже, тем крепче: не «врачи», а «хирурги»
identity-community-professions = Психологи | Хирурги | Маркетологи | Юристы | Архитекторы | Преподаватели | Дизайнеры | Разработчики | Предприниматели | Выпускники бизнес-школ
identity-community-specialisation = Специализация
identity-community-specialisation-hint = Если она есть: семейная терапия, начинающие, региональные сети
identity-community-specialisations = Начинающие | Семейная терапия | Частная практика | Руководители | Региональные сети | Исследователи
identity-community-language = Язык
identity-community-timezone = Часовой пояс
identity-community-timezone-hint = Выберите из списка или впишите, например Europe/Moscow
identity-community-currency = Валюта
identity-community-saved = Сохранили
identity-owner-name = Ваше имя
identity-owner-email = Ваша почта
identity-owner-email-hint = На неё придёт письмо, когда будете входить с другого устройства
identity-password-optional = Пароль, если хотите
identity-password-optional-hint = Не короче 10 знаков. Без пароля входят по коду из письма

# Faults of forms
identity-fault-name = Напишите имя: от 1 до 80 знаков
identity-fault-title = Напишите название: от 1 до 80 знаков
identity-fault-owner-name = Напишите, как вас зовут: от 1 до 80 знаков
identity-fault-language = Выберите язык из предложенных
identity-fault-slug = Нужно от 2 до 40 латинских букв, цифр и дефисов; первой стоит буква
identity-fault-slug-taken = Этот адрес уже занят, придумайте другой
identity-fault-mission = Одно предложение, до 240 знаков
identity-fault-mission-missing = Напишите миссию одним предложением
identity-fault-profession = До 80 знаков
identity-fault-profession-missing = Напишите, людей какой профессии вы собираете
identity-fault-timezone = Такого пояса нет в списке, например Europe/Moscow
identity-fault-currency = Три латинские буквы, например RUB
identity-fault-email = Проверьте адрес: нужна почта вида name@example.ru
identity-fault-password-short = Нужно не меньше 10 знаков. Подойдёт короткая фраза
identity-fault-password-long = Это слишком длинно: хватит 256 байт
identity-fault-password-plain = Один повторённый знак легко угадать
identity-fault-password-wrong = Почта и пароль не подошли друг к другу. Можно войти по коду из письма
identity-fault-password-current = Нынешний пароль не подошёл
identity-fault-code = Код не подошёл. Проверьте цифры
identity-fault-code-spent = Этот код больше не действует. Запросите новое письмо
identity-fault-role = Выберите человека и роль
identity-fault-people-none = Впишите хотя бы один адрес
identity-fault-people-many = За один раз можно пригласить не больше 50 человек
identity-fault-people-unread = Эти строки не удалось прочитать. Оставьте в каждой один адрес

# One's own account
identity-account-title = Мой вход
identity-account-name = Имя
identity-account-save = Сохранить
identity-account-saved = Сохранили
identity-account-language = Язык
identity-account-language-label = Язык страниц и писем
identity-account-language-hint = Меняется только для вас
identity-account-own = О чём вам пишут и что вы обещали
identity-account-entrance = Как вы входите
identity-account-password-set = Пароль задан
identity-account-password-none = Не задан, вы входите по коду из письма
identity-account-sessions-note = Где вы вошли и как выйти издалека
identity-account-homes = Другие ваши сообщества
identity-account-leave-note = Выйти можно в любой день: без вопросов и без обид.
identity-account-leave = Уйти из сообщества
identity-password-title = Пароль
identity-password-lead = Пароль не обязателен: код из письма работает всегда.
identity-password-current = Нынешний пароль
identity-password-new = Новый пароль
identity-password-hint = Не короче { $n } знаков. Короткая фраза лучше сложного слова
identity-password-set = Задать пароль
identity-password-change = Сменить пароль
identity-password-remove = Убрать пароль
identity-password-saved = Пароль сохранён, на других устройствах вы вышли
identity-password-removed = Пароля больше нет, на других устройствах вы вышли
identity-sessions-title = Устройства
identity-sessions-lead = Здесь вы сейчас вошли. Незнакомое завершите и смените пароль, если он есть.
identity-sessions-this = это устройство
identity-sessions-unknown = Неизвестный браузер
identity-sessions-network = сеть { $network }
identity-sessions-since = вход { $when }
identity-sessions-seen = последний раз { $when }
identity-sessions-end = Завершить
identity-sessions-end-others = Выйти на всех других устройствах
identity-sessions-ended = Устройство отключено
identity-sessions-others-ended = На других устройствах вы вышли
identity-pass-title = Переход
identity-pass-text = Вы переходите в «{ $community }».
identity-pass-spent = Пропуск действует минуту и один раз. Вернитесь и перейдите снова или войдите по почте.

# Leaving
identity-leave-title = Уход
identity-leave-lead = Вы уходите из «{ $community }».
identity-leave-words = То, что вы написали, останется в разговорах под вашим именем.
identity-leave-roles = Роли и доступ к страницам участников закончатся сразу.
identity-leave-back = Вернуться можно по новому приглашению: вас узнают.
identity-leave-act = Уйти
identity-leave-stay = Остаться
identity-left = Вы ушли. Спасибо, что были с нами

# Invitations
identity-invitations-title = Приглашения
identity-invitations-lead = Первые пятеро решают, каким будет сообщество. Позовите тех, кому доверяете.
identity-invitations-people = Кого пригласить
identity-invitations-people-hint = По одному в строке: адрес и, если хотите, имя. Анна Ёлкина anna@example.ru
identity-invitations-limit = { $n ->
    [one] За один раз до { $n } человека. Письмо действует 14 дней.
    [few] За один раз до { $n } человек. Письмо действует 14 дней.
   *[many] За один раз до { $n } человек. Письмо действует 14 дней.
}
identity-invitations-act = Пригласить
identity-invitations-list = Кого уже позвали
identity-invitations-none-title = Пока никого не звали
identity-invitations-none-text = Начните с пятерых, с кем уже обсуждали работу.
identity-invitations-sent = { $n ->
    [one] Отправили { $n } приглашение
    [few] Отправили { $n } приглашения
   *[many] Отправили { $n } приглашений
}
identity-invitations-all-here = Все эти люди уже с нами или приглашены
identity-invitations-resend = Отправить снова
identity-invitations-resent = Письмо отправлено снова, прежняя ссылка больше не действует
identity-invitations-revoke = Отозвать
identity-invitations-revoked = Приглашение отозвано
identity-invitation-waiting = ждёт
identity-invitation-accepted = принято
identity-invitation-expired = срок вышел
identity-invitation-revoked = отозвано
identity-invitation-closed = Приглашение уже принято или отозвано.
identity-invitation-title = Вас приглашают
identity-invitation-by = Приглашает { $inviter }
identity-invitation-act = Присоединиться
identity-invitation-known = У вас уже есть вход с этой почтой. Войдите, и приглашение останется за вами.
identity-invitation-welcome = Вы с нами. Рады знакомству
identity-invitation-over-title = Приглашение уже не действует
identity-invitation-over-text = Его приняли, отозвали или прошло две недели. Попросите прислать новое: это одно нажатие.
identity-invitation-over = Приглашение уже не действует. Попросите прислать новое.

# Roles
identity-roles-title = Роли
identity-roles-lead = Роль даёт право действовать за всех. Каждое решение записано в журнале.
identity-roles-holders = У кого какие роли
identity-roles-since = с { $when }
identity-roles-revoke = Снять
identity-roles-give = Дать роль
identity-roles-find = Имя или почта
identity-roles-find-hint = Начало имени или почта целиком
identity-roles-find-act = Найти
identity-roles-nobody = Никого не нашли. Проверьте начало имени: ищем среди участников.
identity-roles-whom = Кому
identity-roles-which = Какую роль
identity-roles-which-hint = Владелец может всё, администратор — людей, приглашения, пункты профиля и Пульс. Роли, журнал, удаление людей, описание сообщества и открытие истории остаются владельцу
identity-roles-give-act = Дать роль
identity-role-granted = Роль дана
identity-role-revoked = Роль снята
identity-role-last-owner = У сообщества должен остаться хотя бы один владелец. Сначала передайте эту роль другому.
identity-role-owner = Владелец
identity-role-administrator = Администратор
identity-role-moderator = Модератор
identity-role-council = Член совета
identity-role-direction-leader = Ведущий направления
identity-role-mentor = Наставник
identity-role-group-host = Ведущий малой группы
identity-role-ambassador = Амбассадор
identity-role-member = Участник
identity-role-applicant = Кандидат
identity-role-guest = Гость
identity-role-client = Клиент

# The audit
identity-audit-title = Журнал
identity-audit-lead = Что сделали владелец и администраторы. Записи не меняются и не стираются.
identity-audit-when = Когда
identity-audit-who = Кто
identity-audit-what = Что
identity-audit-whom = Кого касается
identity-audit-house = Система
identity-audit-former = бывший участник
identity-audit-none-title = Записей пока нет
identity-audit-none-text = Здесь появятся роли, отозванные приглашения и другие решения.
identity-audit-role-granted = Дана роль
identity-audit-role-revoked = Снята роль
identity-audit-invitation-revoked = Отозвано приглашение
identity-audit-community-described = Изменено описание сообщества
identity-audit-legal-ground-stated = Указано правовое основание

# Conflicts
identity-audience-withdrawn = Это уже отозвано, открыть нельзя.
identity-member-not-mergeable = Этих людей нельзя объединить: у одного из них свой вход, или это уже сделано.
identity-member-not-merged = Этот человек ни с кем не объединён.
identity-link-spent = Ссылка уже не действует. Запросите новое письмо.


# The first page
identity-step-invite-title = Позовите первых пятерых
identity-step-invite-note = с них начнётся разговор
identity-step-invite-act = Пригласить
identity-step-helper-title = Найдите помощника
identity-step-helper-note = администратор или модератор подхватит, когда вы заняты
identity-step-helper-act = Дать роль

# Letters
identity-letter-footer = Письмо пришло из сообщества «{ $community }». Если вы его не ждали, ничего не делайте.
identity-letter-sign-in-subject = { $code } — код для входа, { $community }
identity-letter-sign-in-text = Код для входа в «{ $community }»:
identity-letter-sign-in-link = Или войдите по ссылке
identity-letter-sign-in-note = Код и ссылка действуют 15 минут и один раз. Никому их не пересылайте.
identity-letter-invitation-subject = Вас приглашают в «{ $community }»
identity-letter-invitation-text = Вас приглашают в профессиональное сообщество «{ $community }».
identity-letter-invitation-text-by = { $inviter } приглашает вас в профессиональное сообщество «{ $community }».
identity-letter-invitation-link = Принять приглашение
identity-letter-invitation-note = Ссылка личная, действует 14 дней и один раз.
identity-letter-password-subject = Пароль изменён, { $community }
identity-letter-password-set = Ваш пароль задан или сменён. На всех других устройствах вы вышли.
identity-letter-password-removed = Ваш пароль убран. На всех других устройствах вы вышли.
identity-letter-password-note = Если это были не вы, войдите по коду из письма и задайте новый пароль.
identity-account-data = Ваши данные
identity-account-data-note = Посмотреть, скачать или стереть всё, что здесь о вас хранится.
