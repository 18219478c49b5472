# Собственные строки программы на русском языке. Чего здесь нет, то говорится по-английски.
# Имена подставляются в именительном падеже, поэтому предложения построены так, чтобы он подходил.

## Слова для фактов

phase-lobby = подготовка
phase-briefing = инструктаж
phase-situation = обстановка
phase-consultation = консультации
phase-decision = решение
phase-adjudication = оценка решений
phase-outcome = итог хода
phase-hot_wash = обсуждение по горячим следам
phase-closed = завершено

frame-state = безопасность государства
frame-human = безопасность людей
frame-global = безопасность мира
frame-societal = безопасность общества

arrow-up2 = быстро растёт
arrow-up = растёт
arrow-flat = без изменений
arrow-down = снижается
arrow-down2 = быстро снижается

size-small = немного
size-medium = заметно
size-large = сильно

cause-rule = правило
cause-measure = мера
cause-inject = вводная
cause-clause = принятый пункт
cause-statement = заявление
cause-ruling = решение ведущего
cause-system = постоянный порядок
cause-funds = движение средств
cause-amplify = правило, усиливающее другие
cause-cap = граница шкалы

holder-person = участник
holder-bot = бот
holder-vacant = свободно

kind-state = государство
kind-organisation = организация
kind-power = держава вне региона
kind-civil = гражданское общество
kind-cell = штаб руководства

class-restrictive = ограничения
class-capacity = возможности служб
class-balanced = сочетание
class-protection = защита
class-causes = причины
class-cooperation = сотрудничество
class-framing = слова и рамки

lasts-once = Действует один раз.
lasts-until_lifted = Действует, пока вы её не отмените; отмена стоит одного действия.
lasts-turns = Действует { $turns ->
    [one] { $turns } ход
    [few] { $turns } хода
   *[many] { $turns } ходов
}.

helps-more-1 = Должна немного повысить: { $label }.
helps-more-2 = Должна заметно повысить: { $label }.
helps-more-3 = Должна сильно повысить: { $label }.
helps-less-1 = Может немного понизить: { $label }.
helps-less-2 = Может заметно понизить: { $label }.
helps-less-3 = Может сильно понизить: { $label }.

decision-all_parties = Принимается, когда подпишут все стороны.
decision-majority = Принимается, когда подпишет большинство сторон.
decision-consensus = Принимается, если до срока никто из сторон не возразит (процедура молчания).

method-briefing = доклад
method-report = донесение
method-phone = телефон
method-letter = письмо
method-media = пресса
method-meeting = встреча
method-radio = радио
method-email = электронная почта

inject-kind-scheduled = по плану
inject-kind-conditional = по условию
inject-kind-contingency = резервная
inject-kind-optional = по выбору

inject-status-waiting = ожидает
inject-status-ready = готова
inject-status-held = придержана
inject-status-armed = взведена
inject-status-called = вызвана последствием
inject-status-released = выдана
inject-status-skipped = пропущена

observed-strength = сильная сторона
observed-improvement = что улучшить
observed-neutral = наблюдение

record-inject = Ход { $turn }, событие: { $text }.
record-statement = Ход { $turn }, заявление ({ $who }): { $text }.
record-statement-about = Тема: { $issue }; { $frame }. К кому: { $audiences }.
record-statement-words = Своими словами: «{ $words }»
record-response = Ход { $turn }, решение ({ $who }): { $text }.
record-agreement = Ход { $turn }, принято: { $text }
record-breach = Ход { $turn }, нарушена красная линия ({ $who }): { $text }.
record-breach-anywhere = Ход { $turn }, нарушена красная линия: { $text }.
record-paper = Ход { $turn }, позиция ({ $who }) по вопросу { $about }.
record-paper-before = До первого хода, позиция ({ $who }) по вопросу { $about }.
record-revision = Ход { $turn }, новая редакция позиции ({ $who }) по вопросу { $about }.
record-revision-before = До первого хода, новая редакция позиции ({ $who }) по вопросу { $about }.
record-reminder = Ход { $turn }, напоминание о рамке ({ $who }) к [{ $about }]: { $text }.
record-floor = Ход { $turn }, { $who } предоставляет слово: { $text }.
record-numbered = [{ $number }] { $line }
record-phrase = #{ $phrase }
record-phrase-count = { $phrase } ({ $count })
record-unlifted = Ход { $turn }, отменено ({ $who }): { $text }.

flag-free_text = свой текст
    .help = Пометка: свой текст. Расчёта для него нет; замените его мерой или добавьте строку.
flag-restrictive = ограничение
    .help = Пометка: ограничительная мера. Прочтите, почему она названа нужной и подходящей.
flag-red_line = нарушает собственную красную линию роли
    .help = Пометка: эта роль заявляла, что так не поступит.
flag-no_yield = ничего не даёт
    .help = Пометка: при нынешнем положении мера ничего не даст. Множители показывают почему.

factor-fit = мера отвечает проблеме { $percent } %
factor-bundle = нужные части на месте { $percent } %
factor-execution = исполнение принимающей стороной { $percent } %
factor-delivery = возможности исполнителя { $percent } %
factor-kept = доходит по назначению { $percent } %
factor-preset = настройка модели { $percent } %
factor-ruling = решение ведущего { $percent } %
factor-voice = вес голоса { $percent } %
factor-heard = услышано { $percent } %
factor-factor = усилено до { $percent } %

## Отказы

refusal-not_facilitator = Это может только ведущий.
refusal-wrong_phase = Это относится к другой фазе хода.
refusal-exercise_paused = Учение приостановлено.
refusal-exercise_ended = Учение окончено; изменить ничего нельзя.
refusal-unknown_measure = Такой меры нет.
refusal-not_offered = Сейчас вашему месту это недоступно.
refusal-not_unlocked = Сначала что-то должно это открыть.
refusal-made_void = После случившегося это закрыто.
refusal-ruled_out = Вы выбрали другой ответ, который это исключает; сначала отзовите его.
refusal-requirement_not_met = Нет того, что для этого нужно.
refusal-no_actions_left = В этом ходе у вас не осталось действий.
refusal-not_enough_funds = На это у вас не хватает средств.
refusal-wrong_target = Нужна цель, которую эта мера может иметь.
refusal-justification_missing = Скажите, почему это нужно и почему подходит.
refusal-statement_incomplete = Заявление называет проблему, рамку и тех, к кому обращено, каждого по разу.
refusal-text_too_long = Текст слишком длинный. Сократите его.
refusal-text_empty = Текст пуст. Напишите несколько слов.
refusal-unknown_inject = Такой вводной нет.
refusal-inject_not_releasable = Эту вводную сейчас нельзя выдать вручную.
refusal-already_chosen = Это уже выбрано или уже действует.
refusal-nothing_to_change = Так уже и есть.
refusal-unknown_agreement = Такого соглашения нет.
refusal-unknown_clause = Такого включённого пункта в соглашении нет.
refusal-not_a_party = Ваше место не является стороной.
refusal-agreement_not_open = Текст не внесён. Сначала его кто-то должен внести.
refusal-unknown_seat = Такого места нет.
refusal-seat_vacant = Место свободно.
refusal-unknown_ruling = Такого решения ведущего в этом ходе нет.
refusal-out_of_range = Число вне допустимых пределов.
refusal-cannot_undo = Возвращаться некуда.
refusal-unknown_indicator = Такой величины, которую можно изменить, нет.
refusal-unknown_item = Этого нет в списке.
refusal-paper_not_asked = От вашего места позиция по этому вопросу не требуется.
refusal-not_your_duty = Это дело модератора или докладчика, чьё место занимает человек.
refusal-unknown_entry = Такой записи в протоколе нет. Ссылайтесь на номера протокола.
refusal-citation_missing = Укажите номера записей, на которых основан абзац.
refusal-already_reminded = Напоминание по этому заявлению уже сделано.

## Команды; английские слова действуют тоже

command-help = помощь
    .help = всё, что можно ввести
command-inbox = вводные
    .help = прочесть полученные вводные
command-card = карточка
    .help = прочесть карточку своей роли
command-situation = обстановка
    .help = положение дел в учении
command-indicators = показатели
    .help = показатели словами; добавьте место, название или «все»
command-record = протокол
    .help = открытый протокол; добавьте ход, ключевую фразу или слово
command-papers = позиции
    .help = прочесть письменные позиции
command-paper = позиция
    .help = написать или изменить свою позицию
command-summary = итоги
    .help = прочесть итоги обсуждения с тем, на что они ссылаются
command-paragraph = абзац
    .help = написать абзац итогов или изменить его (абзац 2)
command-strike = вычеркнуть
    .help = убрать абзац из итогов (вычеркнуть 2)
command-tag = пометить
    .help = пометить запись протокола ключевыми фразами (пометить 7)
command-remind = напомнить
    .help = напомнить о рамке заявления (напомнить 7)
command-floor = слово
    .help = предоставить слово
command-measures = меры
    .help = что вы можете сделать; добавьте слово или «все» для недоступных
command-measure = мера
    .help = подробности одной меры (мера 3)
command-standing = действующие
    .help = длительные меры, которые действуют
command-outcome = итог
    .help = что изменилось в прошлом ходе, насколько это открыто всем; добавьте место, название или «все»
command-respond = решить
    .help = выбрать меру (решить 3)
command-own = своё
    .help = написать своё решение своими словами
command-mine = мои
    .help = ваши решения этого хода
command-withdraw = отозвать
    .help = отозвать решение
command-lift = отменить
    .help = прекратить свою длительную меру
command-keep = оставить
    .help = всё же оставить меру в силе
command-seal = запечатать
    .help = сказать, что ваши решения готовы
command-statement = заявление
    .help = сделать заявление: проблема, рамка, к кому обращено
command-agreements = соглашения
    .help = читать, вносить, менять, подписывать, возражать
command-messages = сообщения
    .help = отправленные и полученные сообщения
command-write = написать
    .help = написать другим местам или ведущему
command-ask = спросить
    .help = задать вопрос ведущему
command-questions = вопросы
    .help = вопросы и ответы
command-pause = пауза
    .help = попросить о паузе; у ведущего это слово останавливает учение
command-resume = продолжить
    .help = продолжить после паузы
command-glossary = словарь
    .help = объяснить термин (словарь frame)
command-pin = код
    .help = задать или сменить код, который спросят при передаче клавиатуры
command-why = почему
    .help = почему изменилась величина (почему и её название, или почему 2 из последнего списка)
command-why-not = почему-нет
    .help = почему мера недоступна, величина не изменилась, правило молчало
command-readahead = замысел
    .help = записка, которую все читают до начала
command-done = готово
    .help = уйти от клавиатуры; ничего вашего на виду не останется
command-back = назад
    .help = назад; Enter делает то же
command-read = читать
    .help = прочесть текст и кто его подписал
command-sponsor = внести
    .help = внести текст
command-switch = пункт
    .help = включить или выключить пункт; подписи при этом снимаются (пункт 2)
command-sign = подписать
    .help = подписать все пункты или некоторые (подписать 1 2)
command-unsign = снять-подпись
    .help = снять свою подпись
command-object = возразить
    .help = возразить против всех пунктов или некоторых (возразить 2)
command-unobject = снять-возражение
    .help = снять своё возражение
command-contribute = вклад
    .help = сказать, сколько вы вкладываете, от 0 до 3 (вклад 2)
command-events = план
    .help = весь план вводных с номерами
command-inject = вводная
    .help = прочесть вводную и ожидаемое действие (вводная 3)
command-release = выдать
    .help = выдать вводную сейчас (выдать 3)
command-hold = придержать
    .help = придержать готовую вводную (придержать 3)
command-skip = пропустить
    .help = пропустить вводную насовсем (пропустить 3 нет времени)
command-arm = взвести
    .help = взвести резервную вводную или убрать её (взвести 3)
command-new = новая
    .help = написать вводную на месте
command-next = дальше
    .help = перейти к следующей фазе
command-world = мир
    .help = точные значения; добавьте слова названия или места
command-waiting = ожидаемое
    .help = последствия, которые ещё в пути
command-note = заметка
    .help = записать наблюдение одной строкой
command-observe = наблюдение
    .help = записать наблюдение с видом, ролью, вводной и целью
command-notes = заметки
    .help = прочесть наблюдения
command-seats = места
    .help = кто занимает какое место; передать место
command-assign = назначить
    .help = дать место участнику или боту или освободить его (назначить 2 участник Анна)
command-order = порядок
    .help = в каком порядке места подходят к клавиатуре
command-scores = оценки
    .help = скрыть от мест обе оси и показатели до разбора или показать их
command-language = язык
    .help = сменить язык
command-undo = вернуть
    .help = вернуться к последней границе фазы или выдаче
command-quit = выход
    .help = выйти; учение сохранено
command-start = начать
    .help = открыть инструктаж
command-seat = место
    .help = передать клавиатуру месту (место 2)
command-show = показать
    .help = одно решение с доводами и расчётом (показать 1)
command-scale = доля
    .help = пусть решение даст больше или меньше (доля 1 50 половины людей нет)
command-replace = заменить
    .help = считать решение или свой текст мерой (заменить 1)
command-row = строка
    .help = изменить величину самому (строка, название, место, число, причина)
command-rulings = решения
    .help = ваши решения по этому ходу
command-unrule = снять
    .help = снять своё решение
command-confirm = утвердить
    .help = утвердить расчёт вместе с вашими решениями
command-endex = конец
    .help = окончить учение раньше последнего хода
command-axes = оси
    .help = обе оси по ходам
command-turning = повороты
    .help = главные причины по каждой оси
command-runout = последствия
    .help = что было после окончания, без решений
command-views = обзоры
    .help = что видно по учению, обзор за обзором; с номером - один целиком (обзоры 2)
command-values = значения
    .help = точные значения; добавьте место или название
command-answers = ответы
    .help = записать ответы группы на вопросы
command-strength = удалось
    .help = записать, что удалось
command-improvement = улучшить
    .help = записать, что улучшить
command-prompts = темы
    .help = о чём поговорить
command-report = отчёт
    .help = как написать отчёт по итогам
command-close = закрыть
    .help = закончить разбор
command-open = открыть
    .help = начать новое учение (открыть 1)
command-continue = продолжить
    .help = продолжить сохранённое учение
command-watch = смотреть
    .help = пусть боты сыграют сценарий, а вы ведёте; ничего не сохраняется (смотреть 1)
command-scenarios = сценарии
    .help = список сценариев

## Вопросы и ответы

plain-menu = Можно ввести:
plain-help-how = Введите слово или его начало. Номер после слова означает строку списка. В вопросе один Enter возвращает назад.
plain-number-alone = Перед номером нужно слово. Введите ?, чтобы увидеть слова.
plain-yes = да
plain-no = нет
plain-yes-hint = (да или нет; Enter: да)
plain-no-hint = (да или нет; Enter: нет)
plain-answer-yes-no = Ответьте «да» или «нет».
plain-all = все
plain-not-known = «{ $answer }» здесь не подходит. Введите ?, чтобы увидеть список.
plain-not-now = «{ $answer }» сейчас недоступно. Введите ?, чтобы увидеть, что можно.
plain-several = «{ $answer }» может значить разное: { $options }. Введите больше букв.
plain-not-done = Оставлено как было.
plain-nothing-to-choose = Выбирать не из чего.
plain-none-yet = Пока ничего нет.
plain-not-a-number = «{ $answer }» здесь не подходит как число.
plain-number-from-list = Номер относится к последнему списку величин. Введите название.
plain-region = регион
told-all-states = все государства
plain-everybody = все
told-facilitator = ведущий

## Положение дел

plain-welcome = Простой режим. На каждый вопрос ответьте и нажмите Enter. В любой момент введите ?, чтобы увидеть, что можно ввести.
told-moment = { $title }. Ход { $turn } из { $turns }, { $story }. Фаза: { $phase }.
told-moment-outside = { $title }. Фаза: { $phase }.
told-no-story-time = без даты
told-for-better = к лучшему
told-for-worse = к худшему
told-scores-hidden = Показатели скрыты от мест до разбора.
plain-scores-shown = Места снова видят показатели.
told-rose = выше
told-fell = ниже
told-change = { $label }: { $size } { $way }, { $good }.
told-source = Источник: { $source }.
told-source-chosen = выбор составителей учения
told-source-numbers = числа - выбор составителей учения
told-source-rest = остальное - выбор составителей учения
told-undisclosed = Причина не раскрыта.
plain-no-changes = По открытым причинам ни один опубликованный показатель не изменился.
plain-changes-more = Ещё строк: { $count }. «итог» и место или название покажет часть, «итог все» покажет всё.
plain-no-open-cause = Открытых причин изменения в прошлом ходе нет.
plain-causes-closed = Значение изменилось, но причины открыты не всем; о них говорится на разборе.
plain-issues = На повестке; уровень от 1 до 4 и чья безопасность названа:
plain-issues-none = На повестке нет ни одной проблемы.
told-issue = { $label }, { $place }: уровень { $level }, { $frame }.
plain-sealed-count = Запечатали: { $sealed } из { $seats }.
plain-record = Открытый протокол

## Передача клавиатуры

plain-blank-begins = Дальше пустые строки ({ $lines }), чтобы на экране ничего не осталось.
plain-hand-over = Передайте клавиатуру: { $who }.
plain-hand-over-others = Или назовите другое место: { $others }.
plain-hand-over-prompt = Нажмите Enter, когда готовы:
plain-hand-over-only = Нажмите Enter, когда готовы, или введите что угодно, чтобы вернуться:
plain-you-are-now = Теперь вы: { $who }.
plain-alone = Участник занимает только одно место ({ $who }). Тот же человек и ведёт учение, так что скрывать нечего?
plain-pin-ask = Код ({ $who }):
plain-pin-wrong = Код неверен.
plain-pin-new = Новый код ({ $who }; Enter: без кода):
plain-pin-again = Ещё раз тот же код:
plain-pin-set = Код задан. Он забудется, когда программа закончит работу.
plain-pin-none = Теперь кода нет.
plain-pin-differs = Коды различаются. Ничего не изменено.
plain-pin-whose = Чей код?
plain-pin-clear = Убрать код ({ $who })?

## Начало

plain-launcher = Какое учение открыть?
plain-launcher-prompt = Открыть, продолжить или смотреть?
plain-launcher-empty = Введите «открыть 1» для первого сценария или ? для списка.
plain-scenario = { $number }. { $title }. От { $low } до { $high } минут, { $turns ->
    [one] { $turns } ход
    [few] { $turns } хода
   *[many] { $turns } ходов
}, { $places ->
    [one] { $places } место
    [few] { $places } места
   *[many] { $places } мест
}. { $summary }
plain-scenario-broken = { $number }. { $name }: не читается. Причину скажет команда check.
plain-scenario-which = Какой сценарий?
plain-no-scenarios = Сценариев не найдено.
plain-saved = { $title }, начато { $date } UTC, { $records ->
    [one] { $records } запись
    [few] { $records } записи
   *[many] { $records } записей
}
plain-saved-which = Какое учение?
plain-lobby = Подготовка: { $title }
plain-seat-which = Какое место? Можно несколько номеров через пробел:
plain-seat-holder = Кто его займёт?
plain-seat-label = Имя участника (Enter: без имени):
plain-seat-call = Какое место подходит к клавиатуре?
plain-order-which = В каком порядке? Номера через пробел:
plain-order = Порядок: { $names }.
plain-prompt-lobby = Ведущий (Enter: открыть инструктаж):
plain-prompt-next = Ведущий (Enter: дальше):
plain-prompt-round = Ведущий (Enter: передать клавиатуру, следующее место: { $who }):
plain-prompt-round-over = Ведущий (Enter: следующая фаза):
plain-prompt-paused = Ведущий (пауза; «продолжить» возобновит учение):
plain-prompt-situation = Ведущий (Enter: выдать готовое и дальше):
plain-prompt-adjudication = Ведущий (Enter: утвердить, пометок нет):
plain-prompt-flagged = Ведущий (Enter: что помечено; «утвердить» принимает всё):
plain-prompt-outcome = Ведущий (Enter: следующий ход):
plain-prompt-last-outcome = Ведущий (Enter: окончить учение и перейти к разбору):
plain-prompt-hot-wash = Разбор:
plain-round-waits = { $who }: в этой фазе ещё не за клавиатурой.
plain-round-done = { $who }: за клавиатурой уже был этот участник.
plain-round-sealed = { $who }: запечатано.
plain-no-persons = Ни одно место не занято участником.
plain-missing = Ещё не были за клавиатурой: { $names }. Всё равно продолжить?
plain-bots-acted = Боты сделали своё.

## Место за клавиатурой

plain-desk-heading = { $who }. Дальше показано только для этого места.
plain-menu-hint = Введите ?, чтобы увидеть, что можно ввести.
plain-desk-empty = Введите слово; ? покажет список.
plain-purse = Осталось действий: { $actions } из { $total }. Средства: { $funds }.
plain-no-new-injects = Новых вводных нет.
plain-inbox-empty = Вводных вы не получали.
plain-inbox-open = { $title } (ход { $turn }, предлагает ответ)
plain-inbox-read = { $title } (ход { $turn })
plain-inbox-which = Какую вводную? (Enter: никакую)
plain-inject = Вводная: { $title } (ход { $turn })
plain-inject-from = От: { $sender }. Как: { $method }.
plain-inject-note = Примечание о содержании: { $text }
plain-inject-private = Только для вас: { $text }
plain-inject-offers-one = Она предлагает вам одно из этого за ход: { $names }.
plain-inject-offers = Она предлагает вам: { $names }.
plain-inject-private-of = Только для одного места ({ $who }): { $text }
plain-inject-to = Кому: { $names }.
plain-inject-expected = Ожидаемое действие: { $text }
plain-inject-trigger = Наступает, когда: { $text }
plain-card-heading = Карточка роли: { $name } ({ $kind })
plain-card-dilemma = Ваш выбор: { $text }
plain-card-task = Что вы делаете:
plain-card-interests = Ваши интересы:
plain-card-resources = На что вы можете опереться:
plain-card-constraints = Что вас ограничивает:
plain-card-red-lines = Ваши красные линии:
plain-card-private = Что знаете только вы (для этого учения):
plain-card-allies = Союзники: { $names }.
plain-card-values = Показатели на вашей карточке:
plain-standing = { $who }: { $name }, с хода { $since }.
plain-standing-own = Ваша: { $name }, с хода { $since }.
plain-message = Ход { $turn }, сообщение, от: { $sender }, кому: { $to }. { $text }
plain-question = Ваш вопрос: { $text } Ответ ведущего: { $answer }
plain-no-answer-yet = ответа пока нет
plain-glossary = Термины: { $words }. Введите «словарь» и термин.
plain-indicators-hint = «почему» и номер говорит, почему величина изменилась. «показатели все» покажет все, «показатели» и название или место покажет часть.
plain-write-to = Кому? Номера через пробел или «все»:
plain-write-text = Сообщение:
plain-written = Отправлено: { $to }.
plain-ask-text = Ваш вопрос ведущему:
plain-asked = Ведущий увидит ваш вопрос.
plain-pause-why = Почему вы просите о паузе? (Enter: без причины)
plain-pause-asked = Ведущий увидит просьбу. Введите «готово», чтобы передать клавиатуру.
plain-seal-first = Ваши решения не запечатаны. Запечатать сейчас?
plain-you-sealed = Ваши решения запечатаны; до срока их можно менять.
plain-you-not-sealed = Ваши решения не запечатаны.
plain-why-what = О какой величине?
plain-why-not-what = Какая мера, по номеру или названию, или какая величина?
plain-why-not-rule = Какое правило? Часть названия:
plain-rule-which = Какое из этих правил?
plain-value-which = Какая из этих величин?
plain-many-values = Подходящих величин: { $count }; вот первые.
plain-no-such-rule = Нет правила, в названии которого есть «{ $answer }».
plain-no-such-value = Нет величины, к которой подходит «{ $answer }».
plain-turn-word = ход

## Меры, решения, заявления

plain-measure = { $number }. { $name } ({ $klass }, { $cost ->
    [0] без средств
   *[other] средства { $cost }
}){ $more }
plain-measure-offered = Предложена вводной.
plain-measure-not = Недоступна: { $why }
plain-measure-available = Её можно использовать сейчас.
plain-measures-kinds = Другие по видам: { $kinds }. «меры» и вид или слово покажет их, «меры все» покажет все.
plain-measures-later = Меры выбирают в фазе решения. До этого их можно читать:
plain-measures-none = Сейчас вам не доступна ни одна мера.
plain-measures-more = Ещё недоступно сейчас: { $count }. «меры все» покажет их с причинами.
plain-measures-hint = «мера» и номер покажет подробности. «решить» и тот же номер выберет её в фазе решения.
plain-measure-which = Какая мера?
plain-measure-cost = Стоит одного действия и средств: { $cost }.
plain-measure-upkeep = За каждый следующий ход ещё { $upkeep }.
plain-measure-later = В этой фазе недоступна: меры выбирают в фазе решения, заявления делают на консультациях.
plain-measure-serves = Для кого: { $referent }.
plain-measure-targets = Возможные цели: { $names }.
plain-measure-requires = Что может помешать: { $text }
plain-measure-restrictive = Это ограничительная мера: нужны два коротких ответа.
plain-respond-which = Какая мера? (Enter: никакая)
plain-target = Для какой цели?
plain-target-only = Цель: { $target }.
plain-to-inject = Это ответ на вводную? (Enter: по собственному почину; ? покажет список)
plain-whom = Кому это должно служить? (Enter: { $referent }; ? покажет список)
plain-needed = Почему она нужна?
plain-suitable = Почему она подходит?
plain-reason = Почему, одной строкой? (Enter: без объяснения)
plain-received = Принято. До срока решение можно изменить.
plain-own-text = Что вы делаете, своими словами?
plain-statement-which = Какое заявление? (Enter: никакое)
plain-statement-issue = По какой проблеме?
plain-statement-frame = О чьей безопасности в нём речь?
plain-statement-words = Что вы говорите, своими словами? Это прочтут все. (Enter: ничего)
plain-statement-stays = Заявление прозвучало, взять его назад нельзя.
plain-statement-audiences = К кому оно обращено? Номера через пробел или «все»:
plain-statement-sure = Сделать его сейчас? Оно стоит одного действия, его сразу услышат, и взять его назад нельзя.
plain-statement-made = Заявление прозвучало.
told-decided-free = своими словами: { $text }
told-decided-target = цель: { $target }
told-decided-reason = потому что: { $reason }
plain-lifting = Будет отменена: { $name }.
plain-no-responses = Решений пока нет.
plain-withdraw-which = Какое решение вы отзываете? (Enter: никакое)
plain-withdrawn = Отозвано.
plain-lift-which = Какую меру вы прекращаете? (Enter: никакую)
plain-lift-none = У вас нет длительной меры, которую можно прекратить.
plain-keep-none = В этом ходе вы ничего не отменяли.
plain-lifted = Она закончится с этим ходом.
plain-keep-which = Какая мера всё же остаётся в силе? (Enter: никакая)
plain-kept = Она остаётся в силе.
plain-sealed-now = Запечатано. До срока решения можно менять.

## Конференция

paper-question = Вопрос { $number }: { $text }
paper-none = не подана
paper-turn = ход { $turn }
paper-before = до первого хода
paper-version = редакция { $number }
paper-complete = полная
paper-incomplete = неполная, нет: { $names }
paper-nothing = Об этом ничего не сказано.
summary-none = Итогов пока никто не написал.
summary-by = Автор: { $who }, ход { $turn }
summary-disagreement = Не согласовано: { $text }
plain-papers-none = Письменные позиции не требуются.
plain-paper-line = { $who }: { $state }
plain-papers-which = Чью позицию? (номер, Enter — никакую)
plain-paper-which = По какому вопросу?
plain-paper-field = { $heading } (Enter оставляет как есть, - стирает)
plain-paper-stands = Сейчас там: { $text }
plain-paper-handed = Подано. Это могут прочесть все.
plain-paragraph-text = Абзац:
plain-paragraph-cites = На каких записях он основан? (номера протокола)
plain-paragraph-dissent = Он фиксирует разногласие?
plain-paragraph-line = { $number }. { $text }
plain-paragraph-which = Какой абзац? (номер)
plain-summary-written = Записано.
plain-summary-struck = Вычеркнуто.
plain-tag-which = Какую запись? (номер протокола)
plain-tag-phrases = Какими ключевыми фразами? (номера, - без них)
plain-tagged = Помечено.
plain-statement-phrases = Ключевые фразы для протокола (номера, Enter — без них)
plain-remind-which = О каком заявлении?
plain-remind-why = Почему, одной строкой:
plain-reminded = Напоминание занесено в протокол.
plain-remind-none = Нет заявлений, ждущих напоминания.
plain-floor-which = Кому?
plain-floor-given = Слово имеет { $who }.

## Соглашения

plain-agreement-which = Какое соглашение? (Enter: никакое)
plain-agreement-open = { $name } (внесено: { $sponsor })
plain-agreement-may = { $name } (вы можете его внести)
plain-agreement-closed = { $name } (не внесено)
plain-agreement-prompt = { $name } (Enter: назад):
plain-agreement-heading = Соглашение: { $name }
plain-agreement-parties = Стороны: { $names }.
plain-agreement-not-open = Текст не внесён.
plain-clause-in-force = { $text } (действует)
plain-clause-on = { $text } (включён)
plain-clause-off = { $text } (выключен)
plain-signed = Подпись ({ $who }): пункты { $clauses }.
plain-objected = Возражение ({ $who }): пункты { $clauses }.
plain-contributes = Вклад ({ $who }): уровень { $level }.
plain-no-party = Ваше место не является стороной.
plain-agreement-none = Сейчас ни одно соглашение вашего места не касается.
plain-sponsored = Текст внесён.
plain-sponsored-signed = Текст внесён и подписан вами.
plain-switch-which = Какой пункт?
plain-switched-on = Пункт включён. Все подписи сняты.
plain-switched-off = Пункт выключен. Все подписи сняты.
plain-clauses-which = Какие пункты, по номерам? (Enter: все включённые)
plain-signed-now = Подписано.
plain-objected-now = Возражение записано. Ваша подпись тем самым снимается.
plain-signature-withdrawn = Подпись снята.
plain-objection-withdrawn = Возражение снято.
plain-no-contributions = В этом соглашении нет уровней вклада.
plain-contribute-level = Сколько вы вкладываете, от 0 (только слова) до 3 (всё, что можете)?
plain-contributed = Ваш вклад: { $level }.

## Ведущий

plain-only-facilitator = Только для глаз ведущего:
plain-up-next = На очереди
plain-up-next-none = В этом ходе ничего не готово.
plain-drawer = В резерве. «выдать» выдаёт сейчас, «взвести» пускает в свой срок или по условию:
plain-event = { $number }. { $title }, кому: { $to }: { $status } ({ $kind }, ход { $turn })
plain-event-any = { $number }. { $title }, кому: { $to }: { $status } ({ $kind })
plain-event-which = Какая вводная? (Enter: никакая)
plain-released = Выдано: { $title }
plain-held = Придержано на этот ход: { $title }
plain-skip-why = Она пропускается насовсем. Почему?
plain-skipped = Пропущена насовсем: { $title }
plain-armed = Взведена и наступит в свой срок или по своему условию: { $title }
plain-disarmed = Снова в резерве: { $title }
plain-new-title = Заголовок вводной:
plain-new-text = Текст:
plain-new-all = Её получают все?
plain-world-hint = «почему» и название покажет каждую строку расчёта.
plain-more-waiting = Ещё меньших последствий: { $count }.
plain-waiting = Ход { $turn }: { $label } { $amount }. { $why }
plain-note-text = Что вы заметили?
plain-noted = Записано.
plain-note = Ход { $turn }, { $kind }, { $who }: { $text }
plain-note-alone = Ход { $turn }, { $kind }: { $text }
plain-observe-kind = Какого вида? (Enter: наблюдение)
plain-observe-role = О каком месте? (Enter: ни о каком)
plain-observe-inject = О какой вводной? (Enter: ни о какой)
plain-observe-objective = О какой цели? (Enter: ни о какой)
plain-question-of = Спрашивает { $who }: { $text } Ответ: { $answer }
plain-questions-wait = { $count ->
    [one] Ответа ждёт { $count } вопрос
    [few] Ответа ждут { $count } вопроса
   *[many] Ответа ждут { $count } вопросов
}. Введите «вопросы».
plain-answer-which = На какой отвечаете? (Enter: ни на какой)
plain-answer-text = Ответ:
plain-answered = Место прочтёт ваш ответ.
plain-pause-request = Просьба о паузе ({ $who }). Причина: { $reason }.
plain-is-paused = Учение приостановлено. Введите «продолжить».
plain-resumed = Учение продолжается.
plain-undo-sure = Вернуться к последней границе фазы или выдаче?
told-when-fired = «{ $title }» уже дана
told-when-in-force = «{ $name }» действует
told-when-chosen = выбрано «{ $name }»
told-when-count = число мест, где (
told-when-change = изменение (
told-when-and = и
told-when-or = или
told-when-not = не
told-undo-release = Выдача вводной «{ $title }» и всё после неё будут отменены.
told-undo-briefing = Возврат от этапа «{ $phase }» к этапу «{ $before }»; всё после него будет отменено.
told-undo-phase = Возврат от этапа «{ $phase }» к этапу «{ $before }», ход { $turn }; всё после него будет отменено.
told-task-talk = Прочтите, что произошло, и поговорите с другими: { $names }. Что им сказать, решаете вы.
told-task-alone = Прочтите, что произошло.
told-task-choose = Выберите меры: к тому, что происходит, прилагается их список с ценой каждой. Не больше { $actions } в каждом ходе (всего ходов { $turns }). Ваши средства: сейчас { $funds }, каждый ход ещё { $income }.
told-task-texts = На стол могут лечь соглашения. В списке сказано, что вы можете с каждым: предложить, подписать или возразить.
told-task-red-lines = Ничто не мешает вам перейти свою красную линию; другие могут спросить почему.
told-task-after = Единственно верного ответа нет: после каждого хода вы прочтёте, к чему это привело и почему.
plain-undone = Возвращено.
plain-language-which = Какой язык?
plain-language-now = Язык изменён.

## Оценка решений

plain-flagged = { $count ->
    [one] Помечено { $count } решение
    [few] Помечены { $count } решения
   *[many] Помечено { $count } решений
}; их стоит посмотреть. Введите «показать» и номер; «утвердить» принимает всё как есть.
plain-nothing-flagged = Пометок нет.
plain-look-first = { $count ->
    [one] Помечено { $count } решение
    [few] Помечены { $count } решения
   *[many] Помечено { $count } решений
}. Введите «показать» и номер или «утвердить», чтобы принять всё как есть.
plain-to-rule-flagged = { $number }. { $who }: { $text }. Пометки: { $flags }.
plain-response-which = Какое решение? (Enter: никакое)
plain-their-needed = Почему нужно: { $text }
plain-their-suitable = Почему подходит: { $text }
plain-their-reason = Довод: { $text }
plain-proposed = Ход { $turn }: { $label } { $amount }.{ $why }
plain-factors = { "  " }Множители: { $words }.
plain-more-rows = Ещё меньших строк: { $count }.
plain-proposal-part = Система предлагает: подействует { $percent } % задуманного; слабейшее звено: { $weakest }.
plain-proposal-nothing = Система предлагает: ничто из задуманного не подействует; слабейшее звено: { $weakest }.
plain-proposal-whole = Система предлагает: подействует всё задуманное.
plain-proposal-more = Система предлагает: подействует { $percent } % задуманного.
plain-proposal-said = Система предлагает: сказано будет всё, принято до { $percent } %; слабейшее звено: { $weakest }.
plain-proposal-none = Система предлагает: решение в силе, но само показателей не меняет.
plain-proposal-free = Система ничего не предлагает: свой текст она оценить не может.
plain-scale-percent = Сколько процентов, от 0 до 200:
plain-ruling-why = Почему, одной строкой; это могут прочесть все:
plain-replace-by = Какой мерой? Часть названия или ? для списка:
plain-row-what = Какая величина меняется?
plain-row-amount = На сколько пунктов, например -4 или 2.5?
plain-ruled = Решено.
plain-unrule-which = Какое решение вы снимаете? (Enter: никакое)
plain-unruled = Решение снято.

## Итог и разбор

plain-outcome-room = Что последовало. Это можно прочесть вслух:
plain-no-red-line = Ни одна красная линия не нарушена.
plain-on-their-way = { $count ->
    [one] Ещё в пути { $count } последствие.
    [few] Ещё в пути { $count } последствия.
   *[many] Ещё в пути { $count } последствий.
}
plain-end-why = Почему учение заканчивается здесь?
plain-end-sure = Окончить учение сейчас?
plain-table-head = Ход: { $first }; { $second }
plain-start = Начало учения
plain-turn-of = Ход { $turn }, { $story }
plain-turn = Ход { $turn }
plain-after-run-out = Это значения после окончания хода событий. «оси» показывает значения на конец учения.
plain-run-out = Последствия после окончания, когда никто ничего не решал. Они стоят отдельно от сыгранных ходов.
plain-turning = Повороты, { $axis }:
plain-views-hint = «обзоры» и номер - прочитать целиком.
plain-view-line = { $number }. { $title }: { $finding }
plain-turning-point = { "  " }Ход { $turn }: { $amount }. { $cause }
plain-group-question = { $text } Ответ: { $answer }
plain-group-which = На какой вопрос группа ответила? (Enter: ни на какой)
plain-group-answer = Ответ группы:
plain-strength-text = Что удалось?
plain-improvement-text = Что сделать лучше?
plain-debrief = О чём поговорить: { $focus }
plain-saved-in = Учение сохранено в файле:
plain-report-how = Отчёт по итогам пишет команда:
plain-not-kept = Это учение не сохранялось, отчёта по нему написать нельзя.
plain-close-sure = Закончить разбор? Потом ничего нельзя добавить. Отчёт написать можно и потом.
plain-closed = Разбор окончен.
plain-no-pins = Коды не сохраняются. Кто задавал код, задаёт его снова словом «код».
plain-left = Вы вышли. Учение сохранено в файле:
plain-left-resume = Продолжить:
plain-left-unkept = Вы вышли. Это учение не сохранялось.

## App: everywhere

app-key-next-pane = следующая
    .help = к следующей части экрана
app-key-next-field = следующее поле
app-key-previous-pane = предыдущая
    .help = к предыдущей части экрана
app-key-help = справка
app-key-palette = всё
app-key-more = ещё
    .help = искать действия по названию
app-key-theme = тёмная или светлая
    .help = тёмная тема для ноутбука, светлая для проектора
app-key-quit = выход
app-key-how-to-leave = как выйти
app-key-back = назад
app-key-close = закрыть
app-key-take = готово
app-key-mark = отметить
app-key-all-or-none = все или никто
app-key-choose = выбрать
app-key-here = я здесь
app-key-somebody-else = кто-то другой
app-scores-hidden = значения скрыты до разбора
app-turn-of = ход { $turn } из { $turns }
app-paused = ПАУЗА
app-too-small = В окне { $width } столбцов и { $height } строк. Увеличьте его хотя бы до { $columns } на { $lines } или уменьшите шрифт. Ничего не потеряно.
app-narrow = введите слово, чтобы сократить список
app-nothing-fits = Ничего не подходит.
app-mark-one = Отметьте хотя бы одно.
app-pin-empty = Введите код.
app-sure = Подтвердите
app-help = Справка
app-help-lists = В списках: стрелки передвигают, цифры ведут к первым девяти строкам, Enter выбирает. Тексты прокручивают стрелки и Page Down. Tab переходит к следующей части. Мышь тоже работает.
app-palette-ask = Что вы хотите сделать?
app-palette-key = клавиша { $key }
app-key-do = сделать
app-copied = Скопировано, если терминал это позволяет.
app-how-to-leave = Ctrl+Q - выход; всё сделанное сохранено.
app-quit-saved = Выйти из учения? Оно сохранено до этого момента, его можно продолжить с начального экрана.
app-quit-unkept = Выйти из учения? От него ничего не останется.
app-quit-yes = Выйти
app-quit-no = Остаться
app-failed = Программа остановилась из-за своей ошибки ({ $what }). Всё подтверждённое сохранено; продолжите учение с начального экрана. Место ошибки записано в { $path }.
app-purpose-hand-over = Клавиатуру передают. На экране нет ничего от предыдущего человека. Названный участник принимает её клавишей Enter.
app-hand-over = Передайте клавиатуру:
app-hand-over-how = Остальные отворачиваются. Нажмите Enter, когда сядете сюда.
app-hand-to = Кто принимает клавиатуру?
app-pin-of = PIN: { $who }
app-pin-wrong = Это не тот PIN. Клавиатура остаётся закрытой.

## App: lobby and briefing

app-purpose-lobby = Кто играет? Отдайте каждое место человеку, боту или никому. Один человек может занимать несколько мест. Затем переходите к брифингу.
app-purpose-briefing = Кто вы в этом учении? Прочтите карточку роли. То, что стоит под "Знаете только вы", не видит больше никто.
app-purpose-read-ahead = Документ, который все читают до начала учения.
app-seats = Места
app-this-exercise = Это учение
app-key-holder = сменить
    .help = сменить, кто занимает отмеченное место
app-key-name-person = имя
    .help = записать, кто здесь сидит; названия роли достаточно
app-key-others-bots = остальные - боты
    .help = отмеченное место у человека, остальные у ботов
app-key-scores = оценки
    .help = скрыть обе оси и все значения от мест до разбора или показать их
app-key-language = язык
app-key-pin = PIN ведущего
    .help = спрашивается, когда клавиатура или экран возвращается к ведущему
app-key-own-pin = PIN
    .help = задать PIN, который спросят, когда клавиатура придёт к вам
app-key-read-ahead = документ к учению
    .help = документ, который все читают до начала
app-key-to-briefing = к брифингу
app-key-launcher = к списку
    .help = назад к списку сценариев; учение остаётся на месте
app-key-briefed = прочитано
app-scores-are-hidden = Оценки: скрыты от мест до разбора.
app-scores-are-shown = Оценки: показаны местам словами и стрелками.
app-kept-in = Сохраняется после каждого действия в
    { $path }
app-not-kept = Репетиция: ничего не сохраняется.
app-lobby-how = Enter меняет, кто играет на отмеченном месте: человек, бот или никто. F10 - дальше.
app-name-question = Кто здесь сидит? Имя, инициалы или ничего.
app-language = Язык
app-nobody-plays = Ни одно место не занято человеком. Играют боты, а вы ведёте учение.
app-nobody-plays-yes = Я только веду
app-nobody-plays-no = Вернуться к местам
app-conduct-title = Кто ведёт учение?
app-conduct-who = Только { $who } - место человека.
app-conduct-alone = Тот же человек. Фазы идут сами, за остальных играют боты.
app-conduct-other = Ведущий. Клавиатура передаётся между ними.
app-pin-new = Новый PIN или ничего, чтобы обойтись без него. Он забывается, когда программа закрыта.
app-pin-again = Тот же PIN ещё раз.
app-pin-set = PIN задан.
app-pin-none = PIN не задан.
app-pin-differs = Они не совпали. Ничего не изменено.
app-read-ahead = Документ к учению
app-your-card = Ваша карточка роли
app-desk-private = Знаете только вы (для этого учения)
app-desk-red-lines = Ваши красные линии
app-desk-card-values = Ваши показатели, от 0 до 100
app-card-task = Что вы делаете
app-card-dilemma = Ваша дилемма
app-card-private = Знаете только вы (для этого учения): делиться или нет, решаете вы
app-card-red-lines = Ваши красные линии: чего нельзя допустить
app-card-interests = Интересы
app-card-resources = Ресурсы
app-card-constraints = Ограничения
app-card-allies = Союзники
app-card-values = Ваши показатели сейчас, от 0 до 100 (не число людей)

## App: launcher

app-purpose-launcher = Выберите сценарий и откройте его, продолжите сохранённое учение или посмотрите, как играют боты.
app-title = Тренажёр пограничных учений
app-notice = учение, а не оценка реальных государств
app-scenarios = Сценарии
app-continue = Продолжить
app-about = Описание
app-no-scenarios = Сценариев нет.
app-no-saved = Сохранённых учений пока нет.
app-key-open = открыть
app-key-continue = продолжить
app-key-watch = смотреть
    .help = все места у ботов, вы ведёте; ничего не сохраняется
app-minutes = { $low }-{ $high } мин
app-hours = { $low }-{ $high } ч
app-saved = { $stage }, { $when }
app-stage-lobby = ещё не начато
app-stage-turn = ход { $turn }
app-stage-over = завершено
app-saved-about = { $stage }. { $records ->
    [one] Записано { $records } действие.
    [few] Записано { $records } действия.
   *[other] Записано { $records } действий.
} Enter продолжает с места остановки.
app-card-facts = Ходы: { $turns }. Роли: { $places }. { $length }
app-practise = Чему вы научитесь
app-roles = Роли за столом
app-broken = В сценарии ошибка, открыть его нельзя. "exercise check" перечислит все ошибки.
app-loading = Открываю …
cli-new-language = Язык текстов и комментариев, en или ru
cli-new-starter = О чём сценарий? Номер или имя
cli-new-title = Название
cli-new-roles = Места: имена карточек ролей
cli-new-turns = Ходов
cli-new-folder = Папка
cli-new-written = Записано:
cli-new-schemas = и схемы для вашего редактора в { $path }
cli-new-next = Дальше:
cli-new-left = ничего не записано
cli-new-try = Попробуйте «{ $name }».
cli-new-mean = Может быть, «{ $name }»?
cli-new-bad-name = «{ $name }» не может быть папкой сценария: нужны строчные латинские буквы, цифры и дефисы, первой стоит буква. { $hint }
cli-new-taken-name = папка «{ $name }» рядом со сценариями значит другое; выберите другое имя
cli-new-exists = { $path } уже есть, а поверх ничего не пишется; выберите другое имя
cli-new-bad-title = название - одна строка от 1 до { $most } знаков
cli-new-bad-turns = «{ $given }» - не число ходов; напишите от { $least } до { $most }
cli-new-bad-starter = заготовки «{ $given }» нет; есть { $known }
cli-new-bad-language = на языке «{ $given }» заготовок нет; есть { $known }
cli-new-twice = «{ $role }» названа дважды; у роли одно место
cli-new-unknown-role = роли «{ $role }» нет. { $hint } Есть { $known }
cli-new-other-state = «{ $role }» управляет государством, которого нет в модели; в ней есть { $known }
cli-new-no-role = истории нужна ещё одна роль такого рода: { $kinds }. Добавьте, например, { $role }
cli-simulate-progress = { $done } из { $of } прогонов, осталось { $seconds } с
cli-simulate-interrupted = прервано: готовы и учтены { $done } из { $of } прогонов
cli-simulate-nothing = прервано до первых готовых прогонов; сказать нечего
cli-simulate-plan = '--policy plan' и '--plan JOURNAL' нужны вместе; назовите оба
cli-simulate-axes = у модели '{ $model }' нет двух осей; напишите 'axis: security' и 'axis: rights' у двух её производных величин
cli-simulate-goal = { $path } нельзя записать: это папка или такой папки нет; назовите другой файл после -o
cli-simulate-other = учение в { $path } сыграно на другом состоянии или прочтении этого сценария; его решения сюда не подходят
cli-left-closed = Учение закрыто и сохранено. Снова открыть разбор: exercise resume "{ $path }"
cli-left = Учение сохранено. Продолжить: exercise resume "{ $path }"

## App: Outcome

app-purpose-outcome = Что изменилось и почему? Пять строк можно прочитать всем. Enter или F3 на строке показывает причины. F10 ведёт дальше.
app-five-lines = В пяти строках
app-plane = Плоскость
app-moved = Что сдвинулось
app-whose-facilitator = Вы ведущий: числа только для вас, пять строк для всех.
app-whose-alone = Ваше место: { $who }. Вы видите то, что ему доступно.
app-then-turn = F10: ход { $turn }.
app-then-hot-wash = F10: конец учения и разбор.
app-red-line-crossed = Нарушена красная линия
app-way-means = Они уже вызваны, наступят в следующих ходах и пока не вошли ни в один показатель.
app-way-means-never = Они уже вызваны и наступили бы после конца; так далеко это учение не смотрит.
app-way-means-last = Они уже вызваны, наступят после конца учения и пока не вошли ни в один показатель.
app-lands-in = ход { $turn }: { $count }
app-lands-later = позже: { $count }
app-lands-after = после последнего хода: { $count }
app-better-up = чем выше, тем лучше
app-better-right = чем правее, тем лучше
app-path-marks = ○ ходы (0: начало), ● сейчас.
app-path-marks-endex = ○ ходы (0: начало), ● конец.
app-path-part = Видна часть от 0 до 100.
app-texts-and-lines = Тексты, линии, вопросы
app-moved-band = На новой ступени
app-moved-within = На той же ступени
app-adopted = Принято в этом ходу
app-none-adopted = Ни один текст не принят.
app-red-lines = Красные линии
app-issues = Вопросы
app-on-their-way = Ещё в пути
app-end-yes = Закончить учение
app-end-no = Играть дальше
app-key-next-turn = следующий ход
app-key-hot-wash = конец учения, разбор
    .help = закончить учение и начать разбор
app-key-why = почему
    .help = что сдвинуло отмеченное значение, причина за причиной
app-key-situation = обстановка
    .help = все известные значения, вопросы, тексты и действия
app-key-note = заметка
    .help = записать наблюдение для отчёта
app-key-room = общий экран
    .help = что может видеть каждый в зале
app-key-undo = отменить
    .help = вернуться к прошлой фазе или вводной
app-key-end = закончить учение
    .help = объявить конец учения до последнего хода

## App: messages, agreements, situation and why

app-purpose-messages = Кто вам написал? Новое сообщение стоит последним; выделенное читается внизу. Пишите другим местам или спрашивайте ведущего.
app-purpose-letter = Отметьте, кому сообщение, и напишите его. Написанное ведущему - вопрос, на него ответят. Если вернуться назад, написанное останется.
app-purpose-questions = Ваши вопросы ведущему и ответы. Больше их никто не читает.
app-purpose-agreements = Какие тексты внесены, кто подписал или возразил, подпишете ли вы? Подпись можно снять до срока. Отметьте пункты, чтобы подписать только их или возразить только против них.
app-purpose-record = Что произошло, насколько это известно всем; последний ход сверху.
app-purpose-glossary = Что означает термин в этом учении. Введите его начало.
app-purpose-situation = Как обстоят дела? Значения, карта региона, вопросы на повестке дня и то, что действует.
app-purpose-why = Почему значение изменилось в итоге хода? По абзацу на причину, самая крупная первой, у каждой источник.
app-purpose-why-not = Почему чего-то не произошло? Правила, которые не сработали, с первым неверным условием, и недоступные меры. Введите слова названия, чтобы найти другие.
app-messages = Сообщения
app-messages-none = Сообщений пока нет. F2 - написать.
app-message-sent = вы, кому: { $to }
app-message-shared = { $sender }, кому: вам и { $others }
app-in-turn = ход { $turn }
app-turn = Ход { $turn }
app-since-turn = с хода { $turn }
app-letter = Новое сообщение
app-letter-to = Кому
app-letter-text = Текст
app-letter-to-nobody = Отметьте хотя бы одного получателя.
app-letter-sent = Отправлено: { $to }.
app-questions = Вопросы ведущему
app-questions-none = Вы ещё ничего не спрашивали. F2 - спросить.
app-ask-title = Вопрос
app-ask-how = Его читает только ведущий. Если вернуться назад, написанное останется.
app-pause-title = Попросить перерыв
app-pause-question = Почему? Один Enter - без причины.
app-pause-asked = Ведущий увидит вашу просьбу.
app-key-write = написать
app-key-reply = ответить
app-key-send = отправить
app-key-ask = спросить
app-key-ask-pause = попросить перерыв
    .help = ведущий сразу увидит просьбу и решит
app-agreements = Соглашения
app-agreements-list = Все тексты
app-agreement-text = Текст
app-agreement-open = внесено ({ $sponsor }); { $signed }
app-agreement-signed = подписей { $signed } из { $parties }
app-agreement-may = Вы можете внести его.
app-agreement-closed = Оно не внесено.
app-agreement-you-signed = Вы подписали.
app-agreement-you-objected = Вы возразили.
app-agreement-you-open = Вы не подписали. F10 подписывает все пункты, пробел отмечает отдельные.
app-agreement-contributions = Вклады: { $levels }.
app-clause-on = в тексте
app-clause-off = не входит
app-clause-in-force = действует
app-clause-signed = подписали: { $who }
app-clause-objected = ! возражение: { $who }
app-contribution = Сколько вы вкладываете?
app-contribution-0 = 0  только слова
app-contribution-1 = 1  немного
app-contribution-2 = 2  достаточно
app-contribution-3 = 3  всё, что можете
app-key-sign = подписать
    .help = все включённые пункты или только отмеченные
app-key-sponsor = внести
    .help = внести соглашение на рассмотрение
app-key-switch = пункт вкл/выкл
    .help = включить или выключить выделенный пункт; все подписи снимаются
app-key-object = возразить
    .help = против всех включённых пунктов или только отмеченных
app-key-take-back = снять
    .help = вашу подпись или возражение
app-key-contribute = вклад
    .help = сказать, сколько вы вкладываете, от 0 до 3
app-key-mark-clause = отметить пункт
    .help = подписать отмеченные пункты или возразить только против них
app-key-read = читать
app-record = Открытая запись
app-record-all-turns = все ходы
app-record-none = Записи пока нет.
app-act-inject = событие: { $text }
app-act-statement = { $who }, заявление: { $text }
app-act-response = { $who }, решение: { $text }
app-act-agreement = принято: { $text }
app-act-breach = нарушена красная линия, { $who }: { $text }
app-act-breach-anywhere = нарушена красная линия: { $text }
app-act-paper = { $who }, позиция по вопросу { $about }
app-act-revision = { $who }, новая редакция позиции по вопросу { $about }
app-act-reminder = { $who }, напоминание о рамке к записи { $about }: { $text }
app-act-floor = { $who } предоставляет слово: { $text }
app-before-turns = До первого хода
app-record-phrases = Ключевые фразы
app-record-find-title = Найти слова
app-record-every-phrase = Все записи
app-record-find = Какие слова искать; пустая строка показывает всё
app-record-found = со словами «{ $words }»
app-key-phrases = ключевая фраза
    .help = показать только записи с ключевой фразой
app-key-find = найти слова
    .help = показать только записи с этими словами
app-key-earlier = раньше
    .help = предыдущий ход
app-key-later = позже
    .help = следующий ход
app-glossary = Словарь
app-situation = Обстановка
app-values = Значения
app-values-own = Значения: ваше государство
app-values-region = Значения: регион
app-values-all = Значения: все места
app-values-exact = Точные значения, только для ведущего
app-values-section-axes = Обе оси
app-values-section-card = Известно только вам
app-values-section-own = Ваше государство
app-values-section-region = Регион
app-map = Карта
app-in-force = Действует
app-standing = Длящиеся меры
app-standing-none = Нет действующих длящихся мер, о которых вам можно знать.
app-red-lines-none = Красные линии не нарушались.
app-adopted-none = Пока ничего не принято.
app-key-other-values = другие значения
    .help = ваше государство, регион или все места
app-key-indicator-before = предыдущее значение
app-key-indicator-after = следующее значение
app-why-title = Почему: { $value }
app-why-which = Почему изменилось какое значение?
app-why-no-outcome = Итогов ещё не было, ничего не изменилось.
app-why-not-published = Это значение не опубликовано.
app-why-nothing = Ничто его не изменило.
app-why-run-out = После конца учения, ход { $turn }
app-why-row = Одна строка
app-why-not-title = Почему нет?
app-why-not-rules = Правила, которые могут изменить это значение; сначала те, что не сработали на ходе { $turn }. По введённым словам находятся другие правила и меры.
app-why-not-measures = Меры, которые вашему месту сейчас недоступны, и причина.
app-why-not-false = неверно: { $condition }
app-why-not-read = прочитано: { $values }
app-rule-fired = сработало
app-rule-silent = молчало
app-not-available = недоступно
app-key-row = подробно
    .help = всё о строке: правило, прочитанные значения, множители, источник
app-key-why-not = почему нет
    .help = правила, которые не сработали, и недоступные меры

## App: conference

app-purpose-papers = Что каждое место подало по вопросам конференции. Поданную позицию сразу могут прочесть все; её можно менять.
app-purpose-paper-form = Пишите под каждым заголовком. Позицию без какой-то части можно подать, она показана как неполная. Написанное сохраняется, если вернуться.
app-purpose-summary = Итоги с тем, на что ссылается каждый абзац, рядом с пронумерованным протоколом. Докладчик пишет и помечает, модератор напоминает и предоставляет слово.
app-purpose-paragraph = Абзац основан на записях протокола, названных по номерам; каждый номер должен быть в протоколе. Разногласие записывается как разногласие.
app-papers = Письменные позиции
app-papers-list = Позиции
app-paper = Позиция
app-paper-on = Письменная позиция, вопрос { $number }
app-paper-question = Вопрос { $number }
app-summary = Итоги
app-entry-reminded = ! сделано напоминание о рамке
app-paragraph-new = Новый абзац
app-paragraph-of = Абзац { $number }
app-paragraph-text = Что было сказано или согласовано
app-paragraph-cites = Основан на записях (номера протокола)
app-paragraph-kind = Он фиксирует
app-paragraph-said = сказанное или согласованное
app-paragraph-dissent = разногласие
app-paragraph-no-entry = ! записи [{ $number }] в протоколе нет
app-tag-title = Ключевые фразы записи { $number }
app-tag-none = без фраз
app-remind-title = Напоминание о рамке
app-strike-sure = Убрать абзац { $number } из итогов?
app-form-phrases = Ключевые фразы
app-form-no-phrases = без них
app-form-missing-text = Сначала напишите абзац.
app-key-papers = позиции
    .help = прочесть, что подало каждое место
app-key-summary = итоги
    .help = итоги рядом с протоколом: писать, помечать, напоминать, предоставлять слово
app-key-write-paper = моя позиция
    .help = написать или изменить свою позицию по этому вопросу
app-key-hand-in = подать
app-key-write-down = записать
app-key-choose-entries = выбрать записи
    .help = отметить записи в списке протокола
app-key-new-paragraph = новый абзац
app-key-change-paragraph = изменить
app-key-tag = фразы
    .help = пометить выбранную запись ключевыми фразами
app-key-cite = сослаться
    .help = написать абзац, основанный на выбранной записи
app-key-remind = напомнить
    .help = напомнить о рамке выбранного заявления
app-key-strike = вычеркнуть
    .help = убрать выбранный абзац
app-key-floor = дать слово

## App: desk

app-purpose-desk = Что вы решаете? Сначала то, что пришло вам, потом то, что вы можете сделать, что у вас есть и чего нельзя нарушать, и показатели. ● предлагает ответы, ○ только для чтения. Цена - средства; S и R говорят, чему мера должна помочь, ! - что она ограничивает людей, ⊘ - что сейчас она невозможна. ! стоит и перед красной линией. Цифры ведут к ответу, Enter открывает его, F10 означает, что вы закончили.
app-purpose-respond = Решите, принимать ли меру. До срока решение можно изменить или отозвать.
app-purpose-statement = Сделайте заявление. Все услышат его сразу, и оно останется.
app-purpose-own-answer = Ответ, для которого нет меры. Что он даст, решит ведущий.
app-purpose-measures = Все меры вашего места, сначала предложенные вам. Цена - средства; S и R говорят, чему мера должна помочь, ! - что она ограничивает людей, ⊘ - что сейчас она невозможна. Слова сужают список; Enter выбирает отмеченную.
app-for-you = Вам
app-what-will-you-do = Что вы сделаете?
app-desk-you = Вы
app-desk-values = Показатели
app-desk-messages = Сообщения
app-desk-new = новое
app-desk-new-count = новых: { $count }
app-desk-turn = ход { $turn }
app-desk-free = 0
app-desk-funds = Средства
app-desk-actions = Действия
app-desk-of = осталось { $left } из { $total }
app-desk-nobody = пока никто
app-desk-since = с хода { $turn }
app-desk-lifting = закончится с этим ходом
app-desk-in-force = Ваши действующие меры
app-desk-statements = Сказать во всеуслышание
app-desk-why-which = Сначала перейдите к показателю. Туда ведёт Tab.
app-desk-paused = Учение приостановлено. Читать можно и дальше.
app-nothing-came = Вам пока ничего не пришло.
app-on-the-table = На столе
app-desk-now-consult = Сейчас: Enter открывает то, что пришло, и то, что уже можно сделать. Если хотите, поговорите с другими. F10 - дальше; потом вы решаете.
app-desk-now-record = Сейчас: прочитайте, что пришло, и слушайте. Мер вы не принимаете; Ctrl+U открывает записи и итоговый текст, который пишете вы. F10 - дальше.
app-desk-now-listen = Сейчас: прочитайте, что пришло, и поговорите с другими. Мер вы не принимаете. F10 - дальше.
app-desk-now-decide = Сейчас: решайте. Enter открывает то, что пришло, и ответы, которые оно предлагает. F10 - когда закончите.
app-desk-now-unasked = Сейчас: решайте. Ничто из пришедшего не требует ответа; F7 - что можно сделать по собственной инициативе. F10 - когда закончите.
app-desk-now-decided = Решение принято. Его ещё можно изменить или дополнить. F10 - когда закончите.
app-desk-now-sealed = Запечатано. F10 - дальше.
app-signed-of = подписей { $signed } из { $parties }
app-signed-by = Подписали: { $who }.
app-answered-by = Ответ ведущего
app-inject-from = { $sender }, { $method }
app-message-from = Сообщение ({ $who })
app-message-to = кому: { $to }
app-offered = Вам предлагают
app-offered-one = Выберите одно
app-offered-later = Вам предлагают, решать позже
app-offered-on = О вводной: { $title }
app-offered-on-one = Выберите одно: { $title }
app-later-on = Позже: { $title }
app-later-on-one = Позже, одно: { $title }
app-cost-and-helps = средства  польза
app-legend-came = ● с ответами · ○ чтение
app-legend-answers = S безопасность · R права · ! ограничивает
app-legend-values = за ход: → ровно ↗↘ сдвиг ↑↓ быстро
app-legend-measures = ● предложена вам · ⊘ сейчас невозможна
app-your-responses = Другие ваши решения
app-your-response = Ваше решение
app-to-sponsor = Вы можете внести
app-act-measures = Другие меры, по своему почину
app-act-read-measures = Прочесть меры, решать позже
app-act-own = Ответ своими словами
app-act-message = Написать кому-нибудь
app-act-papers = Письменные позиции: прочесть и написать свою
app-act-summary = Итоги, открытый протокол, слово
app-chosen = Вы приняли эту меру. Enter изменит решение или отзовёт его.
app-not-sealed = { $count ->
    [one] { $count } решение, не запечатано.
    [few] { $count } решения, не запечатаны.
   *[many] { $count } решений, не запечатаны.
}
app-nothing-decided = Решений пока нет.
app-key-finish = готово
    .help = в этой фазе вы закончили; в фазе решения спросят, запечатать ли
app-key-measures = меры
    .help = все меры вашего места, по собственному почину
app-key-own-answer = своими словами
    .help = ответ, для которого нет меры; о нём решит ведущий
app-key-messages = сообщения
    .help = читать и писать сообщения
app-key-agreements = соглашения
    .help = читать, вносить, подписывать
app-key-card = карточка роли
app-key-questions = вопросы, пауза
    .help = спросить ведущего или попросить о паузе
app-key-console = пульт
    .help = пульт ведущего
app-key-record = протокол
    .help = что было сказано и сделано открыто, по ходам
app-key-glossary = словарь
app-key-decide = решить
app-key-list = список
app-key-usable = только доступные
    .help = убрать недоступные сейчас или показать их снова
app-key-kind = вид
    .help = показать меры только одного вида
app-form-target = Для какой цели
app-form-inject = Ответ на вводную
app-form-own-initiative = нет; по собственному почину
app-form-referent = Кому должно служить
app-form-reason = Почему, одной строкой? (можно оставить пустым)
app-form-issue = По какой проблеме
app-form-frame = Чья безопасность
app-form-audiences = К кому обращено
app-form-words = Что вы говорите, своими словами? (можно оставить пустым)
app-form-choose = выберите
app-form-missing-target = Выберите цель.
app-form-missing-needed = Напишите, почему мера нужна.
app-form-missing-suitable = Напишите, почему мера подходит.
app-form-missing-issue = Выберите проблему, о которой говорите.
app-form-missing-frame = Выберите, о чьей безопасности речь.
app-form-missing-audiences = Выберите хотя бы одного адресата.
app-form-missing-text = Напишите несколько слов.
app-statement-public = Оно стоит одного действия. Все услышат его сразу, и взять его назад нельзя.
app-statement-yes = Сделать заявление
app-statement-no = Вернуться к нему
app-own-words = своими словами
app-own-answer = Ответ своими словами
app-own-answer-how = Стоит одного действия. Что он даст, решит ведущий.
app-response-change = Изменить
app-response-withdraw = Отозвать
app-response-received = Принято: { $name }. { $count ->
    [one] { $count } решение
    [few] { $count } решения
   *[many] { $count } решений
}, { $left ->
    [0] действий не осталось
    [one] осталось { $left } действие
    [few] осталось { $left } действия
   *[many] осталось { $left } действий
}. F10 - когда закончите.
app-response-changed = Изменено. F10 - когда закончите.
app-lift-sure = Прекратить «{ $name }»? Это стоит одного действия; до срока это можно отозвать.
app-lift-yes = Прекратить с этим ходом
app-lift-no = Оставить в силе
app-seal-title = Вы закончили?
app-seal-first-alone = { $count ->
    [one] Вы приняли { $count } решение. Идти дальше, к итогу хода?
    [few] Вы приняли { $count } решения. Идти дальше, к итогу хода?
   *[many] Вы приняли { $count } решений. Идти дальше, к итогу хода?
}
app-seal-first = { $count ->
    [one] Запечатать { $count } решение? Тогда ведущий знает, что вы закончили, и не ждёт вас. Оно действует и без этого; до итога хода его никто не увидит.
    [few] Запечатать { $count } решения? Тогда ведущий знает, что вы закончили, и не ждёт вас. Они действуют и без этого; до итога хода их никто не увидит.
   *[many] Запечатать { $count } решений? Тогда ведущий знает, что вы закончили, и не ждёт вас. Они действуют и без этого; до итога хода их никто не увидит.
}
app-seal-and-go = Запечатать и передать клавиатуру
app-go-unsealed = Передать без печати, чтобы ещё изменить
app-seal-and-go-alone = Идти дальше
app-undecided = { $unread ->
    [0] Вы ничего не решили. Продолжить без решения?
    [one] Вы ничего не решили. Не прочитано: { $unread }. Продолжить без решения?
    [few] Вы ничего не решили. Не прочитано: { $unread }. Продолжить без решения?
   *[many] Вы ничего не решили. Не прочитано: { $unread }. Продолжить без решения?
}
app-go-undecided = Передать клавиатуру без решения
app-go-undecided-alone = Идти дальше без решения
app-back-to-desk = Вернуться к столу
app-all-measures = Все меры
app-all-kinds = все виды
app-kind = Вид
app-only-usable = Только то, что вам доступно.
app-also-unusable = И то, что сейчас недоступно, с причиной.

## App: Debrief

app-purpose-debrief = Чему мы научились? Теперь всё точно и открыто. Посмотрите на путь и его повороты, ответьте на вопросы, отметьте сильные стороны и что улучшить, и запишите отчёт клавишей F6.
app-path = Путь
app-turning = Повороты
app-views = Обзор
app-run-out = Последствия
app-answers = Ответы
app-observed = Заметки
app-talk = Темы
app-gathering = Собираем …
app-after-endex = ░ Последствия после окончания: никто ничего не решал
app-after-endex-outside = Последствия (не нарисованы): решений не было
app-in-all = От начала до конца
app-turning-point = Ход { $turn }: { $cause }
app-turning-points = Ходы { $turn }–{ $until }: { $cause }
app-landed = { $count ->
    [one] Наступило { $count } последствие, которое было в пути к концу учения.
    [few] Наступили { $count } последствия, которые были в пути к концу учения.
   *[other] Наступило { $count } последствий, которые были в пути к концу учения.
}
app-landed-line = { $label }, ход { $turn }. { $cause } С хода { $arose }.
app-hidden-values = Скрыто до конца учения
app-region = Регион
app-at-endex = конец:
app-values-legend = начало → конец учения ┊ после последствий
app-no-answer = ответа пока нет
app-answer-title = Ответ группы
app-none-observed = Пока ничего не отмечено.
app-observed-strength = Сильные стороны
app-observed-improvement = Что улучшить
app-observed-neutral = Заметки
app-observed-turn = ход { $turn }
app-observe-role = О ком?
app-nobody = ни о ком в отдельности
app-closed = Разбор закончен. Здесь всё остаётся доступным для чтения; F6 ещё пишет отчёт.
app-journal-in = Учение лежит в { $path }
app-report-in = Отчёт лежит в { $path }
app-report-title = Отчёт об учении
app-report-how = В каком виде?
app-report-html = веб-страница (HTML): читать и печатать
app-report-docx = документ Word (DOCX): дописывать
app-report-md = простой текст (Markdown)
app-report-json = данные (JSON): для других программ
app-report-writing = Отчёт записывается.
app-report-failed = Отчёт не удаётся записать в { $path }: { $why }.
app-close-yes = Закончить разбор
app-close-no = Продолжить беседу
app-key-close-debrief = закончить разбор
    .help = закончить разбор; потом ничего нельзя добавить
app-key-report = отчёт
    .help = записать отчёт об учении в файл
app-key-strength = отметить удачу
    .help = отметить, что удалось
app-key-improvement = отметить упущение
    .help = отметить, что надо делать лучше
app-key-answer = ответить
    .help = записать ответ группы

## App: Console, rulings, room

app-purpose-console = Что дальше? Выдавайте вводные, передавайте клавиатуру участникам, оценивайте решения. Этот экран видите только вы; F12 показывает залу его собственный вид.
app-purpose-ruling = Верно ли предложение системы? Enter оставляет его как есть; F6 меняет его с обоснованием, которое может прочитать зал. PgDn листает подробности.
app-purpose-room = То, что может видеть каждый в зале. Esc возвращает к ведущему.
app-drawer = Запас
app-drawer-not = вручную, ход { $turn }
app-drawer-not-any = вручную
app-drawer-armed = сама, ход { $turn }
app-drawer-armed-any = сама, по условию
app-you-conduct = Вы ещё и ведущий: решите, что дадут ваши собственные слова, или идите дальше клавишей F10.
app-to-rule = На рассмотрение
app-to-rule-flagged = На рассмотрение · отмечено: { $count }
app-seats-ask = Места · вопросов: { $count }
app-world = Мир, видите только вы
app-region-values = Регион
app-effect = ход { $turn }: { $amount } { $label }
app-expected = Ожидается:
app-comes-when = Наступает, когда:
app-comes-turn = ход { $turn }
app-comes-turn-if = с хода { $turn }, если …
app-comes-if = если …
app-comes-by-hand = вручную
app-rulings = Решения ведущего в этом ходу
app-seat-sealed = сдано
app-seat-done = был у клавиатуры
app-seat-waits = ждёт
app-asks-pause = просит паузу
app-asks-pause-why = просит паузу: { $reason }
app-asks = спрашивает: { $text } (Ctrl+E - ответить)
app-not-at-keyboard = Участники подходят к клавиатуре на инструктаже, консультациях и при решении.
app-no-person = Это место не занимает человек. F6 передаёт его человеку.
app-paused-now = Учение приостановлено. F9 продолжает.
app-paused-no-step = Учение приостановлено. Сначала F9, потом F10.
app-paused-no-seat = Учение приостановлено. Сначала F9, потом передавайте клавиатуру.
app-pause = Пауза
app-pause-why = Почему? Пауза видна всем; Enter без текста не указывает причины.
app-clock = Время на этап
app-clock-ask = Сколько минут? 0 убирает отсчёт. Он только показывает время.
app-clock-planned = Сценарий отводит на этот этап { $minutes } мин.
app-clock-runs = { $minutes ->
    [one] Установлена { $minutes } минута.
    [few] Установлено { $minutes } минуты.
   *[other] Установлено { $minutes } минут.
}
app-clock-none = Отсчёта нет.
app-clock-left = осталось { $time }
app-undo-yes = Отменить
app-undo-no = Оставить
app-no-questions = Вопросов не было.
app-your-answer = Ваш ответ
app-holder-of = Кто занимает место «{ $who }»?
app-assigned = Место передано.
app-order = Очерёдность у клавиатуры
app-order-how = F2 поднимает отмеченное место, F3 опускает. F10 сохраняет порядок.
app-notes = Наблюдения
app-note = Заметка
app-note-when = Когда
app-note-inject = Вводная
app-note-role = Место
app-note-objective = Цель
app-note-none = нет
app-noted = Записано: { $kind }.
app-new-inject = Новая вводная
app-new-title = Название
app-new-text = Что произошло — так, как это прочтут получатели
app-new-to = Кто её получит?
app-release-early = Её время ещё не пришло. Всё равно выдать «{ $title }»?
app-release-yes = Выдать сейчас
app-look-first = Не просмотрено отмеченных ответов: { $count }. Enter показывает, F4 оставляет как есть. Ещё раз F10 принимает всё.
app-in-detail = Подробно
app-choice-stand = Подтвердить: оставить как есть
app-choice-stand-why = Последует то, что предлагает система.
app-choice-stand-free-why = Тогда он ничего не даёт.
app-choice-change = Изменить, с обоснованием
app-choice-change-why = Ради того, чего правила не знают: уговор вслух, нехватка людей.
app-choice-change-free-why = Если он важен: зачтите ближайшей мерой или измените показатель.
app-frame-of = Рамка: { $frame }
app-reason = Обоснование
app-rule-how = Что изменить?
app-rule-scale = Даёт больше или меньше
app-rule-replace = Считается другой мерой
app-rule-row = Дополнительно меняется показатель
app-take-back = Отменить это решение? { $ruling }
app-go-on = Продолжить
app-stay = Остаться
app-bots-act = Боты действуют. Повторите через мгновение.
app-room-adopted = Принято
app-room-paused = Учение приостановлено.
app-key-next-phase = следующий этап
    .help = дальше; готовое выдаётся, предложенное подтверждается
app-key-to-turn-one = начать ход 1
    .help = StartEx: перейти от инструктажа к игре
app-key-to-consultation = к консультациям
    .help = дальше; все готовые вводные выдаются
app-key-to-decision = к решениям
    .help = дальше; места тайно выбирают свои ответы
app-key-to-adjudication = к рассмотрению
    .help = приём окончен: ответы и подписи больше нельзя менять
app-key-to-outcome = к итогам
    .help = дальше; предложенное подтверждается
    .help = дальше; готовое выдаётся, предложенное подтверждается
app-key-release = выдать
    .help = выдать получателям сейчас, даже раньше срока
app-key-hold = придержать
    .help = придержать готовую вводную на этом этапе
app-key-skip = пропустить
    .help = исключить отмеченную вводную насовсем, с обоснованием
app-key-arm = взвести
    .help = пусть придёт в свой срок или по условию
app-key-disarm = снять
app-key-new-inject = новая вводная
    .help = написать вводную на месте
app-key-to-whom = кому
app-key-look = смотреть
app-key-confirm = подтвердить
    .help = подтвердить предложение по отмеченному ответу
app-key-change = изменить
    .help = усилить, ослабить, засчитать другой мерой или изменить показатель, с обоснованием
app-key-add-row = показатель
    .help = изменить показатель самостоятельно, с обоснованием
app-key-unrule = отменить
app-key-hand-over = передать клавиатуру
app-key-pause = пауза
    .help = остановить учение и отсчёт
app-key-resume = продолжить
    .help = продолжить после паузы
app-key-answer-seats = ответить на вопросы
    .help = прочитать вопросы участников и ответить
app-key-clock = отсчёт
    .help = задать отсчёт времени для этапа
app-key-notes = наблюдения
    .help = прочитать записанное
app-key-order = очерёдность
    .help = в каком порядке участники подходят к клавиатуре
app-key-pins = PIN-коды
    .help = задать свой PIN или снять забытый PIN участника
app-key-move-up = выше
app-key-move-down = ниже
app-key-note-neutral = наблюдение
app-key-note-strength = сильная сторона
app-key-note-improvement = улучшить
app-key-note-inject = вводная
app-key-note-seat = место
app-key-note-objective = цель

## Студия

app-key-studio = студия
    .help = посмотреть на сценарий глазами автора: ошибки, описание, ход, пробный прогон
app-purpose-studio = Верен ли мой сценарий и что он делает? Пишите его в редакторе рядом с этим окном: сохранённое проверяется само.
app-studio = СТУДИЯ
app-studio-looking = Смотрю …
app-studio-parts = Сценарий
app-studio-problems = Замечания
app-studio-told = Словами
app-studio-source = Текст файла
app-studio-course = Ход
app-studio-dry = Прогон
app-studio-role = За роль
app-studio-no-problems = Замечаний нет.
app-studio-not-yet = Сценарий пока нельзя прочесть: смотрите замечания (F3).
app-studio-earlier = Здесь речь о последней версии без ошибок.
app-studio-no-words = Отметьте запись в файле, чтобы прочесть её словами.
app-studio-found = ошибок { $errors }, предупреждений { $warnings }; проверено в { $time }
app-studio-clean = ✓ замечаний нет; проверено в { $time }
app-studio-dry-how = F5: боты сыграют сценарий до конца. Ничего не сохраняется.
app-studio-dry-runs = Боты играют …
app-studio-dry-lead = За всех играли боты, розыгрыш { $seed }. F5 сыграет ещё раз с другим розыгрышем. Поступки ботов не прогноз.
app-studio-dry-turn = Ход { $turn }, { $time }
app-studio-dry-axes = После итога: безопасность { $security }, права { $rights }
app-studio-dry-never = Не пришло
app-studio-dry-crossed = ! Ход { $turn }: { $name }
app-studio-dry-red-lines = Пересечённые красные линии
app-studio-dry-end = После отложенных последствий
app-studio-role-how = F6 выбирает роль и показывает, что она прочтёт ход за ходом.
app-key-dry-run = прогон
    .help = боты сыграют сценарий до конца
app-key-as-role = за роль
    .help = прочесть, что прочтёт одна роль, ход за ходом
app-key-problems = замечания
app-key-go-there = перейти
