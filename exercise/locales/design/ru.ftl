# Что составители читают о сценарии: описание, предпросмотр, сравнение и студия.
# Названия из сценария стоят в кавычках и не склоняются.

## Перечни и названия

quoted = «{ $text }»
list-and = { $before } и { $last }
list-or = { $before } или { $last }
everybody = все
nobody = никто
group-state = все государства региона
group-organisation = все организации
group-power = все внешние державы
group-civil = всё гражданское общество
group-cell = вся команда руководителя
units = { $n ->
    [one] { $n } единица бюджета
    [few] { $n } единицы бюджета
   *[other] { $n } единиц бюджета
}
units-of = единиц бюджета: { $amount }
any-measure = любая мера
measure-of-class = мера вида «{ $klass }»
any-issue = любой вопрос
bound-home = действующее государство
bound-host = государство, где мера проводится
bound-partner = партнёр
bound-target = роль, на которую направлена мера
bound-actor = действующая роль
bound-issue = обсуждаемый вопрос

## Величины внутри предложения

slot-in = { $told } ({ $who })
slot-of = { $told } ({ $who })
slot-frame = { $told } (рамка: { $frame })
family-willingness = «воля исполнять договорённости»
family-ability = «способность исполнять договорённости»
family-diverted = «доля внешних средств, уходящих не по назначению»
family-funds = «средства»
family-actions = «действия за ход»
family-delivery_cap = «возможности исполнения»
family-voice_weight = «вес голоса»
family-concept = «доля в мышлении»
family-hearing = «слух аудитории»
family-rhetoric = «речи об опасности»
family-linkage = «связь с преступностью или террором»
family-acceptance = «согласие со сказанным»
family-institutions = «ведомства и законы вокруг темы»
family-money = «деньги вокруг темы»
family-delivery = «дела вслед за словами»
family-level = «уровень угрозы»
family-frame = «рамка»
family-frame_weight = «вес рамки»
family-volume = «движение по пути»
family-capacity = «пропускная способность»
family-pool = «фонд»
family-rhetoric-of = разговоры об опасности вокруг темы { $what }
family-linkage-of = связь темы { $what } с преступностью или террором
family-acceptance-of = вера в то, что говорят о теме { $what }
family-institutions-of = ведомства и законы вокруг темы { $what }
family-money-of = деньги, идущие за темой { $what }
family-delivery-of = дела вслед за словами по теме { $what }
family-level-of = уровень угрозы по теме { $what }
family-frame-of = рамка темы { $what }
family-evidence-of = основания для страха по теме { $what }
family-strict-of = чрезвычайный порядок по теме { $what }
family-loose-of = взгляд на тему { $what } как на угрозу
family-gap-of = разрыв между словами и делами по теме { $what }
family-volume-of = движение на пути «{ $what }»
family-capacity-of = пропускная способность пути «{ $what }»
part-rhetoric = разговоры об опасности
part-linkage = связь с преступностью или террором
part-acceptance = вера в сказанное
part-institutions = ведомства и законы
part-money = деньги
part-delivery = дела
part-level = уровень угрозы
part-frame = рамка:
family-evidence = «действительная угроза»
family-strict = «чрезвычайный порядок»
family-loose = «восприятие как угрозы»
family-gap = «разрыв между словами и делами»

## Условия

is-so = верно: { $what }
is-not-so = неверно: { $what }
cmp-lt = { $left } ниже { $right }
cmp-le = { $left } не выше { $right }
cmp-gt = { $left } выше { $right }
cmp-ge = { $left } не ниже { $right }
cmp-eq = { $left } ровно { $right }
cmp-ne = { $left } не { $right }
turn-lt = ход раньше { $n }-го
turn-le = ход не позже { $n }-го
turn-gt = ход позже { $n }-го
turn-ge = ход не раньше { $n }-го
turn-eq = идёт ход { $n }
turn-ne = идёт не ход { $n }
year-lt = год раньше { $n }-го
year-le = год не позже { $n }-го
year-gt = год позже { $n }-го
year-ge = год не раньше { $n }-го
year-eq = идёт { $n } год
year-ne = идёт не { $n } год
in-force-for-lt = { $what } действует; итогов с начала меньше { $n }
in-force-for-le = { $what } действует; итогов с начала не больше { $n }
in-force-for-gt = { $what } действует; итогов с начала больше { $n }
in-force-for-ge = { $what } действует; итогов с начала не меньше { $n }
in-force-for-eq = { $what } действует; итогов с начала ровно { $n }
in-force-for-ne = { $what } действует; итогов с начала не { $n }
since-lt = ходов после { $what } прошло меньше { $n }
since-le = ходов после { $what } прошло не больше { $n }
since-gt = ходов после { $what } прошло больше { $n }
since-ge = ходов после { $what } прошло не меньше { $n }
since-eq = ходов после { $what } прошло ровно { $n }
since-ne = ходов после { $what } прошло не { $n }
moved-lt = { $what }: снижение между двумя последними итогами
moved-le = { $what }: нет роста между двумя последними итогами
moved-gt = { $what }: рост между двумя последними итогами
moved-ge = { $what }: нет снижения между двумя последними итогами
moved-eq = { $what }: без изменений между двумя последними итогами
moved-ne = { $what }: изменение между двумя последними итогами
moved-points-up = { $what }: рост между двумя последними итогами { $many }
moved-points-down = { $what }: снижение между двумя последними итогами { $many }
by-lt = меньше чем на { $n }
by-le = не больше чем на { $n }
by-gt = больше чем на { $n }
by-ge = не меньше чем на { $n }
by-eq = ровно на { $n }
by-ne = не ровно на { $n }
many-none = ни для одного
many-any = хотя бы для одного
many-all = для каждого
many-not-all = не для каждого
many-lt = меньше чем для { $n }
many-le = не больше чем для { $n }
many-ge = не меньше чем для { $n }
many-eq = ровно для { $n }
many-ne = не для { $n }
of-these = { $many } из этих условий верно: { $told }
of-set = { $many } (из числа: { $all }) верно: { $told }
set-states = государства в игре
set-issues = вопросы
set-roles = роли за столом
set-neighbours = соседи ({ $of })
set-legs = пути ({ $of })
set-parties = стороны ({ $of })
set-measures = меры вида «{ $of }»
set-frames = рамки
set-audiences = аудитории
set-agreements = договорённости
set-pools = фонды
member-states = это государство
member-issues = этот вопрос
member-roles = эта роль
member-neighbours = этот сосед
member-legs = этот путь
member-parties = эта сторона
member-measures = эта мера
member-frames = эта рамка
member-audiences = эта аудитория
member-agreements = эта договорённость
member-pools = этот фонд
another = другой из них ({ $phrase })
chosen = { $who } выбирает: { $what }
chosen-not = { $who } не выбирает: { $what }
chosen-any = кто-нибудь выбирает: { $what }
chosen-nobody = никто не выбирает: { $what }
aimed = { $what } (направлено: { $at })
done-by = { $what } (проводит: { $who })
in_force = действует { $what }
in_force-not = не действует { $what }
said = { $who } говорит в этом ходе о теме { $about }
said-not = { $who } не говорит в этом ходе о теме { $about }
said-any = кто-нибудь говорит в этом ходе о теме { $about }
said-nobody = никто не говорит в этом ходе о теме { $about }
framed-as = { $what } (рамка: { $frame })
adopted = принят пункт договорённости { $what }
adopted-not = не принят ни один пункт договорённости { $what }
adopted-clause = принят пункт { $clause } договорённости { $what }
adopted-not-clause = не принят пункт { $clause } договорённости { $what }
fired = вводная { $what } пришла
fired-not = вводная { $what } не пришла
framed = { $what }: рамка ({ $where }) «{ $frame }»
framed-not = { $what }: рамка ({ $where }) не «{ $frame }»
flag = отмечено: { $what }
flag-not = не отмечено: { $what }
flag-of = отмечено ({ $who }): { $what }
flag-not-of = не отмечено ({ $who }): { $what }
present = за столом есть { $who }
present-not = за столом нет роли { $who }
present-any = за столом кто-то есть
present-nobody = за столом никого нет
minus = минус { $what }
plus = { $left } плюс { $right }
less = { $left } минус { $right }
times = { $left } умножить на { $right }
share-of = { $percent } % от { $what }
the-turn = номер хода
the-year = год
change-of = изменение { $what } между двумя последними итогами
turns-since = число ходов после { $what }
turns-in-force = число итогов, в которых действует { $what }
how-many = число верных условий: { $told }
min-of = наименьшее из: { $told }
max-of = наибольшее из: { $told }
sum-of = сумма: { $told }
scale-of = доля от: { $told }
over-count = число ({ $all }), для которых верно: { $told }
over-any = верно ли хотя бы для одного ({ $all }): { $told }
over-all = верно ли для каждого ({ $all }): { $told }
over-sum = сумма ({ $all }): { $told }
over-min = наименьшее ({ $all }): { $told }
over-max = наибольшее ({ $all }): { $told }
contribution-of = вклад по { $what } ({ $who }, от 0 до 3)
contribution-least = наименьший вклад стороны по { $what } (от 0 до 3)

## Что делают последствия

size-1 = немного
size-2 = заметно
size-3 = сильно
moves-up = { $what }: рост, { $size }, на { $points }
moves-down = { $what }: снижение, { $size }, на { $points }
moves-to-up = { $what }: рост, { $size }, до { $points }
moves-to-down = { $what }: снижение, { $size }, до { $points }
moves-between = { $what }: изменение от { $low } до { $high }, по жребию
moves-by = { $what }: изменение на { $amount }
scaled = { $told }, тем больше, чем дальше { $amount } от { $low } к { $high }
scaled-itself-below = { $told } (ниже { $high } меньше, при { $low } ничего)
scaled-itself-above = { $told } (выше { $high } меньше, при { $low } ничего)
delay-short = { $told }, на ход позже
delay-medium = { $told }, половина через два хода и половина через три
delay-long = { $told }, по трети через четыре, пять и шесть ходов
with-chance = { $told }, с вероятностью { $chance }
only-if = { $told }, но только если { $when }
set-flag = отмечается: { $what }
set-flag-of = отмечается ({ $who }): { $what }
unlock = становится доступна { $what } ({ $who })
void = больше нельзя применить { $what } ({ $who })
transfer = { $units }: отдаёт { $giver }, получает { $taker }
income = { $taker } получает { $units }; источник: { $origin }
reroute = с пути «{ $leg }» на другие уходит: { $amount }
reroute-share = { $percent } % движения на пути «{ $leg }» уходит на другие пути
amplify = последствия { $what } считаются за { $percent } %
amplify-in = последствия { $what } ({ $where }) считаются за { $percent } %
release = вводная { $what } придёт в следующем ходе
cancel = теряется то, что ещё принесла бы { $what }
cancel-by = теряется то, что ещё принесла бы { $what } (проводит: { $who })
breach = нарушена красная линия { $what }

## Заголовки

section-about = О чём сценарий
section-roles = Кто за столом
section-starts = С чего начинаются величины
section-model = Как считает модель
section-injects = Что происходит: вводные
section-graph = Ход учения: что когда приходит и что из чего вытекает
section-measures = Что можно сделать: меры
section-rules = Что из чего следует: правила
section-agreements = О чём можно договориться
section-red_lines = Красные линии
section-objectives = Чему учит сценарий
section-questions = Вопросы для обсуждения
not-for-players = Здесь сказано всё, и то, чего отдельные роли знать не должны. Не для участников.
from-model = Из модели
source = Источник: { $text }.

## О сценарии, учёба, начало

hazard = Чему посвящено учение: { $text }
states-in-play = Государства в игре: { $names }.
plays-on = Модель «{ $model }», прочтение «{ $preset }».
sensitivity = Осторожно: { $text }
assumptions = Все принимают как данное:
timing-turns = { $n ->
    [one] { $n } ход
    [few] { $n } хода
   *[other] { $n } ходов
}; длина хода: { $length }.
timing-duration = Проведение занимает от { $low } до { $high } минут.
timing-run-out = Потом история идёт без решений ещё { $n ->
    [one] { $n } ход
    [few] { $n } хода
   *[other] { $n } ходов
}.
timing-planning = Сначала идёт ход для планирования.
timing-calendar = Ходы: { $times }.
timing-phases = Минут на фазу: { $phases }.
timing-phase = { $phase } { $n }
evidence = Смотреть на: { $names }.
of-question = Относится к вопросу { $text }
paper = Письменную позицию готовит { $who }; её части:
setting = Регион как в картине «{ $name }».
starts-title = Что отличается от модели
starts-at = { $what }: начало { $value }
start-for = { $value } ({ $what })
start-in = { $value } ({ $place })
every-state = все государства
issue-starts = Вопрос { $issue } в начале ({ $where }): { $told }
issue-part = { $part } { $value }
levels-at = Уровни угрозы с 1 по 4 начинаются с силы { $values }.
fits = Насколько виды мер подходят к теме { $issue }: { $told }.
made-of = { $name }: среднее с весами: { $parts }.
held-at = Не выше { $value }, пока { $names } ниже { $low }.

## Роли

seat-person = Место для участника ({ $kind }).
seat-bot = Играет бот, если место никто не займёт ({ $kind }).
seat-vacant = Место пустует, если его никто не займёт ({ $kind }).
dilemma = Выбор роли: { $text }
role-interests = Чего хочет:
role-resources = Чем располагает:
role-constraints = Что мешает:
role-red-lines = Чего обещает никогда не делать:
role-private = Что знает только эта роль:
allies = Обычно может рассчитывать на: { $names }.
means = Начинает так: { $start }; за ход получает { $income }, перенести может не больше { $limit }. { $actions } за ход. Исполняет { $percent } % задуманного; вес слов { $voice } %.
actions = { $n ->
    [one] { $n } действие
    [few] { $n } действия
   *[other] { $n } действий
}
reads = Точно читает: { $names }.
thinks-of = О чьей безопасности думает: { $weights }.
role-can = Что может в этом сценарии:
role-can-model = Что ещё может, по модели:
role-can-all = Может применять все меры модели; их { $n }.
role-can-all-but = Может применять все меры модели (их { $n }), кроме этих: { $names }.
role-can-some = Может применять меры модели: { $n } из { $of }; какие, сказано в главе о мерах.
role-agreements = Что может подписать:
named-free = { $name } (бесплатно)
named-cost = { $name } ({ $units })

## Меры

measure-who = Применяет: { $who }.
offered-only = Только как ответ на { $names }.
offered-also = Также ответ на { $names }.
offered-never = Только как ответ на вводную, но ни одна её не предлагает.
locked = Закрыта, пока её не откроет правило.
cost-none = Ничего не стоит.
cost = Стоит { $units }.
upkeep = Каждый следующий ход стоит { $units }.
lasts-once = Действует один раз.
lasts-until_lifted = Действует, пока её не отменят.
lasts-turns = Действует { $n ->
    [one] { $n } итог
    [few] { $n } итога
   *[other] { $n } итогов
}.
target-home = Проводится у себя.
target-state = Государство действует у себя, остальные выбирают государство.
target-state-chosen = Выполняется в государстве по выбору.
target-partner = Нужен партнёр, один из: { $partners }.
target-role = Направлена на другую роль.
measure-class = Вид: { $klass }; работает на { $addresses }.
addresses-cause = причину
addresses-symptom = проявление
serves = Чьей безопасности служит: { $whom }.
answers-issue = Тема: { $issue }.
asks-reasons = Ограничивает людей, поэтому требует двух коротких обоснований.
statement = Это заявление; сила: { $strength }.
statement-lowers = Это заявление, которое снижает остроту вопроса; сила: { $strength }.
strength-low = малая
strength-medium = средняя
strength-high = большая
covert = Другие о ней не узнают.
emergency = Пока она действует, государство может вести вопрос в чрезвычайном порядке.
needs = Нужно: { $text }
needs-condition = Доступно, только пока { $when }.
else-told = Иначе роли говорят: { $text }
bundle = Действует полностью, только если есть всё это:
yields = Что должна принести, если исполнена полностью:
side-effects = Что приходит вместе с ней:
preset-strength = В прочтении «{ $preset }» это считается за { $percent } % написанного.
class-title = Вид: { $klass }
measure-line = { $name }: { $who }
measures-of-model = { $n ->
    [one] { $n } мера модели
    [few] { $n } меры модели
   *[other] { $n } мер модели
}
rules-of-model = Правила модели по названиям: { $n }
moves-both = Что меняет и безопасность, и права
moves-security = Что меняет безопасность
moves-rights = Что меняет права
moves-other = Что меняет движение людей, причины и работу организаций
moves-issues = Что меняет взгляд на темы
moves-means = Что меняет деньги и возможности
moves-events = Что вызывает события, записи и нарушения

## Вводные

turn = Ход { $n }
turn-time = Ход { $n }: { $time }
turn-none = Без хода
course-sure = Придёт наверняка
course-nothing = ничего
course-drawer = В запасе у руководителя
edge-releases = Её вызывает: { $what }
edge-by-rule = К ней по правилу { $via } ведёт: { $what }
edge-flag = Нужную ей отметку { $via } ставит: { $what }
edge-value = Приблизить её может { $what }, меняя величину: { $via }
edge-answer = { $what } (ответ на { $to })
comes-scheduled = Приходит.
comes-scheduled-turn = Приходит в ходе { $n }.
comes-scheduled-turn-if = Приходит в ходе { $n }, но только если { $when }.
comes-conditional-if = Приходит, как только { $when }.
comes-conditional-turn-if = С хода { $n } приходит, как только { $when }.
comes-contingency = Лежит в запасе у руководителя.
comes-contingency-if = Лежит в запасе у руководителя; если её взвели, приходит, как только { $when }.
comes-contingency-turn = Лежит в запасе у руководителя; если её взвели, может прийти с хода { $n }.
comes-contingency-turn-if = Лежит в запасе у руководителя; если её взвели, приходит с хода { $n }, как только { $when }.
comes-optional = Руководитель может её дать.
comes-optional-if = Руководитель может её дать, если { $when }.
comes-optional-turn = Руководитель может её дать с хода { $n }.
comes-optional-turn-if = Руководитель может её дать с хода { $n }, если { $when }.
inject-to = Получает: { $who }.
inject-from = От кого: { $sender } ({ $method }).
inject-issue = Тема: { $issue }.
content-note = Заранее: { $text }
private = Для одного читателя:
private-line = { $who }: { $text }
inject-effects = Что делает само событие:
offers = Что предлагает в этом ходе:
offers-turns = Что предлагает; сколько ходов: { $n }:
offer-any = { $who }: на выбор { $names }.
offer-one = { $who }: на выбор одно: { $names }.
expected = Хороший ответ: { $text }
serves-objectives = Чему служит: { $aims }.
phrases = Ключевые слова: { $names }.

## Правила, красные линии, договорённости

rule-when = когда { $when },
rule-always = в каждом ходе
rule-for = Для каждого ({ $all }): { $told }
rule-then = тогда { $then }.
rule-then-these = тогда:
rule-why = Потому что: { $why }
contested = Спорно: { $text }
framework = Норма: { $text }.
parties = Стороны: { $who }.
sponsors = Внести может также { $who }.
contributions = Каждая сторона называет свой вклад, от 0 до 3.
clause = Пункт { $n }: { $text }
clause-off = Сначала он выключен.

## Просмотр глазами роли

preview-title = { $scenario }: что читает { $role }
preview-before = До первого хода
preview-before-lead = В карточке роли слов: { $card }, в подготовительных материалах: { $ahead }; около { $minutes } мин.
preview-card = Карточка роли
preview-read-ahead = Подготовительные материалы, по заголовкам
preview-means = В начале у неё { $funds }. { $actions } за ход.
preview-figures = Её собственные данные в начале:
preview-any-turn = В любом ходе
preview-perhaps = Может прийти с этого хода
preview-reading = Слов: { $words }, около { $minutes } мин.; на обстановку отведено { $given }.
preview-reading-most = Слов: { $words }, около { $minutes } мин.; на обстановку отведено { $given }. Со всем, что может прийти, слов: { $most }, около { $most_minutes } мин.
preview-reading-unsure = Наверняка не приходит ничего. Со всем, что может прийти, слов: { $most }, около { $most_minutes } мин.; на обстановку отведено { $given }.
preview-nothing = Ничего нового для этой роли не приходит.
preview-too-long = Это больше, чем успевают прочесть за фазу обстановки.
preview-held = Приходит, только если её даст руководитель или вызовет событие.
preview-scheduled-if = Приходит в этом ходе, только если { $when }.
preview-scheduled-hidden = Приходит в этом ходе только при условии, которого эта роль не видит.
preview-conditional-if = Приходит, как только { $when }.
preview-conditional-hidden = Приходит при условии, которого эта роль не видит.
preview-public = Её получают все.
preview-not-public = Её получают не все.
preview-private = Только для этой роли: { $text }
preview-offers = На выбор:
preview-offers-one = На выбор одно:
preview-measures = Что она может выбрать кроме этого
preview-measures-lead = В её списке с самого начала { $n ->
    [one] { $n } мера
    [few] { $n } меры
   *[other] { $n } мер
}, читать около { $minutes } мин. То, что предлагают вводные, стоит при них.
preview-open = Доступно в начале
preview-statements = Заявления, во время консультаций
preview-closed = Недоступно в начале
preview-agreements = Что она может подписать или внести
preview-party = Эта роль является стороной.
preview-sponsor = Эта роль не сторона и может только внести текст.
preview-clauses = Пункты:
preview-paper = От этой роли ждут позиционный документ с такими частями:
preview-saved = Слежу за { $folder }. После каждого сохранения текст печатается снова; Ctrl+C заканчивает.

## Чем отличаются

diff-title = Чем для участников отличается { $after } от { $before }
diff-same = Для участников { $before } и { $after } ничем не отличаются.
diff-counts = { $n ->
    [one] { $n } отличие
    [few] { $n } отличия
   *[other] { $n } отличий
}.
diff-everybody = Для всех
diff-facilitator = Для руководителя
diff-roles = Кого касается: { $who }
diff-added = Новое ({ $what }): { $title }
diff-removed = Убрано ({ $what }): { $title }
diff-changed = Изменено ({ $what }): { $title }
diff-was = было: { $text }
diff-now = стало: { $text }
diff-about = сценарий
diff-roles-noun = роль
diff-injects = вводная
diff-measures = мера
diff-agreements = договорённость
diff-rules = правило
diff-red_lines = красная линия
diff-starts = начальное значение
diff-model = модель
diff-objectives = цель
diff-questions = вопрос
