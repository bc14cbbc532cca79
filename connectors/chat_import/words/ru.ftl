import-nav = Перенос из Telegram
import-title = Перенос из Telegram
import-lead = Люди и разговоры вашего чата станут историей сообщества. Пока владелец не откроет её участникам, её видят только владелец и администраторы.
import-upload-title = Файл выгрузки
import-file = Выгрузка из Telegram Desktop
import-file-hint = result.json, архив zip или страницы messages.html. До 2 ГБ. Страниц может быть несколько: выберите все сразу.
import-chat = Какой чат
import-chat-hint = Нужно, только если в файле несколько чатов: название чата из выгрузки
import-begin = Проверить и перенести
import-list-title = Переносы
import-list-empty = Переносов пока не было. Первый появится здесь.
import-how-title = Как выгрузить
import-how-one = Откройте чат в Telegram Desktop на компьютере.
import-how-two = В меню чата выберите «Экспорт истории чата», формат «Машиночитаемый JSON». Файлы и фото не нужны.
import-how-three = Загрузите result.json сюда. Весь файл проверим до первой записи.
import-stays-title = История остаётся у вас
import-stays-text = Файл хранится на вашем сервере и удаляется, когда владелец откроет перенос или уберёт его. Личных переписок в выгрузке чата нет.
import-state-receiving = Принимаем файл
import-state-checking = Проверяем файл
import-state-bringing = Читаем разговоры
import-state-paused = На паузе
import-state-failed = Не удалось
import-state-cancelled = Отменён
import-state-brought = Перенесено, скрыто от участников
import-state-unchanged = Ничего нового
import-state-opened = Открыт участникам
import-state-withdrawing = Убираем
import-state-withdrawn = Убран
import-head-receiving = Принимаем файл
import-head-checking = Проверяем выгрузку
import-head-bringing = Читаем историю чата
import-head-paused = Перенос на паузе
import-head-failed = Перенос не удался
import-head-cancelled = Перенос отменён
import-head-brought = История перенесена
import-head-unchanged = В файле нет ничего нового
import-head-opened = История открыта участникам
import-head-withdrawing = Убираем перенесённое
import-head-withdrawn = Перенос убран
import-says-receiving = Файл на пути к серверу.
import-says-checking = Пока ничего не записано. Можно закрыть страницу: закончим без вас.
import-says-bringing = Можно закрыть страницу: закончим без вас.
import-says-paused = То, что уже перенесено, сохранено. Продолжим с того же места.
import-says-failed = Ниже написано, что случилось и что цело.
import-says-cancelled-empty = Ничего не записано. Тот же файл можно загрузить снова.
import-says-cancelled = То, что успели перенести, владелец может открыть участникам или убрать.
import-says-brought = Посмотрите, что получилось. Участники увидят разговоры, когда владелец их откроет.
import-says-unchanged = Всё из этого файла уже было здесь: добавлять нечего.
import-says-opened = Разговоры видны всем участникам.
import-says-withdrawing = Участники и поиск их уже не видят.
import-says-withdrawn = Сообщений этого переноса больше нет. Тот же файл можно загрузить снова.
import-broken-title = Работа прервалась
import-progress-count =
    { $n ->
        [one] { $done } из { $n } записи
        [few] { $done } из { $n } записей
       *[many] { $done } из { $n } записей
    }
import-progress-pace = { $n } в секунду
import-progress-label = Готово на { $n } %
import-minutes-left =
    { $n ->
        [one] осталась около { $n } минуты
        [few] осталось около { $n } минут
       *[many] осталось около { $n } минут
    }
import-seconds-left =
    { $n ->
        [one] осталась { $n } секунда
        [few] осталось { $n } секунды
       *[many] осталось { $n } секунд
    }
import-steps = Ход переноса
import-step-received = Файл принят
import-step-checked = Файл проверен
import-step-bringing = Читаем разговоры
import-step-findings = Первые находки
import-step-done = Готово
import-stat-messages = Сообщений
import-stat-people = Новых людей
import-stat-replies = Ответов на сообщения, всех
import-stat-service = Служебных строк
import-stat-known = Уже были здесь
import-pause = Приостановить
import-resume = Продолжить
import-cancel = Отменить перенос
import-open = Открыть участникам
import-take-back = Убрать перенесённое
import-pausing = Перенос остановится через несколько секунд
import-cancelling = Перенос отменяется
import-opened-notice = История открыта участникам
import-taking-back = Убираем перенесённое
import-owner-opens = Открыть перенос участникам или убрать его может владелец сообщества.
import-not-now = Сейчас это сделать нельзя: перенос уже в другом состоянии. Обновите страницу.
import-nothing-to-open = Этот перенос не принёс ничего нового, открывать нечего.
import-not-open-now = Этот перенос уже открыт или убран. Обновите страницу.
import-faults-title =
    { $n ->
        [one] Файл не подошёл
        [few] В файле нашлось { $n } ошибки
       *[many] В файле нашлось { $n } ошибок
    }
import-faults-none = Ничего не записано. Исправьте файл или выгрузите историю снова.
import-faults-some = То, что успели перенести, сохранено и скрыто от участников: владелец может открыть его или убрать.
import-same-title = Этот чат уже здесь
import-same-text = Он перенесён раньше из другой выгрузки ({ $form }), мы узнали его по номерам и времени сообщений. То, что уже было, не повторено и не изменено: добавляем только новое.
import-same-names = HTML знает людей только по именам, поэтому авторы новых сообщений могли появиться вторыми записями. Объединить их можно в списке пришедших с историей.
import-same-richer = JSON знает больше: номера людей и кто ставил реакции. Чтобы взять всё из него, уберите прежний перенос, пока он не открыт участникам, и загрузите этот файл снова.
import-warnings-title =
    { $n ->
        [one] { $n } замечание к файлу
        [few] { $n } замечания к файлу
       *[many] { $n } замечаний к файлу
    }
import-fault-none = Выберите файл выгрузки
import-fault-broken = Связь прервалась, файл пришёл не целиком. Ничего не записано, загрузите его ещё раз.
import-fault-many = Слишком много файлов за один раз: сложите их в архив zip
import-fault-twice = Два файла с одним именем: сложите папки в архив zip
import-fault-large = Файл больше 2 ГБ. Сохраните историю без фотографий и файлов. Файл больше этого можно перенести на самом сервере: artel import telegram ПУТЬ --community ИМЯ
import-findings-title = Первые находки
import-findings-print = На отдельной странице
import-found-former = бывший участник
import-found-answerer =
    { $n ->
        [one] { $name }: ответы { $n } человеку
        [few] { $name }: ответы { $n } разным людям
       *[many] { $name }: ответы { $n } разным людям
    }
import-found-answerer-note =
    { $n ->
        [one] Больше, чем у кого-либо: { $n } ответ, { $share } ответов людей друг другу.
        [few] Больше, чем у кого-либо: { $n } ответа, { $share } ответов людей друг другу.
       *[many] Больше, чем у кого-либо: { $n } ответов, { $share } ответов людей друг другу.
    }
import-found-answerer-note-few =
    { $n ->
        [one] Больше, чем у кого-либо: { $n } ответ.
        [few] Больше, чем у кого-либо: { $n } ответа.
       *[many] Больше, чем у кого-либо: { $n } ответов.
    }
import-found-answers =
    { $n ->
        [one] Всего их { $n }: ответы самому себе и удалённым аккаунтам в счёт не идут.
        [few] Всего их { $n }: ответы самому себе и удалённым аккаунтам в счёт не идут.
       *[many] Всего их { $n }: ответы самому себе и удалённым аккаунтам в счёт не идут.
    }
import-found-unanswered =
    { $n ->
        [one] { $n } вопрос из { $questions } остался без прямого ответа
        [few] { $n } вопроса из { $questions } остались без прямого ответа
       *[many] { $n } вопросов из { $questions } остались без прямого ответа
    }
import-found-unanswered-note = Это { $share } вопросов.
import-found-question = Вопрос здесь — сообщение со знаком вопроса, которое начало разговор, а не ответило кому-то. Прямой ответ — реплика другого человека кнопкой «Ответить» в этом разговоре. Кому ответили без кнопки, по истории не видно: таких вопросов на деле меньше.
import-between = с { $n }:00 до { $until }:00
import-found-busiest = Чат живее всего { $when }
import-found-busiest-note =
    { $n ->
        [one] За всю историю в эти два часа недели написано { $n } сообщение. Объявления лучше читают, когда люди и так здесь.
        [few] За всю историю в эти два часа недели написано { $n } сообщения. Объявления лучше читают, когда люди и так здесь.
       *[many] За всю историю в эти два часа недели написано { $n } сообщений. Объявления лучше читают, когда люди и так здесь.
    }
import-found-readers =
    { $n ->
        [one] { $n } человек только читает
        [few] { $n } человека только читают
       *[many] { $n } человек только читают
    }
import-found-readers-note =
    { $n ->
        [one] Это { $share } тех, кого видно в чате: пишет { $n } человек. Приходы без строки в истории сюда не попали.
        [few] Это { $share } тех, кого видно в чате: пишут { $n } человека. Приходы без строки в истории сюда не попали.
       *[many] Это { $share } тех, кого видно в чате: пишут { $n } человек. Приходы без строки в истории сюда не попали.
    }
import-found-readers-note-few =
    { $n ->
        [one] Пишет { $n } человек. Приходы без строки в истории сюда не попали.
        [few] Пишут { $n } человека. Приходы без строки в истории сюда не попали.
       *[many] Пишут { $n } человек. Приходы без строки в истории сюда не попали.
    }
import-found-best =
    { $n ->
        [one] Самый разговорчивый месяц — { $month }: { $n } сообщение
        [few] Самый разговорчивый месяц — { $month }: { $n } сообщения
       *[many] Самый разговорчивый месяц — { $month }: { $n } сообщений
    }
import-found-best-note =
    { $n ->
        [one] Всего в истории { $n } сообщение, писавших людей: { $writers }.
        [few] Всего в истории { $n } сообщения, писавших людей: { $writers }.
       *[many] Всего в истории { $n } сообщений, писавших людей: { $writers }.
    }
import-found-nameless =
    { $n ->
        [one] { $n } сообщение — от удалённых аккаунтов: чьё оно, уже не узнать.
        [few] { $n } сообщения — от удалённых аккаунтов: чьи они, уже не узнать.
       *[many] { $n } сообщений — от удалённых аккаунтов: чьи они, уже не узнать.
    }
import-answerers-title = Кто ответил большему числу людей
import-answerers-who = Кто
import-answerers-people = Скольким людям
import-answerers-answers = Ответов
import-growth-title = Как рос чат
import-growth-note = Сообщений в месяц
import-growth-table = Таблица по месяцам
import-growth-month = Месяц
import-growth-messages = Сообщений
import-growth-writers = Писали
import-growth-new = Впервые
import-week-title = Когда чат живёт
import-week-note = Сообщения за всю историю по дням недели, по два часа, время сообщества
import-week-day = День недели
import-on-monday = по понедельникам
import-on-tuesday = по вторникам
import-on-wednesday = по средам
import-on-thursday = по четвергам
import-on-friday = по пятницам
import-on-saturday = по субботам
import-on-sunday = по воскресеньям
import-post-head = Для чата
import-post-label = Скопируйте и отправьте в чат
import-post-title = Что видно из истории «{ $title }»
import-post-messages =
    { $n ->
        [one] { $n } сообщение, { $writers }
        [few] { $n } сообщения, { $writers }
       *[many] { $n } сообщений, { $writers }
    }
import-people-wrote =
    { $n ->
        [one] { $n } автор
        [few] { $n } автора
       *[many] { $n } авторов
    }
import-post-answerer =
    { $n ->
        [one] Чаще всех выручает { $name }: ответы { $n } человеку
        [few] Чаще всех выручает { $name }: ответы { $n } разным людям
       *[many] Чаще всех выручает { $name }: ответы { $n } разным людям
    }
import-post-unanswered =
    { $n ->
        [one] { $n } вопрос из { $questions } остался без прямого ответа
        [few] { $n } вопроса из { $questions } остались без прямого ответа
       *[many] { $n } вопросов из { $questions } остались без прямого ответа
    }
import-post-busiest = Живее всего { $when }
import-post-readers =
    { $n ->
        [one] Ещё { $n } человек читает молча
        [few] Ещё { $n } человека читают молча
       *[many] Ещё { $n } человек читают молча
    }
import-take-back-title = Убрать перенесённое?
import-take-back-text = Сообщения этого переноса и люди, пришедшие только с ним, исчезнут из сообщества. Файл можно будет загрузить снова.
import-take-back-act = Убрать перенесённое
import-take-back-keep = Оставить
import-today-title = Перенесите историю чата
import-today-note = Люди и разговоры из Telegram: десять минут, и сообщество уже живое.
import-today-action = К переносу
import-today-open-title = История перенесена и ждёт вас
import-today-open-note = Посмотрите первые находки. Участники увидят разговоры, когда владелец их откроет.
import-today-open-action = Посмотреть
import-audit-begun = Начат перенос истории
import-audit-opened = Перенос открыт участникам
import-audit-withdrawn = Перенос убран
import-findings-list = Что видно из истории
