# Слова вопроса «что, если» и веса решений.

model-says = Так говорит модель; это не то, что было бы на самом деле.
title = Что, если: ход { $turn }, { $who }
record = В записи
instead = Вместо этого
no-response = без ответа
axis-actual = { $axis }: запись
axis-other = что, если
axis-change = разница
startex = начало
turn = ход { $turn }
run-out = последствия { $turn }
no-difference = Ни одно значение не кончается иначе.
bands = Ступени, которые в конце различаются
band-line = { $label }: { $actual } → { $other }
red-lines = Красные линии, которые различаются
red-line-record = ход { $turn }, { $name }: перейдена только в записи
red-line-other = ход { $turn }, { $name }: перейдена только при другом ответе
injects = Вводные, которые различаются
inject-record = { $name }: пришла только в записи
inject-other = { $name }: приходит только при другом ответе
values = Значения, которые кончаются иначе
first = Первые строки журнала изменений, которые различаются: ход { $turn }, { $stage }
rows = Все строки журнала изменений, которые различаются
parts = Из чего состоит разница: { $axis }
others = { $count ->
    [one] ещё { $count }, в сумме
   *[other] ещё { $count }, в сумме
}
more = и ещё { $count }; --all скажет все
total = вся разница
part-rounding = округление среднего
part-cap = потолки значений, из которых считается ось
stage-due = наступившие последствия
stage-inject = вводные
stage-outcome = итог
dropped = Записанные действия, которые больше не допустимы
nothing-dropped = Все остальные записанные действия остаются как были.
dropped-line = ход { $turn }, { $who }: { $act }. { $why }
facilitator = ведущий
refused = ход { $turn }, { $who }, { $measure }: { $why }
refused-targets = ход { $turn }, { $who }, { $measure }: { $why } Возможны: { $targets }.
impact-title = Вес решений: что каждое решение изменило к концу по сравнению с тем, что его место могло решить само
impact-sign = Плюс: с решением ось выше, чем с другим ответом. Порядок - по большему изменению; ни одна ось не перевешивает другую.
impact-line = ход { $turn }, { $who }: { $taken }
impact-against = по сравнению с: { $alternative }
impact-none = Там ни одно место ничего не решило.
impact-others = { $count ->
    [one] ещё { $count } сравнение; --top 0 покажет все
    [few] ещё { $count } сравнения; --top 0 покажет все
   *[other] ещё { $count } сравнений; --top 0 покажет все
}
impact-progress = { $done } из { $all }
impact-stopped = остановлено после { $done } из { $all }; вот что найдено:

## Ошибки команды

need-change = скажите, что изменить: --turn N --seat МЕСТО --measure ИМЯ, или --impact для всех других ответов
need-one-target = --target относится к одной --measure; назовите одну меру или не называйте цель
need-none-alone = --measure none стоит одно: это значит «без ответа»
no-change-with-impact = --impact сравнивает со всеми другими ответами; не пишите --measure и --target

## Действия

act-assign_seat = передаёт место { $name }
act-advance = переходит к следующему этапу
act-release_inject = даёт вводную { $name }
act-hold_inject = придерживает вводную { $name }
act-skip_inject = пропускает вводную { $name }
act-arm_inject = готовит вводную { $name } или убирает её
act-add_inject = даёт вводную, написанную на месте: { $name }
act-replace_response = решает, что ответ считается другим: { $name }
act-scale_response = решает, что ответ даёт больше или меньше: { $name }
act-add_row = решает, что значение меняется: { $name }
act-end_exercise = объявляет окончание: { $name }
act-respond = { $name }
act-respond_freely = { $name }
act-lift_measure = прекращает меру: { $name }
act-sponsor = выносит на стол: { $name }
act-switch_clause = включает или выключает пункт: { $name }
act-sign = подписывает: { $name }
act-withdraw_signature = отзывает подпись: { $name }
act-object_to = возражает против: { $name }
act-withdraw_objection = снимает возражение: { $name }
act-contribute = называет свой вклад: { $name }
