# Страница
pulse-title = Пульс
pulse-window = 28 дней: { $days }
pulse-as-of = по состоянию на { $time }
pulse-lead-empty = Здесь будет видно, как живёт сообщество: кто пишет, кому отвечают, кто с кем связан.
pulse-lead-silent = В сообществе { $members ->
    [one] { $members } участник
    [few] { $members } участника
   *[many] { $members } участников
 }, и за 28 дней никто не написал.
pulse-lead-answered = В сообществе { $members ->
    [one] { $members } участник
    [few] { $members } участника
   *[many] { $members } участников
 }, пишут { $active }, и каждый разговор получил ответ.
pulse-lead-waiting = В сообществе { $members ->
    [one] { $members } участник
    [few] { $members } участника
   *[many] { $members } участников
 }, пишут { $active }. Без ответа { $waiting ->
    [one] остался { $waiting } разговор
    [few] осталось { $waiting } разговора
   *[many] осталось { $waiting } разговоров
 }.
pulse-lead-member = Как живёт сообщество и с кем связаны вы.
pulse-day = На какой день
pulse-day-show = Показать
pulse-day-today = Сегодня
pulse-fault-date = Это не дата. Напишите её так: 2024-03-31.
pulse-fault-future = Этот день ещё не наступил. Выберите сегодня или раньше.
pulse-fault-before = В этот день сообщества ещё не было. Показан сегодняшний.
pulse-whole = Здесь учтена и история, которую ещё не открыли участникам. Это видят только владелец и администраторы.
pulse-silent-title = За это время никто ничего не написал: { $days }
pulse-silent-text = Последнее сообщение было { $day }, поэтому из чисел за 28 дней почти все равны нулю или неизвестны, а связи — те, что сложились раньше.
pulse-silent-link = Посмотреть, каким сообщество было { $day }
pulse-empty-title = Пока нечего измерять
pulse-empty-text = Никто ещё ничего не написал. Начните разговор или перенесите историю чата: Пульс посчитает всё сам.
pulse-empty-text-member = Никто ещё ничего не написал. Пульс посчитает всё сам, когда начнётся разговор.
pulse-empty-act = Начать разговор
pulse-not-known = неизвестно
pulse-define = Как считаем
pulse-as-table = То же таблицей
pulse-back = Вернуться к Пульсу
pulse-former = бывший участник
pulse-yes = да
pulse-no = нет
pulse-part-people = Люди
pulse-part-talk = Разговор
pulse-part-ties = Связи
pulse-part-resilience = Устойчивость
pulse-part-all = Сообщество целиком

# Чего данные не знают
pulse-few-cases = Слишком мало, чтобы судить: всего { $n }, а нужно хотя бы { $least }.
pulse-unknown = Неизвестно.
pulse-unknown-empty = Никто ещё не пришёл.
pulse-unknown-members = В этот день участников не было: делить не на что.
pulse-unknown-window = История короче 28 дней или 28 дней назад никого не было: сравнивать не с чем.
pulse-unknown-silent = За 28 дней никто ничего не написал.
pulse-unknown-begun = За 28 дней никто не начал ни одного разговора.
pulse-unknown-answers = За 90 дней никто никому не ответил.
pulse-unknown-ties = Взаимных связей нет: глубину мерить не на чем.
pulse-unknown-team = Команда на этот день не названа, поэтому разговор участников не отличить от разговора с командой.
pulse-unknown-tied = Слишком мало, чтобы судить: связи есть у { $n }, а нужно хотя бы { $least }.
pulse-unknown-few-newcomers = За последний год пришло меньше пяти человек: по ним нельзя судить, как приживаются новые.
pulse-unknown-newcomers = За последний год никто не пришёл.
pulse-unknown-founders = Основатель на этот день не назван.
pulse-unknown-founders-advice = Назовите его, и Пульс посчитает, что останется без него.
pulse-name-team = Назвать основателя и команду

# Размер и рост
pulse-size-title = Участников
pulse-size-note = { $change } за 28 дней
pulse-size-young = История короче 28 дней: рост станет виден позже.
pulse-size-grew = За 28 дней сообщество выросло { $n ->
    [one] на { $n } человека
    [few] на { $n } человека
   *[many] на { $n } человек
 }: пришли { $new }, снова пришли { $back }, ушли { $gone }.
pulse-size-grew-advice = Ответьте новым в первый же день: так они остаются.
pulse-size-same = За 28 дней размер не изменился: пришли { $new }, снова пришли { $back }, ушли { $gone }.
pulse-size-same-advice = Чтобы расти, позовите тех, кого уже знают участники.
pulse-size-shrank = За 28 дней сообщество уменьшилось { $n ->
    [one] на { $n } человека
    [few] на { $n } человека
   *[many] на { $n } человек
 }: пришли { $new }, снова пришли { $back }, ушли { $gone }.
pulse-size-shrank-advice = Напишите тем, кто замолчал: позвать их снова проще, чем найти новых.
pulse-size-define = Участник — тот, кто пришёл или написал и не ушёл. Ушёл — вышел сам, был исключён или молчит 180 дней. Молчание считаем от последнего сообщения или первого вступления: кто вступил снова, но молчит, остаётся ушедшим. Новый — пришёл за последние 28 дней. Снова пришёл — 28 дней назад считался ушедшим, а теперь опять участник. Если история чата перестала записывать, кто вступил и вышел, приход виден по первому сообщению, а уход — по молчанию. Рост — участники сегодня минус участники 28 дней назад.
pulse-who-members = { $n ->
    [one] { $n } участник
    [few] { $n } участника
   *[many] { $n } участников
}
pulse-who-new = { $n ->
    [one] { $n } новый
   *[many] { $n } новых
}
pulse-who-back = { $n ->
    [one] { $n } снова пришёл
   *[many] { $n } снова пришли
}
pulse-who-messages = { $n ->
    [one] авторы { $n } сообщения
   *[many] авторы { $n } сообщений
}
pulse-growth-chart = Сколько человек пришли или вернулись и сколько ушли, по 28 дней; точные числа в таблице ниже
pulse-came = пришли или снова пришли: { $n }
pulse-went = ушли: { $n }
pulse-periods = Размер, доля активных, приход и уход по 28 дней
pulse-period-until = 28 дней до

# Доля активных
pulse-active-title = Доля активных
pulse-active-note = было { $before } 28 дней назад
pulse-active-none = За 28 дней не написал никто из { $all }.
pulse-active-none-advice = Задайте вопрос, на который легко ответить.
pulse-active-few = Пишут { $n } из { $all }, остальные молчат.
pulse-active-few-advice = Задайте вопрос, на который легко ответить, и позовите по имени тех, кто писал раньше.
pulse-active-some = Пишут { $n } из { $all }.
pulse-active-some-advice = Спросите тех, кто писал в прошлом месяце и замолчал, чего им не хватает.
pulse-active-many = Пишут { $n } из { $all }: разговор держат многие.
pulse-active-many-advice = Спросите их, о чём говорить дальше.
pulse-active-define = Активный — участник, который написал сообщение или ответ за 28 дней, считая этот день. Доля — активные из всех участников.
pulse-active-chart = Доля активных по 28 дней; точные числа в таблице у размера
pulse-who-active = { $n ->
    [one] { $n } активный
   *[many] { $n } активных
}

# Отток
pulse-churn-title = Отток
pulse-churn-note = сами вышли или исключены: { $n }
pulse-churn-none = За 28 дней не ушёл никто из { $all }.
pulse-churn-none-advice = Так держать.
pulse-churn-few = { $n ->
    [one] Ушёл { $n } из { $all }: это немного.
   *[many] Ушли { $n } из { $all }: это немного.
}
pulse-churn-few-advice = Посмотрите, о чём был последний разговор тех, кто ушёл.
pulse-churn-many = { $n ->
    [one] Ушёл { $n } из { $all }.
   *[many] Ушли { $n } из { $all }.
}
pulse-churn-many-advice = Посмотрите, на чём замолчали те, кто дорог, и напишите им сами.
pulse-churn-define = Отток — доля тех, кто 28 дней назад был участником, а теперь ушёл: вышел, исключён или молчит 180 дней.
pulse-who-gone = { $n ->
    [one] { $n } ушедший
   *[many] { $n } ушедших
}
pulse-who-churned = были участниками 28 дней назад и ушли: { $n }
pulse-who-before = были участниками 28 дней назад: { $n }
pulse-who-left = { $n ->
    [one] { $n } вышел или исключён
   *[many] { $n } вышли или исключены
}

# Одиночки
pulse-lonely-title = Пишут, но ни с кем не связаны
pulse-lonely-note = { $active ->
    [one] из { $active } активного
   *[many] из { $active } активных
}
pulse-lonely-none = Таких нет: у каждого, кто пишет, есть хотя бы одна взаимная связь.
pulse-lonely-none-advice = Следите, чтобы так было и с новыми.
pulse-lonely-some = Пишут, но взаимных ответов ни с кем нет: { $n }.
pulse-lonely-some-advice = Ответьте каждому и познакомьте с одним подходящим человеком.
pulse-lonely-define = Активный участник не из команды, у которого за 90 дней нет ни одной связи. Связь — двое ответили друг другу, каждый хотя бы раз.
pulse-who-lonely = { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[many] { $n } человек
}

# Переходы
pulse-transitions-title = Ожили и затихли
pulse-transitions-note = ожили и затихли за 28 дней
pulse-who-woke = ожили: { $n }
pulse-who-quiet = затихли: { $n }
pulse-transitions-woke = Ожили { $woke }, затихли { $quiet }: просыпаются чаще, чем засыпают.
pulse-transitions-woke-advice = Узнайте, что подняло людей, и повторите.
pulse-transitions-even = Ожили { $woke }, затихли { $quiet }: поровну.
pulse-transitions-even-advice = Напишите тем, кто затих последним.
pulse-transitions-quiet = Ожили { $woke }, затихли { $quiet }: засыпают чаще, чем просыпаются.
pulse-transitions-quiet-advice = Откройте список «затихли» и напишите этим людям.
pulse-transitions-fresh = { $n ->
    [one] Кроме того, { $n } из тогдашних новых за эти 28 дней ничего не написал.
   *[many] Кроме того, { $n } из тогдашних новых за эти 28 дней ничего не написали.
}
pulse-transitions-define = Ожили: слушали или ушли, а теперь пишут. Затихли: были активны или возвращались, а теперь слушают или ушли. Строка — состояние 28 дней назад, столбец — сейчас; сумма таблицы — все, кто уже был тогда. Новый — пришёл за последние 28 дней. Активный здесь — писал за 28 дней, но не новый и не вернувшийся. Вернувшийся — пишет после 28 и более дней молчания. Слушает — участник, который за 28 дней не писал. Ушёл — вышел или молчит 180 дней.
pulse-matrix = Кем были 28 дней назад и кем стали
pulse-were-new = были новыми
pulse-were-active = были активны
pulse-were-passive = слушали
pulse-were-returning = возвращались
pulse-were-gone = уже ушли
pulse-now-new = новые
pulse-now-active = активны
pulse-now-passive = слушают
pulse-now-returning = вернулись
pulse-now-gone = ушли
pulse-who-state-new = сейчас новых: { $n }
pulse-who-state-active = активных: { $n }
pulse-who-state-passive = слушают: { $n }
pulse-who-state-returning = вернулись: { $n }
pulse-who-state-gone = ушли за всё время: { $n }

# Часы
pulse-hours-title = Когда сообщество живёт
pulse-hours-note = за 28 дней, время: { $zone }
pulse-hours-says = Больше всего пишут { $weekday } с { $from } до { $until }: { $n ->
    [one] { $n } сообщение
    [few] { $n } сообщения
   *[many] { $n } сообщений
 }.
pulse-hours-says-advice = Откройте этот час: если это привычка, а не один вечер, важное пишите перед ним.
pulse-hours-define = Сообщения и ответы людей за 28 дней по дням недели и часам, в часовом поясе сообщества. Удалённый аккаунт без собственного номера и канал — никто: их сообщения видны в разговорах, но не входят ни в одно число сообщений и людей.
pulse-who-hours = Кто пишет
pulse-weekday = День недели
pulse-weekday-1 = в понедельник
pulse-weekday-2 = во вторник
pulse-weekday-3 = в среду
pulse-weekday-4 = в четверг
pulse-weekday-5 = в пятницу
pulse-weekday-6 = в субботу
pulse-weekday-7 = в воскресенье

# Ответы
pulse-response-title = Разговоры с ответом
pulse-response-note = половина ответов приходит за { $wait } и быстрее
pulse-response-note-at-once = половина ответов приходит быстрее минуты
pulse-response-all = Ответ получил каждый начатый разговор, всего { $all }.
pulse-response-all-advice = Это и есть сообщество: так держать.
pulse-response-well = Без ответа: { $n } из { $all }, их немного.
pulse-response-well-advice = Ответьте на них сами или позовите того, кто знает.
pulse-response-few = Начато разговоров: { $all }, без ответа: { $n }. Кому ответили следующей строкой, а не кнопкой «Ответить», по истории чата не видно.
pulse-response-few-advice = Откройте их, найдите те, что и правда ждут, и ответьте сами или позовите того, кто знает.
pulse-response-new = Новым отвечают реже, чем остальным: { $new } против { $others }.
pulse-response-new-advice = Отвечайте новым первыми: молчание в ответ на первое сообщение запоминают.
pulse-response-define = Разговоры, которые люди начали за 28 дней. Ответ — первое чужое сообщение в этом разговоре, до конца дня; в истории чата — ответ, написанный кнопкой «Ответить»; ответ канала или удалённого аккаунта без собственного номера тоже считается: вопрос не остался без ответа. Разговоры, которые начали они сами, не считаются. Ожидание — медиана по тем, кому ответили. Новые — пришли за эти 28 дней.
pulse-who-unanswered = без ответа: { $n }
pulse-who-answered = с ответом: { $n }
pulse-who-soon = с ответом за сутки: { $n }
pulse-who-begun = все начатые: { $n }
pulse-who-all = Все
pulse-who-fresh = Новые
pulse-who-others = Остальные участники
pulse-who-crew = Команда

# Связи
pulse-ties-title = Связей на активного
pulse-ties-note = связей между участниками: { $n }
pulse-ties-few = Меньше одной взаимной связи между участниками на каждого, кто пишет: люди пишут всем и никому.
pulse-ties-few-advice = Знакомьте парами: одному нужно, другой умеет.
pulse-ties-some = На { $active } пишущих приходится взаимных связей между участниками: { $n }.
pulse-ties-some-advice = Просите отвечать друг другу, а не только вам.
pulse-ties-many = На { $active } пишущих приходится взаимных связей между участниками: { $n }.
pulse-ties-many-advice = Людей держат связи друг с другом: теперь знакомьте тех, у кого их мало.
pulse-ties-define = Связь — двое ответили друг другу, каждый хотя бы раз за 90 дней. Здесь считаются связи между участниками не из команды, делённые на число активных; пока команда не названа — все связи.
pulse-who-horizontal = связи без команды: { $n }
pulse-who-ties = взаимные связи: { $n }
pulse-who-pairs = { $n ->
    [one] { $n } пара
    [few] { $n } пары
   *[many] { $n } пар
}
pulse-between-title = Разговор между участниками
pulse-between-note = ответов: { $n } из { $all }
pulse-between-own = Всего ответов { $all }, из них { $n } участники дали друг другу, а не команде.
pulse-between-own-advice = Разговор держится на них: не отвечайте первыми там, где ответят они.
pulse-between-team = Всего ответов { $all }, и только { $n } участники дали друг другу: остальное идёт через команду.
pulse-between-team-advice = Не спешите отвечать: позовите того из участников, кто знает.
pulse-between-define = Доля ответов за 90 дней, в которых ни тот, кто ответил, ни тот, кому ответили, не был в команде в тот день. Команду с датами называет владелец.
pulse-reciprocity-title = Взаимность
pulse-reciprocity-mutual = Из { $all ->
    [one] { $all } пары
   *[many] { $all } пар
 } ответили оба в { $n }: разговор идёт в обе стороны.
pulse-reciprocity-mutual-advice = Дайте этим парам общее дело.
pulse-reciprocity-one-way = Из { $all ->
    [one] { $all } пары
   *[many] { $all } пар
 } ответили оба только в { $n }: остальным отвечают в одну сторону.
pulse-reciprocity-one-way-advice = Просите тех, кому помогли, написать, чем кончилось.
pulse-reciprocity-define = Пары, где хотя бы один ответил другому за 90 дней; доля тех, где ответили оба.
pulse-depth-title = Глубина связей
pulse-depth-note = у средней связи
pulse-depth-shallow = Глубина средней связи { $median }; глубоких связей { $deep } из { $all }.
pulse-depth-shallow-advice = Чтобы связь росла, людям нужен второй повод: поручите паре общее дело.
pulse-depth-deep = Глубина средней связи { $median }: у половины людей давний и частый разговор. Глубоких связей { $deep } из { $all }.
pulse-depth-deep-advice = Берегите глубокие связи.
pulse-depth-define = Сумма всех ответов пары за всё время, а не только за 90 дней, где ответ теряет половину веса за каждые 45 дней. Показана медиана по связям; глубокая — от 5, мелкая — меньше 1.
pulse-who-shallow = мелкие: { $n }
pulse-who-middle = средние: { $n }
pulse-who-deep = глубокие: { $n }
pulse-picture-title = Кто с кем связан
pulse-picture-most = { $n ->
    [one] Нарисован { $n } человек
    [few] Нарисованы { $n } человека
   *[many] Нарисованы { $n } человек
 } с наибольшим числом ответов из { $all }, у кого есть связи; связей между ними: { $ties }.
pulse-picture-all = Нарисованы все, у кого есть связи: { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[many] { $n } человек
 }; связей: { $ties }.
pulse-picture-note = Точка — человек, чем больше связей, тем крупнее. Номер, фигура, цвет и место — его группа, номера и фигуры те же в таблице групп. Толстая линия — много ответов. Группа названа по человеку, вокруг которого она сложилась.
pulse-picture-table = Все связи таблицей
pulse-clusters-title = Группы
pulse-clusters-note = связаны { $n }, отдельных частей: { $parts }
pulse-clusters-one = Все связанные держатся одной группой, в ней { $size }. Пока сообщество небольшое, так и должно быть.
pulse-clusters-many = Люди держатся группами, их { $n }; в самой большой { $size }. Связей между группами: { $crossing }.
pulse-clusters-named = Люди держатся группами, их { $n }. Самая большая сложилась вокруг одного человека: { $name }. В ней { $size }. Связей между группами: { $crossing }.
pulse-clusters-named-advice = Позовите людей из разных групп в один разговор.
pulse-clusters-define = Группы находит алгоритм Лейдена в графе взаимных связей за 90 дней, где связь весит столько, сколько в ней ответов за эти дни; из недели в неделю начиная с групп прошлой. Группа хранит имя, пока общих людей у неё и прошлой не меньше половины всех, кто есть хоть в одной из двух (мера Жаккара от 0,5). Группы из двух человек собраны в последней строке таблицы.
pulse-clusters-small = { $n ->
    [one] ещё { $n } группа меньше чем из { $below }
    [few] ещё { $n } группы меньше чем из { $below }
   *[many] ещё { $n } групп меньше чем из { $below }
}
pulse-who-tied = связаны: { $n }
pulse-who-giant = в самой большой части: { $n }
pulse-who-crossing = связи между группами: { $n }
pulse-who-core = с двумя путями к остальным: { $n }
pulse-connectors-title = Кто соединяет
pulse-connectors-note = путей идёт через первого
pulse-connectors-none = Никто никого не соединяет: путей длиннее одной связи нет.
pulse-connectors-says = { $name }: через этого человека идёт { $share } кратчайших путей между остальными.
pulse-connectors-says-advice = Познакомьте соседние группы ещё через кого-нибудь, чтобы путь был не один.
pulse-connectors-define = Доля кратчайших путей между другими людьми самой большой связной части, которые идут через этого человека (посредничество, Брандес 2001; считаем не больше чем от 256 начал).
pulse-who-connectors = Все, кто соединяет

# Новички
pulse-newcomers-title = Как приживаются новые
pulse-newcomers-note-days = столько дней до первой связи у половины
pulse-newcomers-note-share = завели первую связь за 28 дней
pulse-newcomers-note-young = доля тех, кто завёл первую связь за 28 дней: столько ещё не прошло хотя бы для десятерых
pulse-newcomers-half = Половина новых заводит первую связь за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }. Из { $n } пришедших за год первую связь завели { $first }, шестую { $sixth }.
pulse-newcomers-half-advice = Знакомьте с третьим и шестым человеком, не только с первым.
pulse-newcomers-fewer = Из { $n } пришедших за год первую связь завели { $first }, шестую { $sixth }.
pulse-newcomers-fewer-advice = Познакомьте каждого нового с одним человеком в первую неделю.
pulse-newcomers-define = Кто пришёл за последние 365 дней и не в команде. Дни от прихода до первой, третьей и шестой взаимной связи с участниками не из команды. Те, кто пришёл недавно, не портят долю: их учитывает метод Каплана и Мейера; кто ушёл, остаётся среди пришедших. Доля за 28 дней известна, когда столько прошло у десятерых. Медиана известна, если дошла половина и до этого дня наблюдали хотя бы десятерых.
pulse-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
}
pulse-fewer-than-half = пока не известно
pulse-tie-1 = Первая связь
pulse-tie-3 = Третья связь
pulse-tie-6 = Шестая связь
pulse-who-newcomers = все пришедшие за год: { $n }

# Устойчивость
pulse-team-title = Основатели и команда
pulse-resilience-title = Проживёт ли сообщество без основателя?
pulse-verdict-yes = Да
pulse-verdict-partly = Отчасти
pulse-verdict-no = Нет
pulse-resilience-yes = Без основателя останется { $talk } разговора, { $part } связанных людей держатся вместе, у { $core } есть два пути к остальным.
pulse-resilience-yes-advice = Сообщество держится само: передавайте дела смелее.
pulse-resilience-partly = Без основателя останется { $talk } разговора, { $part } связанных людей держатся вместе, у { $core } есть два пути к остальным.
pulse-resilience-partly-advice = Где основатель — единственный путь, познакомьте людей напрямую.
pulse-resilience-no = Без основателя останется только { $talk } разговора, { $part } связанных людей держатся вместе, у { $core } есть два пути к остальным.
pulse-resilience-no-advice = Пусть отвечают другие: назовите троих, кто умеет, и зовите их в разговор.
pulse-resilience-active = Из всех активных, считая тех, у кого связей нет, вместе держатся { $active }.
pulse-resilience-define = Убираем людей из графа взаимных связей за 90 дней и смотрим, что осталось: какая доля ответов идёт без них, какая доля оставшихся связана в одну часть, у какой доли есть два пути к остальным (2-ядро). Обе последние доли — от людей со связями, а не от всех активных: кто ни с кем не связан, здесь не считается. Самые связанные — у кого больше связей; при равном числе связей — у кого больше ответов, при равных ответах — чьё имя раньше появилось в истории; доля от людей со связями округляется вверх. Ответ по самой слабой из трёх долей в сравнении с тем, что есть сейчас: «да» — от 70 %, «нет» — меньше 40 %, иначе «отчасти».
pulse-founders-are = Основатели: { $names }
pulse-who-founders = основатели: { $n }
pulse-who-team = команда: { $n }
pulse-scenarios = Что останется, если они уйдут
pulse-scenarios-note = Доли тех, кто остаётся: сравнивайте с первой строкой.
pulse-without-nobody = Все на месте
pulse-without-founders = Без основателей
pulse-without-team = Без команды
pulse-without-1 = Без 1 % самых связанных
pulse-without-5 = Без 5 % самых связанных
pulse-without-10 = Без 10 % самых связанных
pulse-without-first = { $n ->
    [0] Все на месте
    [one] Без { $n } самого связанного
   *[other] Без { $n } самых связанных
}
pulse-nobody-named = не названы
pulse-curve-title = Если уходят один за другим
pulse-curve-worse = Если первыми уходят самые связанные, под кривой { $area }: многое держится на них. Заводите связи между остальными.
pulse-curve-same = Если первыми уходят самые связанные, под кривой { $area }: сообщество держится не на отдельных людях.
pulse-curve-random = Если уходят случайно: { $random }.
pulse-curve-define = По горизонтали — какая доля связанных людей ушла, по вертикали — какая доля ещё связана в одну часть. Первыми уходят те, у кого больше всего связей. При равном числе связей раньше уходит тот, у кого больше ответов, при равных ответах — чьё имя раньше появилось в истории. Площадь под кривой: около 0 — рассыпается сразу, 50 % — держится до конца. Случайный порядок — среднее по двадцати.

# Столбцы
pulse-column-members = Участников
pulse-column-active = Активных
pulse-column-share = Доля
pulse-column-came = Пришли
pulse-column-went = Ушли
pulse-column-whose = Кто начал
pulse-column-begun = Начато
pulse-column-answered = С ответом
pulse-column-within = За сутки
pulse-column-wait = Ждут
pulse-column-waiting = Без ответа
pulse-column-cluster = Группа вокруг
pulse-column-groups = Группы
pulse-column-size = Людей
pulse-column-inside = Связей внутри
pulse-column-outside = Наружу
pulse-column-person = Человек
pulse-column-bridge = Путей
pulse-column-ties = Связей
pulse-column-tie = Которая
pulse-column-reached = Завели
pulse-column-unreached = Ещё нет
pulse-column-month = За 28 дней
pulse-column-median = Половина за
pulse-column-without = Кого нет
pulse-column-removed = Человек ушло
pulse-column-talk = Разговора
pulse-column-part = Вместе
pulse-column-core = С двумя путями
pulse-column-together = Держатся вместе
pulse-column-of-all = Из всех
pulse-column-with = С кем
pulse-column-gave = Отвечает
pulse-column-got = Получает
pulse-column-mutual = Взаимно
pulse-column-depth = Глубина
pulse-column-last = Последний ответ
pulse-column-pair = Пара
pulse-column-there = Первый второму
pulse-column-again = Снова пришли
pulse-column-back = Второй первому
pulse-column-team = С командой
pulse-column-messages = Сообщений

# Списки людей
pulse-people-title = Люди
pulse-people-count = { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[many] { $n } человек
}
pulse-people-none-title = Здесь никого
pulse-people-none-text = За этой цифрой в этот день никого нет.
pulse-list-members = Участники
pulse-list-active = Активные
pulse-list-new = Новые за 28 дней
pulse-list-gone = Ушли за 28 дней
pulse-list-left = Вышли или исключены за 28 дней
pulse-list-back = Снова пришли за 28 дней
pulse-list-state-new = Новые
pulse-list-state-active = Активные давно
pulse-list-state-passive = Слушают
pulse-list-state-returning = Вернулись к разговору
pulse-list-state-gone = Ушли за всё время
pulse-list-cell = { $from } → { $to }
pulse-list-lonely = Пишут, но ни с кем не связаны
pulse-list-connectors = Кто соединяет
pulse-list-giant = Самая большая связная часть
pulse-list-core = С двумя путями к остальным
pulse-list-cluster = Группа { $n }
pulse-list-cluster-around = Группа { $n }: { $name } и другие
pulse-list-small = Группы меньше чем из { $n } человек
pulse-list-before = Были участниками 28 дней назад
pulse-list-churned = Были участниками 28 дней назад и ушли
pulse-list-woke = Ожили: молчали или ушли, а теперь пишут
pulse-list-quiet = Затихли: были активны или возвращались
pulse-list-fate = { $case }: { $part }
pulse-list-removed = кого нет
pulse-list-together = кто держится вместе
pulse-list-apart = кто отпадает
pulse-list-held = у кого два пути
pulse-list-loose = у кого меньше двух путей
pulse-fate-removed = Кого нет: { $n }
pulse-fate-together = Вместе: { $n }
pulse-fate-apart = Отпадают: { $n }
pulse-fate-held = С двумя путями: { $n }
pulse-fate-loose = Меньше двух: { $n }
pulse-fate-of-rest = { $share } тех, кто остаётся со связями: всего их { $n }
pulse-fate-of-all = { $share } всех, у кого есть связи: их { $n }
pulse-list-newcomers = Пришли за год
pulse-list-reached-1 = Завели первую связь
pulse-list-reached-3 = Завели третью связь
pulse-list-reached-6 = Завели шестую связь
pulse-list-soon-1 = Завели первую связь за 28 дней
pulse-list-soon-3 = Завели третью связь за 28 дней
pulse-list-soon-6 = Завели шестую связь за 28 дней
pulse-soon-note = всего за год пришли { $n }. Доля { $share } учитывает и тех, кто пришёл меньше 28 дней назад
pulse-list-unreached-1 = Первой связи ещё нет
pulse-list-unreached-3 = Третьей связи ещё нет
pulse-list-unreached-6 = Шестой связи ещё нет
pulse-list-messages = Кто писал за 28 дней
pulse-list-tied = У кого есть связи
pulse-list-top = { $n } % самых связанных
pulse-list-team = Команда
pulse-list-founders = Основатели
pulse-of-team = команда
pulse-messages = { $n ->
    [one] { $n } сообщение
    [few] { $n } сообщения
   *[many] { $n } сообщений
}
pulse-has-ties = { $n ->
    [0] связей сейчас нет
    [one] { $n } связь
    [few] { $n } связи
   *[many] { $n } связей
}
pulse-has-bridge = { $share } путей
pulse-took-days = { $n ->
    [0] в первый же день
    [one] понадобился { $n } день
    [few] понадобилось { $n } дня
   *[many] понадобилось { $n } дней
}
pulse-came-on = здесь с { $day }
pulse-left-on = ушли { $day }
pulse-wrote-on = последнее сообщение { $day }

# Один человек
pulse-person-lead = На { $day }:
pulse-to-list = К списку
pulse-to-profile = Страница участника
pulse-person-messages = Что написано за 28 дней
pulse-person-silent = За эти 28 дней сообщений нет.
pulse-person-earlier = Последнее сообщение до этих дней:
pulse-person-ties = С кем связь
pulse-person-no-ties = За 90 дней участники ему не отвечали, и он участникам тоже. Ответы с теми, кто ушёл, и канал сюда не входят.
pulse-formed-all = Все ответы этих двоих
pulse-formed-on = { $n ->
    [0] Связь сложилась { $day }, в день прихода: с первым ответом ниже ответы стали взаимными.
    [one] Связь сложилась { $day }, через { $n } день после прихода: с первым ответом ниже ответы стали взаимными.
    [few] Связь сложилась { $day }, через { $n } дня после прихода: с первым ответом ниже ответы стали взаимными.
   *[many] Связь сложилась { $day }, через { $n } дней после прихода: с первым ответом ниже ответы стали взаимными.
}
pulse-person-moves = Когда приходили и уходили
pulse-deed-message = сообщение
pulse-deed-answer = ответ
pulse-no-words = без слов: картинка, файл или забытое сообщение
pulse-open-message = Открыть

# Пары
pulse-ties-window = За 90 дней
pulse-ties-table = Связи
pulse-ties-inside = Связи внутри группы { $n }
pulse-ties-outside = Связи группы { $n } с другими
pulse-ties-inside-small = Связи внутри групп меньше чем из { $n }
pulse-ties-outside-small = Связи групп меньше чем из { $n } с другими
pulse-ties-between = Связи между группами
pulse-ties-kept = { $case }: какие ответы остаются
pulse-ties-lost = { $case }: какие ответы уходят
pulse-ties-share = Это { $share } всех ответов: их { $all }.
pulse-which-kept = Что остаётся
pulse-which-lost = Что уходит
pulse-show-which = Что показать
pulse-which-ties = Взаимные
pulse-which-members = Без команды
pulse-which-pairs = Все пары
pulse-which-shallow = Мелкие
pulse-which-middle = Средние
pulse-which-deep = Глубокие
pulse-pairs-count = { $n ->
    [one] { $n } пара
    [few] { $n } пары
   *[many] { $n } пар
}
pulse-answers-count = { $n ->
    [one] { $n } ответ
    [few] { $n } ответа
   *[many] { $n } ответов
}
pulse-between-count = Из них без участия команды: { $n }.
pulse-pairs-none-title = Пар нет
pulse-pairs-none-text = За 90 дней до этого дня таких пар не было.
pulse-pair-title = Ответы двоих
pulse-pair-depth = Глубина { $depth }: в ней все ответы пары за всё время, их { $n }, каждый теряет половину веса за 45 дней.
pulse-pair-ever = За всё время до этого дня
pulse-pair-answers = Ответы друг другу
pulse-pair-none = До этого дня эти двое не отвечали друг другу.

# Разговоры
pulse-conversations-title = Начатые разговоры
pulse-conversations-count = { $n ->
    [one] { $n } разговор
    [few] { $n } разговора
   *[many] { $n } разговоров
}
pulse-conversations-all = С ответом и без
pulse-conversations-no = Без ответа
pulse-conversations-yes = С ответом
pulse-conversations-soon = За сутки
pulse-conversations-by-wait = Сначала те, кто ждал меньше; медиана в середине списка
pulse-conversations-none-title = Таких разговоров нет
pulse-conversations-none-text = За эти 28 дней ничего подходящего не начинали.
pulse-answered-in = ждали ответа { $wait }
pulse-not-answered = без ответа
pulse-open-thread = Открыть

# Часы: кто писал
pulse-hours-list = Кто писал за 28 дней
pulse-hours-when = Кто писал { $when }
pulse-hours-written = Что писали за 28 дней
pulse-hours-written-when = Что писали { $when }
pulse-hours-who = Люди
pulse-hours-what = Сообщения
pulse-hours-none-title = В это время никто не писал
pulse-hours-none-text = Выберите другой час.

# Свои связи
pulse-own-title = С кем вы связаны
pulse-own-note = Ответы друг другу за 90 дней
pulse-own-none-title = Пока ни с кем
pulse-own-none-text = За эти 90 дней вы никому не отвечали, и вам не отвечали. Найдите вопрос, на который знаете ответ.
pulse-own-none-act = К разговорам
pulse-own-gave = { $n ->
    [one] вы ответили { $n } раз
    [few] вы ответили { $n } раза
   *[many] вы ответили { $n } раз
}
pulse-own-got = { $n ->
    [one] вам ответили { $n } раз
    [few] вам ответили { $n } раза
   *[many] вам ответили { $n } раз
}
pulse-own-mutual = взаимно
pulse-own-open = Ответы
pulse-own-unclaimed-only = { $n ->
    [one] Вы переписывались с { $n } человеком из истории чата, который пока не узнал себя здесь.
   *[many] Вы переписывались с { $n } людьми из истории чата, которые пока не узнали себя здесь.
}
pulse-own-unclaimed = { $n ->
    [one] И ещё { $n } человек из истории чата, который пока не узнал себя здесь.
    [few] И ещё { $n } человека из истории чата, которые пока не узнали себя здесь.
   *[many] И ещё { $n } человек из истории чата, которые пока не узнали себя здесь.
}

# Команда
pulse-team-lead = Назовите, кто основал сообщество и кто им занимается, с какого дня и до какого. По этому списку Пульс отличает разговор участников от разговора с командой и считает, что останется без основателя.
pulse-team-named-title = Кто назван
pulse-team-none = Пока никто.
pulse-team-suggested = Кого подсказывает история
pulse-team-suggested-note = Одно нажатие добавляет человека с дня, когда он пришёл
pulse-team-add = Добавить по имени
pulse-team-find = Имя
pulse-team-find-hint = Хватит начала имени или фамилии. Находятся и те, кто пришёл с историей чата.
pulse-team-find-act = Найти
pulse-team-nobody = Никого с таким именем нет. Попробуйте короче.
pulse-team-whom = Кого
pulse-team-role = Кто это
pulse-team-role-hint = Основатель тоже считается командой.
pulse-team-since = С какого дня
pulse-team-since-hint = Для тех, кто был с самого начала, подойдёт любой день до первого сообщения.
pulse-team-until = До какого дня
pulse-team-until-hint = Этот день уже не считается. Оставьте пустым, если занимается до сих пор.
pulse-team-add-act = Добавить
pulse-team-end = Закончить
pulse-team-remove = Убрать
pulse-team-named = Записали. Числа пересчитаны.
pulse-team-ended = Записали день, с которого человек больше не в команде.
pulse-team-removed = Убрали, как будто и не называли.
pulse-team-from = с { $from }
pulse-team-from-until = с { $from } до { $until }
pulse-post-founder = Основатель
pulse-post-staff = Команда
pulse-because-owner = владелец в Артели
pulse-because-administrator = администратор в Артели
pulse-because-answers = { $n ->
    [one] { $n } ответ дал и получил за 90 дней: { $days }
    [few] { $n } ответа дал и получил за 90 дней: { $days }
   *[many] { $n } ответов дал и получил за 90 дней: { $days }
}
pulse-fault-member = Выберите человека из найденных.
pulse-fault-role = Выберите, основатель это или команда.
pulse-fault-from = Укажите, с какого дня.
pulse-fault-from-future = Этот день ещё не наступил. Назовите человека, когда он наступит, или выберите сегодня либо раньше.
pulse-fault-until = Последний день должен быть позже первого.
pulse-conflict-named = Этот человек уже назван на эти дни. Закончите прежнюю запись или уберите её.
pulse-conflict-full = В списке уже 500 записей: больше не помещается. Уберите лишние.

# Журнал
pulse-audit-named = Назван в команду
pulse-audit-ended = Записан уход из команды
pulse-audit-unnamed = Убран из команды
