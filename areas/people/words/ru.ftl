# Каталог
people-title = Люди
people-lead = Кто чем силён и к кому с чем идти.
people-search = Искать людей
people-search-example = Имя, тема, город или школа
people-all-conditions = Все условия
people-chosen = Выбрано
people-order = Сначала
people-order-name = по имени
people-order-newest = новые участники
people-show = Показать
people-everybody = Показать всех
people-found = Кто нашёлся
people-members = Участники
people-none-found-title = Никто не подошёл
people-none-found-text = Уберите одно из условий или напишите короче: хватит начала слова.
people-none-title = Пока никого
people-none-text = Здесь появятся те, кто пришёл сам или узнал себя по ссылке.
people-myself = это вы
people-together = { $n ->
    [one] вы ответили друг другу { $n } раз
    [few] вы ответили друг другу { $n } раза
   *[many] вы ответили друг другу { $n } раз
}
people-not-yet = вы ещё не отвечали друг другу

# Страница участника
people-since = Первый месяц в сообществе: { $month }
people-edit = Рассказать о себе
people-as-others = Как видят другие
people-as-others-note = Так вашу страницу видят другие участники.
people-as-myself = Вернуться к своей странице
people-messages = Сообщений
people-first-seen = первое: { $month }
people-replies = Ответы другим
people-replies-note = из этих сообщений
people-answered = Ответы от других
people-answered-note = столько раз откликнулись на сообщения
people-about = О себе
people-come-with = С чем приходить
people-activity = Когда пишет
people-activity-note = Сообщения по месяцам, не больше двух лет.
people-as-table = То же таблицей
people-month = Месяц
people-silent = Сообщений пока нет. Слушать тоже можно.
people-topics = О чём пишет
people-aside = Место в сообществе
people-between-us = Что вас связывает
people-between-us-why = Между вами
people-answered-you = { $n ->
    [one] { $n } ответ вам
    [few] { $n } ответа вам
   *[many] { $n } ответов вам
}
people-you-answered = { $n ->
    [one] { $n } ответ от вас
    [few] { $n } ответа от вас
   *[many] { $n } ответов от вас
}
people-most-often = Чаще всего с кем
people-answers = { $n ->
    [one] { $n } ответ друг другу
    [few] { $n } ответа друг другу
   *[many] { $n } ответов друг другу
}
people-history = Кто кем оказался
people-history-none = Пока никого не объединяли.
people-former = бывший участник
people-cause-claim = участник узнал себя
people-cause-merge = объединили
people-undone = отменено
people-undo = Отменить
people-group-about = О вас
people-group-work = Дело
people-group-education = Учёба
people-group-place = Место и связь
people-group-company = Компания
people-group-offer = Что могу дать
people-group-need = Что ищу
people-group-beyond = Кроме работы
people-group-own = О сообществе

# Свой профиль
people-step-of = Шаг { $n } из { $of }
people-edit-lead = Заполняйте что хочется. Любой шаг можно пропустить и вернуться позже.
people-steps = Шаги
people-filled-of = Заполнено: { $n } из { $of }
people-save-next = Сохранить и дальше
people-save-done = Сохранить и закончить
people-skip = Пропустить
people-profile-saved = Профиль сохранён.
people-name = Как вас зовут
people-name-hint = Так вас увидят коллеги
people-hint-list = Через запятую, не больше двадцати
people-hint-lines = Каждое с новой строки
people-hint-zone = Например, Europe/Moscow
people-not-said = не указано
people-seen-by = Видят
people-seen-by-of = Кто видит: { $point }
people-visibility-everyone = все, и гости
people-visibility-members = участники
people-visibility-staff = только управляющие
people-point-headline = Одной строкой о себе
people-point-about = О себе
people-point-ask_me = О чём меня спросить
people-point-goal = Чего хочу от сообщества
people-point-profession = Профессия
people-point-specialisation = Специализация
people-point-experience_years = Лет опыта
people-point-practice = Как работаю
people-point-works_with = С кем работаю
people-point-methods = Методы
people-point-education = Образование
people-point-alma_mater = Альма-матер
people-point-degree = Степень
people-point-courses = Курсы и повышение квалификации
people-point-affiliations = В каких сообществах состою
people-point-city = Город
people-point-country = Страна
people-point-time_zone = Часовой пояс
people-point-languages = Языки
people-point-phone = Телефон
people-point-telegram = Telegram
people-point-site = Сайт
people-point-best_time = Когда удобно связаться
people-point-company = Компания
people-point-position = Должность
people-point-industry = Отрасль
people-point-business_size = Сколько людей в деле
people-point-company_site = Сайт компании
people-point-offer = Могу помочь
people-point-contacts = С кем могу познакомить
people-point-teaches = Чему могу научить
people-point-mentor = Наставничество
people-point-help_hours = Часов в месяц на помощь
people-point-need = Ищу
people-point-seeks = Кого ищу
people-point-challenge = Над чем бьюсь
people-point-hiring = Наём
people-point-hobbies = Увлечения
people-point-volunteers = Где помогаю бесплатно
people-point-books = Что почитать
people-point-motto = Правило жизни
people-choice-practice-in-person = очно
people-choice-practice-online = онлайн
people-choice-practice-both = очно и онлайн
people-choice-degree-bachelor = бакалавр
people-choice-degree-master = магистр или специалист
people-choice-degree-doctor = кандидат или доктор наук
people-choice-degree-other = другое
people-choice-business_size-one = только я
people-choice-business_size-upto10 = до 10
people-choice-business_size-upto50 = 11–50
people-choice-business_size-upto250 = 51–250
people-choice-business_size-more = больше 250
people-choice-mentor-yes = да, сейчас
people-choice-mentor-later = позже
people-choice-mentor-no = нет
people-choice-hiring-hires = ищу людей
people-choice-hiring-seeks = ищу работу
people-choice-hiring-open = рассмотрю предложения
people-choice-hiring-no = не сейчас

# Что не так в поле
people-fault-long = Слишком длинно, сократите
people-fault-many = Слишком много, оставьте главное
people-fault-choice = Выберите из списка
people-fault-number = Нужно целое число, например 12
people-fault-number-range = Такого числа здесь быть не может
people-fault-url = Нужен адрес страницы, например example.ru
people-fault-zone = Такого пояса нет. Пример: Europe/Moscow
people-fault-label = Назовите пункт
people-fault-choices = Нужно от двух до тридцати вариантов, каждый с новой строки
people-fault-name = Напишите, как вас звали в чате
people-fault-own-name = Имя не может быть пустым и длиннее 80 знаков
people-fault-contact = Оставьте почту или телефон: иначе не сможем ответить
people-fault-short = Напишите хотя бы три буквы имени
people-fault-who = Сначала найдите, кто это
people-fault-email = После @ не хватает адреса, например mail.ru
people-fault-ground = Напишите основание своими словами
people-fault-sure = Отметьте, что это ваше решение

# Уже поздно
people-conflict-claimed = Этого человека уже узнали. Если это были вы, напишите владельцу сообщества.
people-conflict-claim-waits = Вы уже отозвались на это имя. Владелец посмотрит и напишет вам.
people-conflict-many-claims = Несколько ваших откликов уже ждут владельца. Дождитесь ответа.
people-conflict-decided = По этому отклику уже решили.
people-conflict-link-over = Ссылка больше не действует: срок вышел, её отозвали или ею воспользовались. Попросите новую у того, кто прислал.
people-conflict-same = Это один и тот же человек.
people-conflict-not-imported = Стать прошлым другого может только тот, кто пришёл с историей и ещё не узнал себя.
people-conflict-undone = Это уже отменили.
people-conflict-later-act = С этим человеком после этого что-то сделали. Сначала отмените то, что позже.
people-conflict-gone = Этого человека уже удалили или объединили с другим.
people-conflict-points = Своих пунктов не может быть больше сорока. Уберите лишние.

# Пришли с историей
people-imported-title = Пришли с историей
people-imported-lead = Эти люди были в чате и ни на что не соглашались. Участники видят их только авторами сообщений. Пригласите их.
people-imported-wrote = кто писал, активные сверху
people-imported-all = все по имени
people-imported-silent = кто только читал
people-imported-none-title = Никого
people-imported-none-text = По этим условиям никто не нашёлся.
people-ground-missing = Не записано, на каком основании вы храните данные этих людей.
people-search-name = Имя
people-show-whom = Кого
people-wrote = { $n ->
    [one] { $n } сообщение
    [few] { $n } сообщения
   *[many] { $n } сообщений
}
people-wrote-nothing = сообщений нет
people-make-link = Личная ссылка
people-merge = Объединить
people-remove = Удалить
people-remove-title = Удалить человека
people-remove-lead = { $name }: имя и профиль будут стёрты. То, что рассказано о себе в сообщениях, уйдёт, только если стереть и их тексты.
people-remove-for-good = Это навсегда. Следующий перенос чата его не вернёт.
people-remove-do = Удалить навсегда
people-keep = Оставить
people-words = Что с сообщениями
people-words-stay = Оставить: их подпишем «бывший участник»
people-words-too = Стереть и тексты сообщений
people-removed = Удалили. Следующий перенос это учтёт.

# Объединение
people-merges-title = Один человек дважды
people-merges-lead = Сами мы никого не объединяем. Решаете вы, и любое решение можно отменить.
people-same-name = Одинаковые имена
people-same-name-none = Одинаковых имён нет
people-same-name-none-text = Если человек писал под разными именами, найдите его в списке и объедините.
people-bearers = { $n ->
    [one] { $n } человек с таким именем
    [few] { $n } человека с таким именем
   *[many] { $n } человек с таким именем
}
people-merge-do = Это один человек
people-more = Ещё
people-merge-title = Найти вторую половину
people-merge-with = { $name }: кто это ещё?
people-merge-lead = Выберите, под каким ещё именем писал этот человек. Это можно отменить.
people-merge-member = уже участник
people-merge-more = Другое имя этого человека
people-merged = Объединили. Если ошиблись, отмените ниже.
people-merge-undone = Отменили: всё как было.

# Ссылки
people-links-title = Ссылки «найди себя»
people-links-hidden = История ещё скрыта от участников: кто пришёл с ней, не найдёт себя по ссылке чата, пока вы её не откроете.
people-links-open = К импорту
people-links-lead = По ссылке из чата человек выбирает, кем он был, а вы подтверждаете. Личная ссылка подтверждает сама.
people-chat-link = Одна на весь чат
people-chat-link-none = Ссылки для чата ещё нет.
people-chat-link-make = Сделать ссылку для чата
people-chat-link-anew = Сделать новую
people-chat-link-hidden = Саму ссылку показываем один раз, когда её делают. Потеряли — сделайте новую, прежняя перестанет работать.
people-personal-links = Личные, ещё не использованные
people-personal-none = Никто не ждёт. Личные ссылки выдают из списка тех, кто пришёл с историей.
people-link-made = Ссылка готова
people-link-personal-lead = Отправьте её лично: { $name }. Кто по ней войдёт, тот и станет этим человеком.
people-link-chat-lead = Опубликуйте её в чате: каждый найдёт себя, а вы подтвердите.
people-link = Ссылка
people-link-once = Скопируйте сейчас: второй раз не покажем.
people-link-until = Действует до { $day }
people-link-over = Срок вышел
people-link-renew = Продлить на 30 дней
people-link-renewed = Ссылка продлена.
people-link-revoke = Отозвать
people-link-revoked = Ссылка больше не работает.

# Найти себя
people-claim-title = Найдите себя
people-claim-lead = Историю чата перенесли сюда. Найдите, под каким именем вы писали, и она станет вашей.
people-claim-name = Как вас звали в чате
people-claim-name-hint = Хватит начала имени или фамилии, от трёх букв
people-claim-search = Найти
people-claim-found = Кто-то из них — вы?
people-claim-none-title = Никого с таким именем
people-claim-none-text = Попробуйте иначе: латиницей, прозвищем, как было в Telegram. Или вас уже подтвердили.
people-claim-me = Это я
people-claim-are-you = { $name } — это вы?
people-claim-at-once = Ссылка личная, поэтому вы войдёте сразу.
people-claim-waits = Владелец сообщества посмотрит и подтвердит. Мы напишем вам.
people-claim-note = Пара слов владельцу
people-claim-note-hint = По чему вас узнать. Необязательно.
people-claim-do = Да, это я
people-claim-email-why = Сначала убедимся, что почта ваша: пришлём одно письмо с кодом.
people-claim-email = Почта
people-claim-letter = Прислать код
people-claim-not-me = Нет, искать дальше
people-claim-made = Ждём владельца
people-claim-made-text = Отклик записан. Когда его подтвердят, мы напишем вам на почту.
people-claim-another = У меня было и другое имя
people-claim-joined = Добро пожаловать. Ваша история теперь с вами.
people-claim-over = Здесь больше нечего подтверждать

# Отклики
people-claims-title = Кто узнал себя
people-claims-lead = Подтвердите тех, кого узнаёте. Можно сразу нескольких.
people-claims-none-title = Никто не ждёт
people-claims-none-text = Когда кто-то найдёт себя по ссылке из чата, он появится здесь.
people-claims-rivals = { $n ->
    [one] на это имя { $n } отклик
    [few] на это имя { $n } отклика
   *[many] на это имя { $n } откликов
}
people-claims-confirm = Подтвердить отмеченных
people-claims-refuse = Отказать отмеченным
people-claims-nothing = Отметьте хотя бы один отклик.
people-claims-confirmed = { $n ->
    [one] Подтвердили { $n } отклик. Мы написали человеку.
    [few] Подтвердили { $n } отклика. Мы написали людям.
   *[many] Подтвердили { $n } откликов. Мы написали людям.
}
people-claims-refused = { $n ->
    [one] Отказали: { $n } отклик.
    [few] Отказали: { $n } отклика.
   *[many] Отказали: { $n } откликов.
}

# Удалите меня
people-remove-me-link = Удалить меня отсюда
people-remove-me-title = Удалить меня
people-remove-me-lead = Аккаунт не нужен. Напишите, как вас звали в чате: владелец найдёт вас и удалит имя отовсюду.
people-remove-me-at-once = Сотрём имя, профиль и вход. Сразу и навсегда. То, что вы рассказали о себе в сообщениях, уйдёт, только если стереть и их тексты.
people-remove-me-name = Как вас звали в чате
people-remove-me-name-hint = Точно так, как показывал чат
people-remove-me-contact = Как с вами связаться
people-remove-me-contact-hint = Почта или телефон, только для ответа. Потом сотрём и их.
people-remove-me-later = Если чат перенесут ещё раз, вас там не будет.
people-remove-me-often = { $n ->
    [one] Из одной сети принимаем { $n } просьбу за четверть часа
    [few] Из одной сети принимаем { $n } просьбы за четверть часа
   *[many] Из одной сети принимаем { $n } просьб за четверть часа
}
people-remove-me-wait = { $n ->
    [one] Попробуйте через { $n } минуту. То, что вы написали, осталось в форме.
    [few] Попробуйте через { $n } минуты. То, что вы написали, осталось в форме.
   *[many] Попробуйте через { $n } минут. То, что вы написали, осталось в форме.
}
people-remove-me-do = Удалить меня навсегда
people-remove-me-ask = Попросить об удалении
people-remove-me-sure = Да, это моё решение
people-remove-me-done = Вас здесь больше нет
people-remove-me-done-text = Имя и профиль стёрты.
people-remove-me-asked = Просьба записана
people-remove-me-asked-text = Владелец сообщества посмотрит и ответит вам.
people-remove-only-leave = Только уйти, оставив имя
people-removed-yourself = Вас здесь больше нет. Спасибо, что были.
people-removals-title = Просьбы об удалении
people-removals-lead = Эти люди просят их забыть. Закон даёт на ответ 30 дней.
people-removals-none-title = Никто не просит
people-removals-none-text = Просьбы приходят со страницы «Удалить меня».
people-removals-wrote = Имя в просьбе: { $name }
people-removals-unknown = нужно найти, кто это
people-removals-contact = Связаться: { $contact }
people-removals-find = Найти, кто это
people-removals-look = Посмотреть и удалить
people-removals-other = Это другой человек
people-removals-this = Это он
people-removals-left = вышел из сообщества
people-removals-gone = человека, о котором могла быть просьба, уже удалили
people-removals-sure = Удалить навсегда: { $name }?
people-removals-sure-imported = Известен только по перенесённой истории. Имя будет стёрто.
people-removals-sure-member = Участник сообщества. Имя, профиль и вход будут стёрты.
people-removals-sure-left = Вышел из сообщества. Имя, профиль и всё, по чему можно узнать, будет стёрто.
people-removals-alike = Под этим же именем есть и другие. Они останутся
people-removals-gone-title = Такого человека уже удалили
people-removals-gone-lead = Его стёрли, пока эта просьба ждала. Если просил он, осталось ответить. Если другой с тем же именем, найдите его.
people-removals-answer = Ответить, что стёрто
people-removals-refuse = Отказать
people-removal-refused = Отказали. Объясните человеку почему.

# Пункты профиля
people-points-title = Пункты профиля
people-points-lead = Сорок пунктов есть у всех. Добавьте то, что важно именно у вас.
people-points-own = Свои пункты
people-points-none = Своих пунктов пока нет.
people-point-is-facet = по нему ищут
people-point-retired = убран
people-point-up = Выше: { $label }
people-point-down = Ниже: { $label }
people-point-retire = Убрать
people-point-revive = Вернуть
people-point-new = Новый пункт
people-point-label = Название
people-point-label-hint = Коротко, например «Супервизор»
people-point-hint = Подсказка
people-point-hint-hint = Что сюда писать. Необязательно.
people-point-kind = Вид
people-point-kind-hint = Потом не меняется
people-kind-text = строка
people-kind-long = текст
people-kind-choice = выбор из вариантов
people-kind-number = число
people-kind-list = список
people-kind-url = ссылка
people-point-choices = Варианты
people-point-choices-hint = Каждый с новой строки, только для выбора
people-point-visibility = Кто видит, если человек не решил иначе
people-point-facet = Показывать условием в каталоге
people-point-add = Добавить пункт
people-point-added = Пункт добавлен.
people-point-changed = Пункт изменён.

# Правовое основание
people-ground-title = Основание хранить данные
people-ground-lead = С историей чата пришли данные людей. Скажите один раз, на каком основании вы их храните.
people-ground-since = Записано { $day }.
people-ground-choose = На каком основании
people-ground-rules = Правила чата
people-ground-rules-note = вступая, люди соглашались, что переписку хранят
people-ground-interest = Законный интерес
people-ground-interest-note = профессиональному сообществу нужна его общая память
people-ground-consent = Согласие
people-ground-consent-note = вы спросили каждого и храните ответы
people-ground-other = Другое
people-ground-other-note = напишите своими словами
people-ground-text = Подробнее
people-ground-text-hint = Где это записано, кого спрашивали
people-ground-do = Записать
people-ground-stated = Основание записано.

# Свои данные
people-data = Мои данные
people-data-lead = Всё, что сообщество знает о вас, одним файлом.
people-data-what = Аккаунт, имена из чата, профиль, сообщения и запросы, помощь с благодарностями и сделками, месяцы, связи и каждое дело, где вы есть.
people-data-take = Забрать файл
people-data-remove = Можно стереть имя, профиль и всё, по чему вас узнают. Последний владелец сначала передаёт роль.

# Первые шаги
people-step-profile = Расскажите о себе
people-step-profile-note = Пять пунктов, и люди будут знать, с чем к вам прийти.
people-step-profile-action = Заполнить
people-step-links = Пусть люди найдут себя
people-step-links-note = Одна ссылка в чат, и авторы сообщений станут участниками.
people-step-links-action = Сделать ссылку
people-step-claims = { $n ->
    [one] { $n } человек узнал себя
    [few] { $n } человека узнали себя
   *[many] { $n } человек узнали себя
}
people-step-claims-note = Подтвердите, что это они.
people-step-claims-action = Посмотреть
people-step-removals = { $n ->
    [one] { $n } человек просит его забыть
    [few] { $n } человека просят их забыть
   *[many] { $n } человек просят их забыть
}
people-step-removals-note = Закон даёт на ответ 30 дней.
people-step-removals-action = Решить
people-step-ground = Запишите, на каком основании храните данные
people-step-ground-note = С историей пришли люди, которые ни на что не соглашались.
people-step-ground-action = Записать

# Письма
people-letter-confirmed-subject = Вас узнали: { $community }
people-letter-confirmed-text = Владелец подтвердил, что это были вы. Ваша история теперь с вами, приходите.
people-letter-refused-subject = Пока не подтвердили: { $community }
people-letter-refused-text = Владелец не узнал вас под этим именем или подтвердил другого. Если это ошибка, напишите ему в чат: он пришлёт личную ссылку.
people-letter-removed-subject = Вас здесь больше нет: { $community }
people-letter-removed-text = Ваше имя и всё, по чему вас можно узнать, стёрто. Этот адрес тоже.
people-letter-kept-subject = О вашей просьбе: { $community }
people-letter-kept-text = Владелец пока не выполнил просьбу об удалении. Он объяснит почему; вы можете попросить снова.

# Журнал
people-audit-chat-link-made = Сделана ссылка для чата
people-audit-personal-link-made = Выдана личная ссылка
people-audit-link-revoked = Отозвана ссылка
people-audit-merged = Объединены двое
people-audit-unmerged = Отменено объединение
people-audit-claim-confirmed = Подтверждён отклик
people-audit-claim-refused = Отказано в отклике
people-audit-erased = Удалён человек
people-audit-removal-refused = Отказано в удалении

# Help, as requests tell it
people-help = Помощь
people-help-ever = { $n ->
    [one] { $n } раз помощь подтвердил тот, кто её получил
    [few] { $n } раза помощь подтвердили те, кто её получил
   *[many] { $n } раз помощь подтвердили те, кто её получил
}
people-help-pledge = { $n ->
    [one] Обещание на этот год: { $n } раз из { $times }.
    [few] Обещание на этот год: { $n } раза из { $times }.
   *[many] Обещание на этот год: { $n } раз из { $times }.
}
people-help-pledge-more = { $n ->
    [one] Обещание на этот год выполнено: помощь подтверждена { $n } раз, обещано { $times }.
    [few] Обещание на этот год выполнено: помощь подтверждена { $n } раза, обещано { $times }.
   *[many] Обещание на этот год выполнено: помощь подтверждена { $n } раз, обещано { $times }.
}
people-help-pledge-mine = Моё обещание
people-help-thanks = Слова благодарности
