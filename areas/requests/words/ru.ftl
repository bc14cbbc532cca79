requests-title = Запросы

# Asking: the form, drafts, files, lists, topics, settings
requests-lead = Кто о чём просит и чем это кончилось. Помочь можно словом, делом или именем нужного человека.
requests-new = Попросить о помощи
requests-new-title = Новый запрос
requests-draft-title = Черновик запроса
requests-new-lead = Скажите, что вам нужно. Мы спросим тех, кто вероятнее всего поможет, и объясним им, почему именно их.
requests-part-need = Что нужно
requests-field-title = Что вам нужно, одной фразой
requests-field-title-hint = До 140 знаков: «Ищу семейного терапевта в Казани для пары после развода».
requests-field-details = Подробности
requests-field-details-hint = Что уже пробовали, какие условия, какой ответ будет полезен. Можно выделять **жирным**, делать - списки и вставлять ссылки: это Markdown. До 8 000 знаков.
requests-field-kind = Какая помощь нужна
requests-kind-any = Любая
requests-kind-solution = Решение
requests-kind-solution-note = Кто-то знает, как сделать.
requests-kind-recommendation = Рекомендация человека
requests-kind-recommendation-note = Нужен человек, за которого ручаются.
requests-kind-contact = Контакт
requests-kind-contact-note = Путь к компании или к человеку.
requests-kind-opinion = Мнение
requests-kind-opinion-note = Взгляд со стороны, опыт, разбор.
requests-kind-partner = Партнёр
requests-kind-partner-note = Кто возьмётся вместе с вами.
requests-field-topic = Направление
requests-topic-none = Без направления
requests-topic-any = Любое
requests-field-city = Город
requests-field-deadline = Нужно не позже
requests-field-tags = Метки
requests-field-tag = Метка { $n }
requests-field-tags-hint = До восьми слов, по которым запрос найдут. Необязательно.
requests-field-wanted = К кому ищете путь
requests-field-wanted-hint = Компании или люди, по одному в строке. Необязательно.
requests-field-sight = Кто увидит запрос
requests-sight-community = Всё сообщество
requests-sight-community-note = Увидят все участники, ответить сможет каждый.
requests-sight-chosen = Только выбранные люди
requests-sight-chosen-note = Никто другой о запросе не узнает, и администраторы тоже.
requests-sight-people = { $n ->
    [0] никто ещё не выбран
    [one] увидит { $n } человек
    [few] увидят { $n } человека
   *[many] увидят { $n } человек
}
requests-field-find = Имя участника
requests-field-find-hint = Начало имени или фамилии. Всё, что вы написали выше, сохранится в черновике.
requests-people-found = Отметьте тех, кто увидит запрос
requests-people-nobody = Участника с именем «{ $name }» нет. Проверьте, как оно пишется.
requests-act-find = Найти
requests-act-ask = Попросить
requests-act-preview = Посмотреть, как выйдет
requests-act-save = Сохранить черновик
requests-act-files = Приложить или убрать файлы
requests-asked = Запрос задан. Мы уже спрашиваем тех, кто может помочь.

# What is wrong with a form
requests-fault-title-empty = Скажите одной фразой, что вам нужно.
requests-fault-title-long = Первая фраза длиннее 140 знаков. Оставьте главное, остальное перенесите в подробности.
requests-fault-details-long = Подробности длиннее 8 000 знаков. Сократите их или приложите файлом: текст остался здесь.
requests-fault-city-long = Название города длиннее 80 знаков.
requests-fault-wanted-long = Список тех, к кому ищете путь, длиннее 1 000 знаков.
requests-fault-tag-long = Метка длиннее 40 знаков. Метка — одно-два слова.
requests-fault-tags-many = Меток больше восьми. Оставьте самые точные.
requests-fault-deadline = Это не дата. Напишите её так: 2026-11-30, или оставьте поле пустым.
requests-fault-deadline-past = Этот день уже прошёл. Поставьте другой или оставьте поле пустым.
requests-fault-deadline-far = Это дальше, чем через год. Поставьте день поближе или оставьте поле пустым.
requests-fault-people-none = Вы хотели показать запрос выбранным людям, но никого не выбрали. Найдите их по имени или покажите запрос всем.
requests-fault-people-many = Выбрано больше 20 человек. Для стольких лучше спросить всё сообщество.
requests-fault-kind = Такого вида помощи нет. Выберите один из этих.
requests-fault-sight = Выберите, кто увидит запрос.
requests-fault-topic = Этого направления больше нет. Выберите другое.
requests-fault-many-today = За сутки вы задали уже пять запросов. Текст сохранён в черновике, отправьте его завтра.
requests-fault-many-week = За неделю вы задали уже пятнадцать запросов. Текст сохранён в черновике, отправьте его позже.
requests-fault-often = Вы спрашиваете слишком часто. Текст остался здесь, отправьте его через минуту.
requests-draft-asked = Этот запрос уже задан, черновика больше нет.

# Drafts
requests-drafts-title = Черновики
requests-drafts-lead = Начатые запросы. Их видите только вы.
requests-draft-kept = Черновик сохранён.
requests-draft-kept-untitled = Черновик сохранён, но пока без главной фразы.
requests-drafts-many = У вас уже 50 черновиков. Удалите ненужные, и место найдётся.
requests-untitled = Без названия
requests-draft-delete = Удалить черновик
requests-draft-stay = Оставить
requests-draft-deletion-title = Удалить черновик?
requests-draft-deletion-lead = Текст и файлы исчезнут, и вернуть их нельзя.
requests-draft-deleted = Черновик удалён.
requests-none-drafts-title = Черновиков нет
requests-none-drafts-text = Когда вы начнёте запрос и не закончите, он подождёт вас здесь.
requests-preview-title = Как увидят другие
requests-preview-back = Вернуться к тексту

# Like requests
requests-similar-title = Похожие запросы
requests-similar-lead = Похожее уже спрашивали:
requests-similar-label = О чём запрос
requests-similar-example = Например: бухгалтер для НКО
requests-similar-none-title = Такого ещё не спрашивали
requests-similar-none-text = Похожих запросов, которые вам видны, нет. Спросите первым.
requests-solved = решён
requests-from-chat = из чата
requests-open = ждёт помощи

# Files
requests-files-title = Файлы
requests-files-lead = То, без чего запрос не понять: договор, снимок экрана, смета. Их увидят те, кто видит запрос.
requests-files-hint = { $n ->
    [one] До { $n } файла по 10 МБ.
   *[other] До { $n } файлов по 10 МБ.
}
requests-files-field = Файлы с вашего устройства
requests-files-field-hint = До пяти файлов, каждый не больше 10 МБ.
requests-files-act = Приложить
requests-files-kept = Файлы приложены.
requests-files-full = Приложено пять файлов, больше не поместится.
requests-file-size = { $n } КБ
requests-file-remove = Убрать
requests-file-removed = Файл убран.
requests-files-many = Файлов может быть не больше пяти. Уберите лишние или сложите их в один архив.
requests-fault-files-none = Выберите хотя бы один файл.
requests-fault-files-empty = Один из файлов пуст: в нём ничего нет. Выберите другой.
requests-fault-files-large = Файл больше 10 МБ. Сожмите его или вставьте в текст ссылку на него.
requests-fault-files-broken = Связь прервалась, и файлы не дошли. Попробуйте ещё раз: черновик на месте.

# Lists
requests-tabs = Какие запросы
requests-tab-open = Открытые
requests-tab-invited = Просили меня
requests-tab-mine = Мои
requests-tab-closed = Закрытые
requests-more = Ещё о запросах
requests-narrow = Сузить список
requests-narrow-tag = Метка
requests-narrow-act = Показать
requests-show-all = Показать все
requests-wordless = Запрос без слов
requests-former = бывший участник
requests-answers = { $n ->
    [one] { $n } ответ
    [few] { $n } ответа
   *[many] { $n } ответов
}
requests-waits = ждёт ответа
requests-until = до { $day }
requests-late = срок прошёл { $day }
requests-chosen-only = только выбранным
requests-outcome-solved = решён
requests-outcome-unsolved = не решён
requests-outcome-withdrawn = снят
requests-none-open-title = Открытых запросов нет
requests-none-open-text = Сейчас никто не ждёт помощи. Если вам что-то нужно в работе, спросите: здесь отвечают.
requests-none-invited-title = Вас пока не просили
requests-none-invited-text = Когда понадобится именно ваша помощь, запрос появится здесь и на первой странице.
requests-none-mine-title = Вы ещё ничего не спрашивали
requests-none-mine-text = Запрос — это одна фраза о том, что вам нужно. Остальное мы возьмём на себя.
requests-none-closed-title = Закрытых запросов пока нет
requests-none-closed-text = Здесь останется то, чем запросы кончились: кто помог и как.
requests-search = Найти запрос
requests-search-example = О чём спрашивали: слова в любой форме
requests-search-found = Найденные запросы
requests-search-note = Самые похожие сверху, не больше тридцати. Сообщения из чатов ищет общий поиск.
requests-search-none-title = Об этом ещё не спрашивали
requests-search-none-text = Попробуйте другие слова или спросите: запрос уйдёт тем, кто поможет вероятнее всех.
requests-none-found-title = Таких запросов нет
requests-none-found-text = Уберите одно из условий: вид помощи, направление, метку или город.

# Topics
requests-topics-title = Направления
requests-topics-lead = О чём бывают запросы. Если на запрос никто не откликнулся, спрашивают того, кто ведёт направление.
requests-topics-open = Открытые направления
requests-topics-retired = Закрытые направления
requests-topic-led = ведёт
requests-topic-unled = пока никто не ведёт
requests-topic-retired = закрыто для новых запросов
requests-topic-new = Открыть направление
requests-topic-new-act = Открыть
requests-topic-name = Название
requests-topic-name-hint = До 60 знаков, например «Семейная терапия».
requests-topic-opened = Направление открыто. Теперь назовите, кто его ведёт.
requests-topic-opened-led = Направление открыто, и его ведут. Новые запросы об этом его найдут.
requests-topic-tags = По каким словам его узнают
requests-topic-tags-label = Слова и метки
requests-topic-tags-hint = До восьми, через запятую. Когда об этом спросят, мы предложим это направление.
requests-topic-tags-act = Сохранить слова
requests-topic-leader-none = Пока никто
requests-topic-leader-agreed = Человек знает и согласен вести направление
requests-fault-topic-agreed = Сначала спросите, согласен ли человек, или выберите «Пока никто».
requests-topic-suggested = Похоже на направление «{ $name }».
requests-topic-suggested-act = Спросить в нём
requests-audit-topic-tagged = Названы слова направления
requests-topic-changed = Сохранено.
requests-topic-edit = Изменить
requests-topic-edit-title = Изменить направление
requests-topic-rename-act = Переименовать
requests-topic-leader = Кто ведёт
requests-topic-leader-lead = К нему обратятся, когда никто из спрошенных не откликнулся вовремя.
requests-topic-leader-choose = Кто будет вести
requests-topic-lead-act = Назвать ведущим
requests-topic-release-act = Больше не ведёт
requests-topic-retire = Закрыть направление
requests-topic-retire-lead = Новых запросов в нём не будет. Заданные останутся на месте.
requests-topic-retire-act = Закрыть
requests-topic-restore = Открыть снова
requests-topic-restore-lead = Его снова можно будет выбрать для запроса.
requests-topic-restore-act = Открыть снова
requests-topics-many = Направлений уже сто. Переименуйте одно из закрытых.
requests-fault-topic-empty = Дайте направлению название.
requests-fault-topic-long = Название длиннее 60 знаков.
requests-fault-topic-taken = Направление с таким названием уже есть.
requests-fault-leader = Этого человека среди участников нет. Найдите другого.
requests-none-topics-title = Направлений пока нет
requests-none-topics-text = Администратор откроет их, когда станет видно, о чём просят чаще всего.
requests-none-topics-text-staff = Откройте первое: по нему запросы легче найти, а у того, кто его ведёт, будет последнее слово.
requests-none-topic-title = В этом направлении ещё не спрашивали
requests-none-topic-text = Запросов, которые вам видны, здесь нет.

# Settings
requests-settings-title = Как мы спрашиваем
requests-settings-lead = Сколько людей просить о помощи за один раз и сколько ждать, прежде чем спросить следующих.
requests-settings-rule = Кого бы ни нашлось спросить, хоть одного, ждём ответа все эти часы; потом спрашиваем следующих, за ними того, кто ведёт направление, и лишь потом запрос приходит на стол, а если спросить некого, идёт туда сразу.
requests-settings-asked = Сколько человек спрашивать сразу
requests-settings-asked-hint = От 1 до 20. Чем больше, тем быстрее ответ и тем чаще беспокоят каждого.
requests-settings-hours = Сколько часов ждать ответа
requests-settings-hours-hint = От 1 до 336 часов, то есть до двух недель.
requests-settings-act = Сохранить
requests-settings-kept = Сохранено. Новые запросы пойдут по этим правилам.
requests-fault-asked = Укажите число от 1 до 20.
requests-fault-hours = Укажите число от 1 до 336.

# The audit
requests-audit-topic-opened = Открыто направление запросов
requests-audit-topic-renamed = Переименовано направление запросов
requests-audit-topic-retired = Закрыто направление запросов
requests-audit-topic-restored = Снова открыто направление запросов
requests-audit-leader-named = Назван ведущий направления
requests-audit-leader-released = Направление осталось без ведущего
requests-audit-settings-changed = Изменено, как спрашивают о помощи

### Запросы, найденные в истории
requests-found-title = Запросы в истории
requests-found-lead = Сообщения, в которых люди просили о помощи, найдены по их словам. По ним «Артель» понимает, кто в чём помогает.
requests-found-lead-apart = В показатели они не входят, пока их не принял владелец.
requests-found-none = Запросов не найдено
requests-found-none-note = Они появятся после переноса истории переписки.
requests-found-sample = Проверьте выборку
requests-found-judged = оценено { $n } из { $all } нужных
requests-found-sample-note = Это случайные сообщения из найденных. Отметьте, просит ли человек о помощи: так видно, насколько находкам можно верить.
requests-found-nobody = бывший участник
requests-found-confidence = уверенность { $share }
requests-found-yes = Просит
requests-found-no = Не просит
requests-found-about = О найденном
requests-found-counts = Найдено
requests-found-count-requests = Запросов
requests-found-count-answered = Из них с ответом
requests-found-count-helps = Ответов, которые помогли
requests-found-more = больше { $n }
requests-found-precision = Точность по выборке
requests-found-precision-note = Точность: какая доля найденного и правда запросы. В скобках границы, в которых она лежит с вероятностью 95 %. Помогшим считается ответ, за который автор запроса поблагодарил или который отметили реакцией.
requests-found-hashtags = Хештеги
requests-found-hashtags-label = Какие хештеги означают запрос
requests-found-hashtags-keep = Сохранить
requests-found-fault-many = Не больше двадцати хештегов.
requests-found-fault-hashtag = Хештег состоит из букв, цифр и знака подчёркивания, не длиннее 40 знаков.
requests-found-named = Хештеги сохранены.
requests-found-decided = Решение записано.
requests-found-sample-small = Сначала оцените выборку: по немногим сообщениям судить рано.
requests-found-accept-title = В показателях
requests-found-accepted = Приняты { $date }: стоят в показателях рядом с настоящими запросами.
requests-found-apart = Снова считать отдельно
requests-found-accept-by-owner = Решает владелец, когда оценены хотя бы { $n } сообщений выборки. Решение можно отменить.
requests-found-accept-later = Решить можно, когда оценены хотя бы { $n } сообщений выборки.
requests-found-accept-note = Если точность вас устраивает, найденные запросы войдут в показатели: в темы и в обещания на столе. Решение можно отменить.
requests-found-accept = Принять в показатели
requests-found-all-title = Все найденные
requests-found-all-lead = От новых к старым. Каждое ведёт к разговору, в котором это было.
requests-found-no-words = Без слов
requests-found-unanswered = Без ответа
requests-found-answers = { $n ->
    [one] { $n } ответ
    [few] { $n } ответа
   *[many] { $n } ответов
}
requests-found-helps = { $n ->
    [one] { $n } помог
    [few] { $n } помогли
   *[many] { $n } помогли
}
requests-audit-found-hashtags = Названы хештеги запросов
requests-audit-found-accepted = Найденные запросы приняты в показатели
requests-audit-found-set-apart = Найденные запросы считаются отдельно

# Why somebody is asked, invitations, and limits.
requests-because-month = { $month ->
    [1] В январе
    [2] В феврале
    [3] В марте
    [4] В апреле
    [5] В мае
    [6] В июне
    [7] В июле
    [8] В августе
    [9] В сентябре
    [10] В октябре
    [11] В ноябре
   *[12] В декабре
}
requests-because-word = «{ $word }»
requests-because-alike-you = { $when } вы ответили на похожее: «{ $what }»
requests-because-alike-them = { $when } есть ответ на похожее: «{ $what }»
requests-because-helped-with-you = { $when } вы помогли с похожим: «{ $what }»
requests-because-helped-with-them = { $when } помощь с похожим подтверждена: «{ $what }»
requests-because-offer-you = В вашем профиле сказано об этом: { $words }
requests-because-offer-them = В профиле сказано об этом: { $words }
requests-because-speaks-you = Вы указали, что говорите на этом языке: { $language }
requests-because-speaks-them = В профиле указан этот язык: { $language }
requests-because-lives-you = Вы указали, что живёте там, где это нужно: { $city }
requests-because-lives-them = В профиле указано, что живёт там, где это нужно: { $city }
requests-because-knows-you = Вы указали, что знаете людей там, куда ищут выход, или сами оттуда: { $name }
requests-because-knows-them = В профиле указаны знакомые или работа там, куда ищут выход: { $name }
requests-because-tag-you = Вы часто отвечаете на вопросы с меткой «{ $tag }»: { $n ->
    [one] { $n } ответ
    [few] { $n } ответа
   *[many] { $n } ответов
}
requests-because-tag-them = Часто отвечает на вопросы с меткой «{ $tag }»: { $n ->
    [one] { $n } ответ
    [few] { $n } ответа
   *[many] { $n } ответов
}
requests-because-tag-some-you = Вы отвечали на вопросы с меткой «{ $tag }»: { $n ->
    [one] { $n } ответ
    [few] { $n } ответа
   *[many] { $n } ответов
}
requests-because-tag-some-them = Отвечает на вопросы с меткой «{ $tag }»: { $n ->
    [one] { $n } ответ
    [few] { $n } ответа
   *[many] { $n } ответов
}
requests-because-helped-you = Вы уже отвечали автору этого запроса
requests-because-helped-them = Автору этого запроса уже есть ответы от этого человека
requests-because-was-helped-you = Автор этого запроса уже отвечал вам
requests-because-helped-asker = Вам уже есть ответы от этого человека
requests-because-was-helped-asker = Вы уже отвечали этому человеку
requests-because-was-helped-them = Этому человеку уже отвечал автор запроса
requests-because-answers-you = Вы часто отвечаете другим
requests-because-answers-them = Часто отвечает другим
requests-because-answers-some-you = Вы отвечали другим
requests-because-answers-some-them = Отвечает другим
requests-because-wider-you = О том, кто в этом силён, здесь пока известно мало, поэтому спрашиваем и вас
requests-because-wider-them = О том, кто в этом силён, здесь пока известно мало, поэтому спрашиваем шире
requests-because-around-you = Вы недавно были здесь
requests-because-around-them = Бывает здесь в последнее время
requests-because-leader-you = Вы ведёте направление, к которому относится запрос
requests-because-leader-them = Ведёт направление, к которому относится запрос
requests-because-passed-you = Вас назвали как того, кто поможет: { $name }
requests-because-passed-them = Кто назвал этого человека: { $name }
requests-because-chosen-you = Вас спрашивает лично: { $name }
requests-because-chosen-them = Спрашивает лично: { $name }
requests-invitation-title = Вас просят помочь
requests-invitation-title-said = Ваше слово
requests-invitation-why = Почему вас спросили
requests-invitation-waiting = Согласие не обязывает: вы договоритесь сами. Отказ никто не считает.
requests-invitation-took = Вы сказали, что поможете. Ответ ждут ниже.
requests-invitation-answered = Вы ответили. Спасибо!
requests-invitation-declined = Вы не берётесь за этот запрос. Передумать можно, пока он открыт.
requests-invitation-passed = Вы назвали того, кто поможет. Ответить можете и вы.
requests-invitation-lapsed = Запрос был закрыт раньше, чем вы ответили.
requests-invitation-take = Могу помочь
requests-invitation-pass = Знаю, кто поможет
requests-invitation-decline = Не сейчас
requests-invitation-no-topic = Запрос не относится ни к одному направлению, и заранее отказаться от таких нельзя. Как часто вас спрашивать, решаете вы:
requests-invitation-mute = Не спрашивать об этом направлении
requests-invitation-muted = Вы просили больше не спрашивать вас об этом направлении. Изменить это можно здесь:
requests-invitation-took-done = Вы сказали, что поможете. Напишите ответ.
requests-invitation-declined-done = Хорошо, не сейчас.
requests-invitation-passed-done = Спасибо. Если этого человека сейчас можно спрашивать, запрос до него дойдёт, и он узнает, кто его назвал.
requests-invitation-closed = Запрос уже закрыт: помогать не нужно.
requests-invitation-answered-already = Вы уже ответили на этот запрос.
requests-pass-title = Кто поможет?
requests-pass-lead = Если этот человек сейчас принимает просьбы, мы спросим его и скажем, кто его назвал.
requests-pass-name = Имя участника
requests-pass-name-hint = Первые буквы имени или фамилии.
requests-pass-find = Найти
requests-pass-found = Кого спросить
requests-pass-nobody = Никого другого с таким именем нет. Попробуйте первые буквы имени или фамилии.
requests-pass-act = Спросить
requests-pass-chosen = Этот запрос видят только выбранные люди. Скажите его автору, кого ещё спросить.
requests-pass-self = Это вы. Если можете помочь сами, напишите ответ.
requests-pass-helps = Этот человек уже отвечает на запрос или обещал помочь. Назовите другого.
requests-pass-asker = Это и есть автор запроса.
requests-pass-once = Одного человека вы уже назвали.
requests-pass-unknown = Этот человек больше не участник. Назовите другого.
requests-opening-closed = Запрос закрыт. Откройте его снова, тогда можно показать его всем.
requests-opening-said = Кто-то уже ответил только выбранным. Спросите всех новым запросом.
requests-opened-to-all = Теперь запрос видят все участники.
requests-limits-title = Сколько меня спрашивать
requests-limits-lead = О помощи вас просят не чаще, чем вы разрешаете. Отказ никто не считает.
requests-limits-note = Как часто вас просить о помощи, тихие часы, отпуск и направления, о которых вас не спрашивают.
requests-limits-week = { $n ->
    [0] За последние семь дней вас не спрашивали.
    [one] За последние семь дней вас спросили { $n } раз.
    [few] За последние семь дней вас спросили { $n } раза.
   *[many] За последние семь дней вас спросили { $n } раз.
}
requests-limits-per-week = Просьб в неделю, не больше
requests-limits-per-week-hint = От 0 до 20. При нуле вас спросят только те, кто выбрал вас лично.
requests-limits-quiet = Тихие часы
requests-limits-quiet-hint = Письма о просьбах подождут до их конца.
requests-limits-from = С какого часа
requests-limits-until = До какого часа
requests-limits-no-hour = не заданы
requests-limits-holiday = Отпуск
requests-limits-holiday-hint = В эти дни вас не спрашивают.
requests-limits-first-day = Первый день
requests-limits-last-day = Последний день
requests-limits-act = Сохранить
requests-limits-kept = Сохранено.
requests-limits-muted = Направления, о которых вас не спрашивают
requests-limits-muted-none = Таких нет. Отказаться от направления можно на странице запроса.
requests-limits-unmute = Снова спрашивать
requests-topic-muted = Об этом направлении вас больше не спросят.
requests-topic-unmuted = Об этом направлении вас снова будут спрашивать.
requests-fault-per-week = Число от 0 до 20.
requests-fault-quiet = Укажите оба часа, и разные, или не указывайте ни одного.
requests-fault-holiday = Укажите первый и последний день по порядку или не указывайте ни одного.
requests-fault-holiday-far = Это дальше, чем через два года. Поставьте день поближе или не указывайте отпуск.

# The page of a request, answers, introductions, outcomes, deals, thanks, pledges
requests-seen-all = видит всё сообщество
requests-steps = Ход запроса
requests-step-asked = Запрос задан
requests-step-looking = Подбираем людей
requests-step-none = Спросить некого
requests-step-people = { $n ->
    [one] Спросили { $n } человека
    [few] Спросили { $n } человек
   *[many] Спросили { $n } человек
}
requests-step-chosen = { $n ->
    [one] Видит { $n } человек
    [few] Видят { $n } человека
   *[many] Видят { $n } человек
}
requests-step-waiting = Ждём ответов
requests-step-answers = { $n ->
    [0] Ответов не было
    [one] Есть { $n } ответ
    [few] Есть { $n } ответа
   *[many] Есть { $n } ответов
}
requests-step-outcome = Исход
requests-wanted = К кому ищут путь
requests-aside = О запросе
requests-facts = Сведения
requests-fact-kind = Какая помощь
requests-fact-topic = Направление
requests-fact-city = Город
requests-fact-deadline = Нужно не позже
requests-fact-first = Первый ответ
requests-fact-after = через { $length }
requests-fact-at-once = сразу
requests-fact-tags = Метки
requests-asked-title = Кого спросили
requests-asked-count = { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[many] { $n } человек
}
requests-asked-more = { $n ->
    [one] Спросили ещё { $n } человека
    [few] Спросили ещё { $n } человек
   *[many] Спросили ещё { $n } человек
}
requests-asked-silent = Здесь появятся имена тех, кто возьмётся или ответит.
requests-asked-took = обещает помочь
requests-asked-answered = ответ есть
requests-asked-chosen = ваш выбор
requests-asked-you = вы · { $state }
requests-at-desk-nobody = Сейчас спросить некого: у тех, кого на этой неделе ещё можно беспокоить, ни профиль, ни прежние ответы не подходят достаточно близко. Запрос передан администраторам. Ответить по-прежнему может каждый.
requests-at-desk = Никто не взялся сам, и запрос передан администраторам. Ответить по-прежнему может каждый.
requests-opening-act = Показать всем участникам
requests-back = К запросу
requests-cancel = Не надо
requests-pager-start = К первым ответам
requests-pager-on = Дальше
requests-answers-title = Ответы
requests-answers-none = Пока никто не ответил. Короткий ответ лучше никакого.
requests-answers-never = Никто не ответил.
requests-answer-solution = Решение
requests-answer-recommendation = Рекомендация
requests-answer-contact = Контакт
requests-answer-comment = Комментарий
requests-answer-helped = помогло
requests-answer-private = Контакт видит только автор запроса.
requests-answer-gone-author = Автор удалил свои слова.
requests-answer-gone-moderator = Модератор убрал эти слова.
requests-answer-gone-erased = Слова убраны по просьбе автора.
requests-answer-folded = Свёрнуто: это разговор в стороне от запроса
requests-answer-notice = Ответ отправлен. Спасибо!
requests-answer-notice-comment = Комментарий добавлен.
requests-answer-asker-gone = Автор вышел из сообщества, и запрос больше не ждёт ответов. Текст остался здесь: скопируйте его, если он ещё нужен.
requests-answer-closed = Запрос уже закрыт, и новые ответы в нём не принимаются. Текст остался здесь: скопируйте его, чтобы передать лично.
requests-answer-fault-kind = Ответить так нельзя. Выберите вид ответа выше: текст сохранился.
requests-answer-fault-own = На свой запрос можно ответить только комментарием.
requests-answer-fault-person = Назовите участника, которого рекомендуете.
requests-answer-fault-oneself = Себя рекомендовать не нужно: ответьте решением.
requests-answer-fault-asker = Это и есть автор запроса. Назовите другого.
requests-answer-fault-nobody = Человека называют только в рекомендации.
requests-answer-fault-unknown = Этого человека среди участников нет.
requests-answer-fault-recommended = Этого человека здесь уже рекомендовали.
requests-answer-fault-name = Участника с таким именем нет. Проверьте, как оно пишется.
requests-answer-fault-which = Выберите, кого вы имеете в виду.
requests-answer-fault-often = Вы отвечаете слишком часто. Текст остался здесь, отправьте его через минуту.
requests-text-fault-empty = В ответе нет слов.
requests-text-fault-long = Текст длиннее 8 000 знаков. Сократите его: он остался здесь.
requests-composer-title = Ваш ответ
requests-composer-title-own = Добавить к запросу
requests-composer-kinds = Чем ответить
requests-composer-own = Ваш комментарий
requests-composer-hint-own = Увидят все, кто видит запрос. Можно выделять **жирным** и вставлять ссылки.
requests-composer-solution = Что поможет
requests-composer-hint-solution = Увидят все, кто видит запрос. Можно выделять **жирным** и вставлять ссылки.
requests-composer-act-solution = Ответить
requests-composer-recommendation = Почему этот человек
requests-composer-hint-recommendation = Мы предложим им познакомиться. Контакты откроются, только когда согласятся оба.
requests-composer-act-recommendation = Рекомендовать
requests-composer-contact = Кто это и как найти
requests-composer-hint-contact = Увидит только автор запроса. Давайте контакт с согласия того, чей он.
requests-composer-act-contact = Дать контакт
requests-composer-comment = Ваш комментарий
requests-composer-hint-comment = Уточнение или слово поддержки. Ответом не считается.
requests-composer-act-comment = Добавить
requests-composer-person = Имя участника
requests-composer-person-hint = Имя, фамилия или их часть, можно латиницей.
requests-composer-which = Кого вы имеете в виду
requests-composer-since = здесь с { $day }
requests-folding-act = Свернуть
requests-folding-notice = Комментарий свёрнут. Слова целы, развернуть их можно в любой момент.
requests-folding-comments = Свернуть можно только комментарий.
requests-unfolding-act = Развернуть
requests-unfolding-notice = Комментарий снова виден целиком.
requests-deletion-title = Удалить слова?
requests-deletion-lead-own = Ваши слова исчезнут, и вернуть их нельзя. Останется строка о том, что они были.
requests-deletion-lead-other = Слова исчезнут, и вернуть их нельзя. Автор: { $name }.
requests-deletion-act = Удалить
requests-deletion-notice = Слова удалены.
requests-deletion-done = Эти слова уже удалены.
requests-introduction-title = Знакомство
requests-introduction-by = Кто рекомендует: { $name }
requests-introduction-decide = Решить о знакомстве
requests-introduction-open = О знакомстве
requests-introduction-waits = Знакомство предложено.
requests-introduction-waits-you = Можно познакомиться. Решать вам обоим.
requests-introduction-waits-other = Вы согласились. Ждём второго согласия.
requests-introduction-met-line = Знакомство состоялось.
requests-introduction-declined-line = Знакомство не сложилось.
requests-introduction-decide-lead = Вам предлагают знакомство: { $name }.
requests-introduction-waits-lead = Вы согласились. Как только согласие будет взаимным, здесь появятся контакты: { $name }.
requests-introduction-met-lead = Вы оба согласились: { $name }. Контакты открыты: можно написать, не дожидаясь письма.
requests-introduction-declined-lead = Знакомство не сложилось: { $name }. Так бывает, и причин никто не спрашивает.
requests-introduction-shows = Когда согласятся оба, каждый увидит почту, Telegram и телефон другого: почту, с которой вы входите, остальное, если оно есть в профиле.
requests-introduction-shows-chosen = Запрос видят только выбранные люди. Согласившись, вы покажете его и этому человеку.
requests-introduction-accept = Познакомиться
requests-introduction-decline = Не сейчас
requests-introduction-free = Отказаться можно без объяснений. Об отказе никто не узнает.
requests-introduction-declined = Это знакомство уже не состоится.
requests-introduction-gone = Этот человек вышел из сообщества, и знакомство не состоится.
requests-introduction-closed = Запрос уже закрыт, и знакомство вместе с ним.
requests-introduction-met = Знакомство уже состоялось.
requests-introduction-notice-accepted = Ваше согласие записано.
requests-introduction-notice-met = Согласны оба: контакты открыты.
requests-introduction-notice-declined = Хорошо, не сейчас.
requests-introduction-contacts = Контакты
requests-introduction-contacts-note = Их видите только вы. Ваши контакты видит только этот человек.
requests-introduction-email = Почта
requests-introduction-telegram = Telegram
requests-introduction-phone = Телефон
requests-closure-offer = Чем закончится
requests-closure-offer-text = Отметьте исход, когда станет ясно, что вышло. Он попадёт в книгу дел: кто помог и чем. Помощь видна, только когда её подтвердили.
requests-closure-act = Отметить исход
requests-closure-withdraw = Отозвать запрос
requests-closure-title = Что вышло
requests-closure-lead = Скажите, чем закончился запрос и кто помог. Передумать можно в течение 30 дней. Несостоявшиеся знакомства снимаются вместе с запросом.
requests-closure-outcome = Исход
requests-closure-solved = Решён
requests-closure-solved-note = Нужное нашлось, с помощью или без.
requests-closure-unsolved = Не решён
requests-closure-unsolved-note = Не вышло. Скажите почему: это поможет следующим.
requests-closure-withdrawn = Снят
requests-closure-withdrawn-note = Больше не нужно.
requests-closure-note = Как решилось или почему нет
requests-closure-note-hint = Увидят все, кто видит запрос. До 4 000 знаков.
requests-closure-helpers = Кто помог
requests-closure-helpers-text = Только для решённого запроса. Отметьте всех, чья помощь была настоящей: она останется за ними.
requests-closure-words = Спасибо и сделка
requests-closure-thanks = Спасибо своими словами
requests-closure-shown = Эти слова можно показать в профиле, если человек согласится
requests-closure-amount = Сумма сделки, { $currency }
requests-closure-amount-hint = Если была сделка. Сумму увидите только вы двое; в общий итог она войдёт, когда её подтвердят.
requests-closure-other = Помог кто-то ещё
requests-closure-other-hint = Имя, фамилия или их часть: участник, который здесь не ответил.
requests-closure-other-hint-chosen = Имя, фамилия или их часть: кто-то из тех, кто видит этот запрос.
requests-closure-notice = Исход отмечен. Спасибо, что рассказали.
requests-closure-done = Этот запрос уже закрыт.
requests-closure-fault-outcome = Выберите, чем закончился запрос.
requests-closure-fault-why = Скажите хотя бы одной фразой, почему не вышло.
requests-closure-fault-note = Текст длиннее 4 000 знаков. Сократите его: он остался здесь.
requests-closure-fault-thanks = Благодарность длиннее 600 знаков. Сократите её: она осталась здесь.
requests-closure-fault-oneself = Себя отмечать не нужно.
requests-closure-fault-many = Отметьте не больше десяти человек, каждого один раз.
requests-closure-fault-unknown = Среди отмеченных есть тот, кто здесь не состоит.
requests-closure-fault-chosen = Запрос видят только выбранные люди. Отметить можно кого-то из них.
requests-closure-fault-helpers = У одного из помогших поле заполнено с ошибкой.
requests-closure-fault-unmarked = Здесь есть слова или сумма: отметьте, что этот человек помог, или сотрите их.
requests-closure-fault-unnamed = Здесь есть слова или сумма: назовите, кто помог, или сотрите их.
requests-closure-fault-words = Спасибо и сделка бывают только у решённого запроса: выберите «Решён» или сотрите их ниже.
requests-amount-fault-form = Не ясно, какая это сумма. Напишите её так: 4900, 4 900 или 4900,50.
requests-amount-fault-part = В этой валюте нет дробных сумм. Напишите её так: 4900.
requests-amount-fault-large = Сумма слишком велика.
requests-amount-fault-nothing = Сумма должна быть больше нуля. Если сделки не было, оставьте поле пустым.
requests-reopening-act = Открыть снова
requests-reopening-notice = Запрос снова открыт, и его видят все, кто видел раньше.
requests-reopening-notice-helped = Запрос снова открыт. Отмеченная помощь снята вместе с исходом.
requests-reopening-late = Со дня закрытия прошло больше 30 дней. Задайте новый запрос.
requests-reopening-deal = Сделку вы подтвердили оба, и снять её вместе с исходом нельзя. Сумму можно поправить, а о новом спросите новым запросом.
requests-outcome = Исход
requests-outcome-asker-gone = Автор вышел из сообщества, поэтому запрос снят. Спасибо всем, кто хотел помочь.
requests-outcome-alone = Нашлось без чужой помощи.
requests-outcome-helpers = { $n ->
    [one] Помощь { $n } человека подтверждена
   *[other] Помощь { $n } человек подтверждена
}
requests-thanks-shown = видно в профиле
requests-thanks-show = Показать в профиле
requests-thanks-hide = Не показывать в профиле
requests-thanks-show-theirs = Показать в профиле этого человека
requests-thanks-hide-theirs = Не показывать в профиле этого человека
requests-thanks-asker-would-not = Автор запроса сказал эти слова только вам.
requests-thanks-helper-decides = В профиле появится, если человек согласится.
requests-thanks-notice-shown = Вы согласны показать эти слова в профиле.
requests-thanks-notice-hidden = Эти слова в профиле не показываются.
requests-thanks-title = Спасибо
requests-thanks-lead = Скажите своими словами, чем этот человек вам помог. Слова увидите вы двое, а в профиле они появятся, если согласны оба.
requests-thanks-hint = До 600 знаков. Новые слова в профиле не появятся, пока человек не согласится и на них.
requests-thanks-add = Добавить спасибо
requests-thanks-change = Изменить спасибо
requests-thanks-act = Сохранить
requests-thanks-notice-said = Записано.
requests-deal-title = Сделка
requests-deal-lead = Сумму увидите только вы двое. В общий итог сообщества она войдёт, когда её подтвердит тот, кто помог.
requests-deal-hint = Сколько заплачено или договорено заплатить.
requests-deal-act = Записать сделку
requests-deal-correct-act = Записать новую сумму
requests-deal-of = Сделка: { $amount }
requests-deal-corrected = Исправлено на { $amount }
requests-deal-private = видите только вы двое
requests-deal-stated = ждёт подтверждения
requests-deal-nobody = подтвердить уже некому: человека здесь больше нет
requests-deal-gone = Того, кто помог, здесь больше нет: новую сумму подтвердить некому. Можно отметить, что сделки не было.
requests-deal-confirmed = подтверждена
requests-deal-disputed = вторая сторона не согласна
requests-deal-confirm = Да, так и было
requests-deal-dispute = Это не так
requests-deal-add = Добавить сделку
requests-deal-correct = Исправить сумму
requests-deal-replaced = Сумму уже исправили. Посмотрите новую.
requests-deal-fault-often = Эту сделку за сутки уже исправляли пять раз. Исправить её снова можно будет завтра.
requests-deal-disputed-already = Вы сказали, что это не так. Подтвердить можно будет сумму, которую исправит автор запроса.
requests-deal-confirmed-stays = Вы подтвердили эту сделку. Если сумма неверна, её исправит автор запроса.
requests-deal-confirmed-already = Сделку подтвердили вы оба. Можно только исправить сумму.
requests-deal-none-act = Сделки не было
requests-deal-notice-none = Записано, что сделки не было.
requests-deal-notice-stated = Сделка записана и ждёт подтверждения.
requests-deal-notice-confirmed = Сделка подтверждена.
requests-deal-notice-disputed = Записано, что это не так. Автор запроса может исправить сумму.
requests-pledge-title = Моё обещание
requests-pledge-lead = Сколько раз вы готовы помочь за год. Это обещание себе: за него не дают ни очков, ни мест.
requests-pledge-note = Сколько раз вы готовы помочь за год и кому уже помогли.
requests-pledge-mine = { $n ->
    [one] Помогу { $n } раз в { $year } году
    [few] Помогу { $n } раза в { $year } году
   *[many] Помогу { $n } раз в { $year } году
}
requests-pledge-done = { $n ->
    [0] пока не отмечено ни одного раза из { $times }
    [one] { $n } раз из { $times }, помощь подтверждена
    [few] { $n } раза из { $times }, помощь подтверждена
   *[many] { $n } раз из { $times }, помощь подтверждена
}
requests-pledge-done-more = { $n ->
    [one] { $n } раз, помощь подтверждена. Обещано: { $times }
    [few] { $n } раза, помощь подтверждена. Обещано: { $times }
   *[many] { $n } раз, помощь подтверждена. Обещано: { $times }
}
requests-pledge-left = { $n ->
    [one] Остался { $n } раз.
    [few] Осталось { $n } раза.
   *[many] Осталось { $n } раз.
}
requests-pledge-kept = Обещание выполнено.
requests-pledge-times = Сколько раз помочь в { $year } году
requests-pledge-hint = От 1 до 50. Считается помощь, которую подтвердил тот, кто её получил.
requests-pledge-act = Пообещать
requests-pledge-change = Изменить
requests-pledge-notice = { $n ->
    [one] Записано: { $n } раз в этом году.
    [few] Записано: { $n } раза в этом году.
   *[many] Записано: { $n } раз в этом году.
}
requests-pledge-fault-times = Укажите число от 1 до 50.
requests-pledge-helps = Кому вы помогли в { $year } году
requests-pledge-none = Пока никому. Запросы, на которые ждут именно вашего ответа, стоят на первой странице.

# Letters, reports, the Desk, and the parts of Today
requests-notices-title = Письма о запросах
requests-notices-lead = О чём писать вам на почту. На странице «Сегодня» всё это видно в любом случае.
requests-notices-note = Какие письма получать, а какие нет.
requests-notices-kinds = Виды писем
requests-notices-keep = Сохранить
requests-notices-kept = Сохранено. Будем писать только об этом.
requests-notices-quiet = В ваши тихие часы письма не приходят: они подождут, пока те не кончатся.
requests-notices-limits = Тихие часы и как часто просить
requests-notice-invited = Просьбы о помощи
requests-notice-invited-note = Когда помочь могли бы вы, и почему.
requests-notice-answered = Ответы на ваши запросы
requests-notice-answered-note = Решение, рекомендация или контакт.
requests-notice-course = Ход ваших запросов
requests-notice-course-note = Запрос передан администраторам, или администратор его закрыл.
requests-notice-introduced = Знакомства
requests-notice-introduced-note = Вас советуют друг другу, и нужно ваше слово.
requests-notice-reminded = Напоминания
requests-notice-reminded-note = Срок близко, или пора сказать, чем кончилось.
requests-notice-helped = Ваша помощь
requests-notice-helped-note = Кто-то сказал, что вы помогли, или запрос, на который вы отвечали, снова открыт.
requests-notice-deal = Сделки
requests-notice-deal-note = Сделку нужно подтвердить, или вторая сторона с ней не согласна.
requests-stop-title = Больше не присылать?
requests-stop-text = Письма этого вида перестанут приходить. Остальные останутся, а увидеть всё можно на сайте.
requests-stop-act = Больше не присылать
requests-stop-done-title = Больше не пришлём
requests-stop-done-text = Письма этого вида остановлены. Если передумаете, верните их здесь.
requests-stop-resume = Присылать снова
requests-stop-all = Все виды писем
requests-letter-because = Почему вы
requests-letter-stop = Больше не присылать письма «{ $kind }»
requests-letter-footer = Письмо от сообщества «{ $community }».
requests-letter-chosen = Этот запрос видят только те, кого назвал автор.
requests-letter-invited-subject = { $name }: нужна ваша помощь
requests-letter-invited = { $name } просит о помощи, и вы могли бы помочь.
requests-letter-invited-wider = { $name } просит о помощи. Может быть, вы знаете, что тут сделать или кого спросить.
requests-letter-invited-act = Помочь, назвать другого или отказаться
requests-letter-invited-act-chosen = Помочь или отказаться
requests-letter-answered-subject = { $name } отвечает на ваш запрос
requests-letter-answered-solution = На ваш запрос пришло решение. Отвечает { $name }.
requests-letter-answered-recommendation = { $name } советует вам человека: { $person }.
requests-letter-answered-contact = { $name } делится с вами контактом. Он ждёт на странице запроса.
requests-letter-answered-comment = { $name } пишет о вашем запросе.
requests-letter-answered-act = Открыть запрос
requests-letter-answered-introduction = Можно познакомиться. Контакты откроются, когда согласятся оба.
requests-letter-desk-subject = Запрос передан администраторам: { $title }
requests-letter-desk-nobody = Сейчас спросить некого: у тех, кого на этой неделе ещё можно беспокоить, ни профиль, ни прежние ответы не подходят достаточно близко. Теперь вашим запросом занимаются администраторы. Делать ничего не нужно.
requests-letter-desk = Никто не взялся сам, и теперь вашим запросом занимаются администраторы сообщества. Делать ничего не нужно.
requests-letter-desk-stale = Давно ничего не происходит, и теперь вашим запросом занимаются администраторы сообщества. Если он уже решён, отметьте исход.
requests-letter-closed-subject = Администратор закрыл запрос: { $title }
requests-letter-closed = Ваш запрос закрыт администратором: { $name }.
requests-letter-closed-again = Если он ещё нужен, откройте его снова: это можно сделать в течение 30 дней.
requests-letter-closed-act = Открыть запрос
requests-letter-proposed-subject = Знакомство: { $name }
requests-letter-proposed = { $by } советует вам познакомиться: { $name }. Контакты откроются, когда согласятся оба.
requests-letter-proposed-act = Согласиться или отказаться
requests-letter-awaited-subject = { $name }: согласие есть, слово за вами
requests-letter-awaited = { $name } соглашается на знакомство, которое предложил участник { $by }. Решать вам.
requests-letter-awaited-act = Согласиться или отказаться
requests-letter-met-subject = Вы познакомились: { $name }
requests-letter-met = Вы оба согласились, и контакты открыты: { $name }.
requests-letter-met-act = Увидеть контакты
requests-letter-reminded-1-subject = Скоро срок: { $title }
requests-letter-reminded-1 = Срок вашего запроса близко. Если он уже решён, скажите об этом.
requests-letter-reminded-2-subject = Срок прошёл: { $title }
requests-letter-reminded-2 = Срок вашего запроса прошёл. Чем он кончился?
requests-letter-reminded-3-subject = Чем кончилось: { $title }
requests-letter-reminded-3 = Вам ответили, и с тех пор тихо. Скажите, чем кончилось: это увидят те, кто помогал.
requests-letter-reminded-4-subject = Вас ждут: { $title }
requests-letter-reminded-4 = Вы сказали, что можете помочь. Ответа пока нет, и его ждут.
requests-letter-reminded-5-subject = Пока никто не ответил: { $title }
requests-letter-reminded-5 = Никто из выбранных вами людей не ответил. Запрос можно открыть всему сообществу.
requests-letter-reminded-6-subject = Ещё открыт: { $title }
requests-letter-reminded-6 = Ваш запрос всё ещё открыт. Если он больше не нужен, закройте его.
requests-letter-reminded-act = Открыть запрос
requests-letter-reopened-subject = Запрос снова открыт: { $title }
requests-letter-reopened = Запрос, на который вы отвечали, снова открыт: вопрос решён не до конца. Ждёт помощи { $name }.
requests-letter-reopened-helper = Запрос, с которым вы помогли, снова открыт: вопрос решён не до конца. Ждёт помощи { $name }. Отметка о вашей помощи снята вместе с закрытием.
requests-letter-helped-subject = { $name } говорит: вы помогли
requests-letter-helped = { $name } подтверждает, что вы помогли. Спасибо вам.
requests-letter-helped-words = Эти слова можно показать в вашем профиле, если вы оба согласны: это решается на странице запроса.
requests-letter-helped-act = Открыть запрос
requests-letter-helped-deal = По вашей помощи названа и сделка. Сумму видите только вы двое: подтвердите её или скажите, что это не так.
requests-letter-deal-subject = { $name } просит подтвердить сделку
requests-letter-deal = По вашей помощи состоялась сделка. Сумму назвал участник { $name }; её видите только вы двое. Подтвердите или скажите, что это не так.
requests-letter-deal-act = Посмотреть и подтвердить
requests-letter-deal-corrected = Сумму подтверждённой сделки исправил участник { $name }. Прежняя сумма в силе, пока вы не подтвердите новую.
requests-letter-disputed-subject = Сделку оспорили: { $title }
requests-letter-disputed = Вторая сторона не согласна со сделкой: { $name }. Исправьте сумму или отметьте, что сделки не было.
requests-letter-disputed-act = Исправить сделку
requests-report-title = Позвать администраторов
requests-report-request = Позвать администраторов к этому запросу
requests-report-open = Пожаловаться
requests-report-lead = Они посмотрят на эти слова и решат, что сделать. Автор не узнает, кто их позвал.
requests-report-reason = Что не так
requests-report-rude = Грубость или травля
requests-report-advert = Реклама
requests-report-private = Чужие личные сведения
requests-report-harm = Неправда или опасный совет
requests-report-other = Другое
requests-report-note = Своими словами
requests-report-note-hint = Необязательно, до 1 000 знаков.
requests-report-shows = Показать администраторам эти слова
requests-report-shows-note = Запрос видят только выбранные люди, и администраторы его не видят. Без этой отметки они узнают лишь то, что вы напишете сами.
requests-report-act = Позвать
requests-report-stay = Вернуться
requests-report-sent = Администраторы посмотрят. Спасибо, что сказали.
requests-report-settled = Жалоба разобрана.
requests-report-shown-title = Жалоба на запрос для выбранных людей
requests-report-shown-lead = Сам запрос видят только выбранные люди. Здесь всё, что показали администраторам.
requests-report-shown-words = Слова, на которые жалуются
requests-report-shown-none = Самих слов не показали. Расспросить можно того, кто позвал.
requests-report-fault-reason = Выберите, что не так.
requests-report-fault-note = Пояснение длиннее 1 000 знаков. Оставьте главное.
requests-report-no-answer = Удалить или свернуть можно только ответ. Запрос закрывает его автор или стол.
requests-report-own = Это ваши собственные слова. Их можно удалить самим, а запрос закрыть.
requests-report-contact-note = Контакт читаете только вы. С жалобой эти слова увидят и администраторы: иначе им не о чем судить.
requests-settlement-kept = Всё в порядке
requests-settlement-folded = Свернуть
requests-settlement-deleted = Удалить слова
requests-desk-escalated = Дошли до стола
requests-desk-reported = Жалобы
requests-desk-unanswered = Без ответа
requests-desk-stale = Зависли
requests-desk-because = { $queue }: что известно
requests-desk-waits-title = { $name }: запрос без ответа { $wait }
requests-desk-late-title = { $name }: срок запроса прошёл, исхода нет
requests-desk-silent-title = { $name }: ответы есть, исхода нет
requests-desk-late = срок прошёл { $day }
requests-desk-silent = последний ответ { $day }
requests-desk-answers = { $n ->
    [one] пришёл { $n } ответ
    [few] пришло { $n } ответа
   *[many] пришло { $n } ответов
}
requests-desk-invited = { $n ->
    [0] пока никого не спросили
    [one] спросили { $n } человека, ответа нет
   *[other] спросили { $n } человек, ответа нет
}
requests-desk-invited-nobody = спросить было некого: у тех, кого на этой неделе ещё можно беспокоить, ни профиль, ни прежние ответы не подходят достаточно близко
requests-desk-leader = { $name } ведёт направление, но спросить нельзя: неделя занята, отпуск или просьба не беспокоить
requests-desk-nobody = больше спросить некого: подходящие люди уже спрошены или отдыхают
requests-desk-reported-answer = { $by } просит посмотреть на слова (автор: { $name })
requests-desk-reported-request = { $by } просит посмотреть на запрос (автор: { $name })
requests-desk-reported-chosen = { $by } просит посмотреть на запрос для выбранных людей
requests-desk-reported-hidden = Сам запрос вам не виден: здесь только то, что решили показать.
requests-desk-quote = «{ $words }»
requests-desk-look = Посмотреть
requests-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
}
requests-tending-ask = Спросить ещё двоих
requests-tending-ask-first = Спросить двоих
requests-tending-remind = Спросить автора, чем кончилось
requests-tending-wait = Подождать
requests-tending-withdraw = Закрыть с добрым словом
requests-tending-gone = Этого запроса уже нет на столе: на него ответили или им занялись. Обновите страницу.
requests-tending-note = { $n ->
    [one] Мы спросили { $n } человека из тех, кто вероятнее всего помог бы, и закрываем запрос, чтобы он не висел. Если он ещё нужен, откройте его снова: поищем ещё.
    [few] Мы спросили { $n } человек из тех, кто вероятнее всего помог бы, и закрываем запрос, чтобы он не висел. Если он ещё нужен, откройте его снова: поищем ещё.
   *[many] Мы спросили { $n } человек из тех, кто вероятнее всего помог бы, и закрываем запрос, чтобы он не висел. Если он ещё нужен, откройте его снова: поищем ещё.
}
requests-tending-note-nobody = Мы не нашли, кого спросить, и закрываем запрос, чтобы он не висел. Если он ещё нужен, откройте его снова: поищем ещё.
requests-withdrawal-title = Закрыть с добрым словом
requests-withdrawal-lead = Запрос закроется, а его автор прочтёт эти слова и увидит, кто их сказал. Открыть запрос снова сможет только автор.
requests-withdrawal-note = Что скажем автору
requests-withdrawal-note-hint = Увидят все, кто видит запрос. До 4 000 знаков.
requests-withdrawal-act = Закрыть запрос
requests-withdrawal-fault-note = Скажите автору хотя бы одну фразу.
requests-tending-closed = Этот запрос уже закрыт.
requests-tended-ask = Спрашиваем двоих. Если никто не откликнется, запрос вернётся на стол.
requests-tended-already = Это уже сделано. Запрос вернётся на стол, если ничего не изменится.
requests-tended-remind = Автору написали.
requests-tended-withdraw = Запрос закрыт, автор увидит почему.
requests-tended-wait = Хорошо, вернётся на стол через три дня.
requests-promises = Обещания
requests-promises-days = за 30 дней
requests-promises-none = За 30 дней никто ни о чём не просил.
requests-promises-note = Считаем запросы, которые видят все. Запросы для выбранных людей сюда не входят.
requests-promises-counted = Посчитано в { $time }.
requests-promises-desk = Стол
requests-promises-lead = За каждым числом стоят запросы последних 30 дней, которые видят все. Здесь они по одному, на эту минуту.
requests-promises-figures = Числа
requests-promises-no-rows = Таких запросов нет.
requests-promises-in-time = Ответ за сутки
requests-promises-in-time-note = Первый ответ пришёл не позже чем через сутки. Доля на столе: эти запросы от них же вместе с теми, где ответ пришёл позже или не пришёл.
requests-promises-late = Позже или без ответа
requests-promises-late-note = За сутки никто не ответил. Запросы, которым нет ещё суток, сюда не входят.
requests-promises-answered = С ответом
requests-promises-answered-note = От самого короткого ожидания до самого долгого: на столе стоит то, что посередине.
requests-promises-closed = С исходом
requests-promises-closed-note = Решённые, нерешённые и снятые.
requests-promises-open = Без исхода
requests-promises-open-note = Ещё открыты. Вместе с теми, у которых есть исход, это все запросы за 30 дней.
requests-promises-escalated = Никто не взялся сам
requests-promises-escalated-note = Дошли до ведущего направления или до стола.
requests-promise-day = Первый ответ за сутки
requests-promise-wait = Обычно ждут первого ответа
requests-promise-outcome = Запросы с исходом
requests-promise-escalated = Никто не взялся сам
requests-promise-escalated-note = дошли до ведущего или до стола
requests-promise-of = { $n ->
    [one] из { $n } запроса
   *[other] из { $n } запросов
}
requests-promise-answered = { $n ->
    [one] половина из { $n } с ответом ждала не дольше
   *[other] половина из { $n } с ответом ждала не дольше
}
requests-promise-few = мало данных
requests-audit-report-settled = Разобрана жалоба
requests-audit-tended-ask = Со стола: спросили ещё людей
requests-audit-tended-remind = Со стола: напомнили автору
requests-audit-tended-wait = Со стола: решили подождать
requests-audit-tended-withdraw = Со стола: закрыли запрос
requests-today-invited = Нужна ваша помощь
requests-today-all = Все запросы
requests-today-nobody = Сейчас никто не ждёт именно вас. Когда понадобитесь вы, просьба появится здесь.
requests-today-mine = По вашим запросам
requests-today-mine-all = Все мои запросы
requests-today-taken-up = { $name } может помочь: ждём ответа
requests-today-asked = { $n ->
    [one] Спросили { $n } человека. Ответа пока нет.
    [few] Спросили { $n } человек. Ответа пока нет.
   *[many] Спросили { $n } человек. Ответа пока нет.
}
requests-today-answers = { $n ->
    [one] { $n } ответ, последний { $when }. Осталось сказать, чем закончилось.
    [few] { $n } ответа, последний { $when }. Осталось сказать, чем закончилось.
   *[many] { $n } ответов, последний { $when }. Осталось сказать, чем закончилось.
}
requests-today-late = Срок прошёл, ответа нет. Скажите, нужна ли ещё помощь.
requests-today-at-desk = Пока без ответа: запрос передан администраторам, { $when }.
requests-today-closed = Запрос закрыт администратором: { $name }. Если он ещё нужен, откройте его снова.
requests-today-close = Отметить исход
requests-today-waiting = Ждёт вашего слова
requests-today-introduction = Знакомство: { $name }
requests-today-deal = Сделка, о которой говорит { $name }
requests-today-disputed = Сделку оспорили: { $name }
requests-today-taken = Вы взялись помочь: { $name } ждёт ответа
requests-today-reopened = Снова открыт запрос, с которым вы помогали: { $name }
requests-today-answer = Ответить
requests-today-look = Посмотреть
requests-today-pledge = Ваше обещание на год
requests-today-pledge-change = Изменить
requests-today-pledge-make = Пообещать
requests-today-pledged = Обещали помочь
requests-today-helped = Помогли
requests-today-times = { $n ->
    [one] { $n } раз
    [few] { $n } раза
   *[many] { $n } раз
}
requests-today-pledge-kept = Обещание выполнено. Дальше — сколько захочется.
requests-today-pledge-left = { $n ->
    [one] Остался { $n } раз. Помощь считается, когда её подтвердит тот, кому помогли.
    [few] Осталось { $n } раза. Помощь считается, когда её подтвердит тот, кому помогли.
   *[many] Осталось { $n } раз. Помощь считается, когда её подтвердит тот, кому помогли.
}
requests-today-pledge-none = Вы ничего не обещали. Обычно обещают помочь три раза за год.

# Topics found in requests
requests-topics-found-title = О чём просят
requests-topics-found-lead = Темы, о которых спрашивают снова и снова: сколько, как скоро отвечают, кто отвечает.
requests-topics-found-lead-worth = { $n ->
    [one] Одну тему стоит сделать направлением: просят часто, а ответ приходит поздно.
    [few] { $n } темы стоит сделать направлениями: просят часто, а ответ приходит поздно.
   *[many] { $n } тем стоит сделать направлениями: просят часто, а ответ приходит поздно.
}
requests-topics-found-lead-none = Новые направления пока не нужны: на частые запросы отвечают вовремя или они уже в направлениях.
requests-topics-found-as-of = Посчитано { $time }.
requests-topics-found-asked = { $n ->
    [one] { $n } запрос за 90 дней, до того за столько же { $earlier }.
    [few] { $n } запроса за 90 дней, до того за столько же { $earlier }.
   *[many] { $n } запросов за 90 дней, до того за столько же { $earlier }.
}
requests-topics-found-history = { $n ->
    [one] К ним { $n } найденный в истории переписки, до того { $earlier }: владелец принял их в показатели.
    [few] К ним { $n } найденных в истории переписки, до того { $earlier }: владелец принял их в показатели.
   *[many] К ним { $n } найденных в истории переписки, до того { $earlier }: владелец принял их в показатели.
}
requests-topics-found-no-history = Найденных в истории переписки среди них нет.
requests-topics-found-cut = Учтены последние 20 000.
requests-topics-found-none-title = Частых тем пока нет
requests-topics-found-none-text = Тема появится, когда об одном и том же спросят хотя бы { $n } раз.
requests-topics-found-uncounted-title = Ещё не считали
requests-topics-found-uncounted-text = Темы считаются каждую ночь. Можно посчитать сейчас: это займёт несколько секунд.
requests-topics-found-recount = Посчитать заново
requests-topics-found-ordered = Считаем. Через несколько секунд обновите страницу.
requests-topics-found-put-off = Отложено на 90 дней. Тема остаётся на странице «О чём просят».
requests-topics-found-later = Не сейчас
requests-topics-found-worth-title = Стоит открыть
requests-topics-found-why = Почему
requests-topics-found-leaders = Кто мог бы вести: направлений не ведут, не в отпуске
requests-topics-found-no-leader = Кто мог бы вести, пока не видно: никто из свободных участников не помог дважды так, чтобы это подтвердили.
requests-topics-found-lately = { $n ->
    [one] { $n } запрос за 90 дней
    [few] { $n } запроса за 90 дней
   *[many] { $n } запросов за 90 дней
}
requests-topics-found-earlier = за 90 дней до того { $n }
requests-topics-found-late-of = за сутки никто не ответил: { $n } из { $all }
requests-topics-found-people = { $n ->
    [one] отвечал { $n } участник
    [few] отвечали { $n } участника
   *[many] отвечали { $n } участников
}
requests-topics-found-could-lead = мог бы вести участник { $name }
requests-topics-found-answered-of = ответы на { $n } из { $all } запросов
requests-topics-found-helped = { $n ->
    [one] помощь подтвердили { $n } раз
    [few] помощь подтвердили { $n } раза
   *[many] помощь подтвердили { $n } раз
}
requests-topics-found-helped-short = { $n ->
    [one] помощь подтверждена { $n } раз
    [few] помощь подтверждена { $n } раза
   *[many] помощь подтверждена { $n } раз
}
requests-topics-found-more = { $n ->
    [one] Ещё { $n } такая тема есть в таблице.
    [few] Ещё { $n } такие темы есть в таблице.
   *[many] Ещё { $n } таких тем есть в таблице.
}
requests-topics-found-of = { $n } из { $all }
requests-topics-found-all = Все темы
requests-topics-found-all-note = один запрос может быть в нескольких
requests-topics-found-topic = Тема
requests-topics-found-head-lately = За 90 дней
requests-topics-found-young = сообществу ещё нет 180 дней
requests-topics-found-head-earlier = За 90 до того
requests-topics-found-head-in-time = Ответ за сутки
requests-topics-found-head-late = Без ответа за сутки
requests-topics-found-head-answered = Отвечено
requests-topics-found-head-wait = Обычно ждут
requests-topics-found-head-who = Кто отвечает
requests-topics-found-head-next = Направление
requests-topics-found-before = до того { $n }
requests-topics-found-others = и ещё { $n }
requests-topics-found-nobody-yet = пока никто
requests-topics-found-worth = Стоит открыть.
requests-topics-found-covered = Уже в направлении
requests-topics-found-few = Просят слишком редко.
requests-topics-found-unripe = Рано судить: мало запросов, у которых прошли сутки.
requests-topics-found-in-time = Отвечают вовремя.
requests-topics-found-nobody = Некому отвечать: ищите людей.
requests-topics-found-of-all = Все запросы темы
requests-topics-found-of-lately = За 90 дней
requests-topics-found-of-earlier = За 90 дней до того
requests-topics-found-of-answered = Отвечено за 90 дней
requests-topics-found-of-in-time = Ответ пришёл за сутки
requests-topics-found-of-late = За сутки никто не ответил
requests-topics-found-of-found = Найдено в истории переписки
requests-topics-found-of-by = Ответы участника { $name }
requests-topics-found-of-helped = Подтверждённая помощь участника { $name }
requests-topics-found-first-after = первый ответ через { $wait }
requests-topics-found-unanswered = без ответа
requests-topics-found-from-history = из истории
requests-topics-found-gone = Этого сообщения больше нет
requests-topics-found-no-rows = Таких запросов нет.
requests-topics-found-figures = Показатели
requests-topics-found-of-them-found = Из них в истории
requests-topics-found-figures-note = Сроки и доли за последние 90 дней. Кто отвечает: за оба срока. Запросы, заданные меньше суток назад и ещё без ответа, в доли не входят.
requests-topics-found-words = По каким словам
requests-topics-found-inside = Внутри темы:
requests-topics-found-rule-title = Как это посчитано
requests-topics-found-rule-topic = Тема: метка, слово или пара слов, которые встретились хотя бы в { $n } запросах не меньше чем { $askers } человек за полгода, и в запросах чаще, чем в остальных разговорах. Слова, у которых запросы почти одни и те же, сложены в одну тему.
requests-topics-found-rule-count = Каждое число ведёт к запросам, которые в нём посчитаны. Сроки и доли называем, когда случаев хотя бы пять.
requests-topics-found-rule-worth = Открыть направление стоит, когда верно всё:
requests-topics-found-rule-volume = { $n ->
    [one] за 90 дней просили хотя бы { $n } раз;
    [few] за 90 дней просили хотя бы { $n } раза;
   *[many] за 90 дней просили хотя бы { $n } раз;
}
requests-topics-found-rule-open = такого направления ещё нет;
requests-topics-found-rule-slow = { $n ->
    [one] за сутки не ответили ни на один;
    [few] хотя бы один запрос из { $n } остался за сутки без ответа;
   *[many] хотя бы один запрос из { $n } остался за сутки без ответа;
}
requests-topics-found-rule-people = { $n ->
    [one] отвечать есть кому: хотя бы { $n } участник уже отвечал.
    [few] отвечать есть кому: хотя бы { $n } участника уже отвечали.
   *[many] отвечать есть кому: хотя бы { $n } участников уже отвечали.
}
requests-topics-found-rule-leader = { $n ->
    [one] Вести предлагаем тому, кто ответил хотя бы { $n } раз, чья помощь подтверждена, кто не в отпуске и не ведёт другого направления. Решаете вы и сам человек.
    [few] Вести предлагаем тому, кто ответил хотя бы { $n } раза, чья помощь подтверждена, кто не в отпуске и не ведёт другого направления. Решаете вы и сам человек.
   *[many] Вести предлагаем тому, кто ответил хотя бы { $n } раз, чья помощь подтверждена, кто не в отпуске и не ведёт другого направления. Решаете вы и сам человек.
}
requests-topics-found-rule-source = Считаем запросы, которые видят все. Запросы для выбранных людей сюда не входят. Найденные в истории входят, если их принял владелец.
requests-topics-found-desk-queue = Направления
requests-topics-found-desk-title = «{ $name }»: стоит открыть направление
requests-promises-found = { $n ->
    [one] Среди них { $n } найденный в истории: владелец принял такие в показатели. В исходы и передачи он не входит.
    [few] Среди них { $n } найденных в истории: владелец принял такие в показатели. В исходы и передачи они не входят.
   *[many] Среди них { $n } найденных в истории: владелец принял такие в показатели. В исходы и передачи они не входят.
}

# Исправление открытого запроса
requests-correction-link = Исправить запрос
requests-correction-title = Исправить запрос
requests-correction-lead = Ответы и приглашения останутся. Рядом с запросом появится пометка, что и когда вы исправили; прежних слов никто не увидит.
requests-correction-act = Сохранить
requests-correction-closed = Этот запрос закрыт, исправить его уже нельзя. Если он снова нужен, откройте его заново.
requests-corrected = Запрос исправлен.
requests-corrected-nothing = Вы ничего не изменили, запрос остался прежним.
requests-corrected-at = исправлен { $time }
requests-corrections = Исправления
requests-corrected-title = главная фраза
requests-corrected-details = подробности
requests-corrected-wanted = к кому ищут путь
requests-corrected-topic = направление
requests-corrected-city = город
requests-corrected-deadline = срок
requests-corrected-tags = метки
