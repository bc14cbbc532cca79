//! Words that say nothing of what a text is about. Likeness of requests, reasons of routing and topics pass over the same ones.

/// Words that most requests have, whatever they ask for.
pub(crate) const ASKING: &str = "ищу ищем нужен нужна нужно нужны надо кто кого кому знает знаю знаете может можете посоветуйте посоветовать подскажите \
    подсказать порекомендуйте помогите помочь помощь есть как что где чтобы для или при без под над про это эта этот той тот \
    все всем добрый день здравствуйте коллеги пожалуйста спасибо очень буду рада рад мне меня нам нас вас вам ваш мой наш его \
    она они если уже еще который которая которые хочу хотим опыт человек люди looking need needs needed find help please \
    thanks thank who whom what where how can could would anyone anybody someone somebody know knows recommend recommendation \
    advice for the and with from that this have has our your their you are any some about there want experience person people";

/// What people say whatever they speak of: greetings, times, and words for any work.
pub(crate) const ANYWAY: &str = "привет приветствую доброе доброго утро вечер дня здравствуй ребята ребят друзья народ господа товарищи уважаемые \
    благодарен признателен извините прошу просьба поделитесь поделиться подскажет посоветует помог помогаю помогу помогает \
    помогаем направьте направить нибудь либо кто-нибудь кто-то кто-либо что-то какой-то сталкивался сталкивались столкнулся \
    пробовал пробовали пользовался пользуется пользуетесь пользоваться использовать использует используете использую юзал \
    решал решали решить получилось получается получить найти нашел нашла смотреть посмотреть понять понял понимаю хотел хотела \
    хотелось интересует интересно вопрос вопросы проблема проблемы задача тема темы пример примеры вариант варианты способ \
    случай ситуация возможно возможность можно нельзя работаю работает работать работа делаю делает делать делал делали \
    сделать сделал лучше просто вообще сейчас сегодня всегда вроде также тоже именно какой какая какие каким какую каких чем \
    зачем почему когда куда откуда сколько сам сама самый свой своя своих них ним ними мои моя будет будут быть нет хороший \
    хорошая хорошего новый новая новичок большой разный разные год лет годы время раз один два три четыре пять первый второй \
    третий последний специалист понедельник вторник среда четверг пятница суббота воскресенье утром вечером ночью час часы \
    минута месяц неделя неделе завтра вчера скоро пора кругом вокруг только те тех тем тому труднее трудно трудный легче легко \
    проще сложнее бережно бесплатно взять беру берет брать сказать сказала сказал говорить говорю передать передаю начать \
    начинаю начинать согласиться согласится согласен разобраться разобрать разбираюсь переехать переехал переехала случиться \
    поговорить спросить профессионал проводит проводите проводить провести проведет провел hello hi hey everyone morning evening guys question problem issue example way work works \
    working use using used try tried tell share interested possible best good new time day year one two";

/// All of them.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    ASKING.split_whitespace().chain(ANYWAY.split_whitespace())
}

#[cfg(test)]
mod tests {
    #[test]
    fn each_word_stands_there_once() {
        let mut seen = std::collections::HashSet::new();
        let twice: Vec<&str> = super::words().filter(|word| !seen.insert(*word)).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}
