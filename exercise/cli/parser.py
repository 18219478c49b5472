"""The command line: names, arguments and help. Imports no part of the engine, so that help comes at once."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module
from typing import Any

from exercise import __version__
from exercise.cli.numbers import count, seed, whole

_Subparsers = Any


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="exercise",
        description="Tabletop exercises on border and migration management: conduct, explain, debrief, design.",
        epilog="Without a command, the launcher opens.",
    )
    parser.add_argument("--version", action="version", version=f"exercise {__version__}")
    parser.add_argument(
        "--plain", action="store_true", help="a launcher of prompts and answers, without redraws"
    )
    parser.set_defaults(run=_later("exercise.cli.screens", "launch"), library=None, language="en")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for add in _COMMANDS:
        add(commands)
    return parser


def _later(module: str, function: str) -> Callable[[argparse.Namespace], int]:
    """Return a command that loads its code when it is run."""

    def run(arguments: argparse.Namespace) -> int:
        return int(getattr(import_module(module), function)(arguments))

    return run


def _command(
    commands: _Subparsers, name: str, words: str, run: Callable[[argparse.Namespace], int]
) -> Any:
    parser = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
    parser.add_argument("--library", metavar="DIR", help="look for scenarios and roles here first")
    parser.add_argument(
        "--language", metavar="CODE", default="en", help="language of texts (default: en)"
    )
    parser.set_defaults(run=run)
    return parser


def _add_play(commands: _Subparsers) -> None:
    play = _command(commands, "play", "play a scenario", _later("exercise.cli.play", "play"))
    play.add_argument("scenario", help="its name, or the path of its folder")
    how = play.add_mutually_exclusive_group()
    how.add_argument("--plain", action="store_true", help="prompt and answer, without redraws")
    how.add_argument("--auto", action="store_true", help="headless, all seats played by bots")
    play.add_argument(
        "--seed", type=seed, metavar="N", help="0 or more; the same seed, the same draws"
    )
    play.add_argument(
        "--seats", metavar="ROLE=HOLDER,...", default="", help="holders: person, bot, vacant"
    )
    play.add_argument(
        "--journal", metavar="FILE", help="where the journal goes (ends in .exercise)"
    )
    play.add_argument("--preset", metavar="NAME", help="another reading of contested claims")
    _add_names(play)
    play.add_argument(
        "--hide-scores", action="store_true", help="hide the axes from seats until the hot wash"
    )
    play.add_argument(
        "--report", action="store_true", help="with --auto: write the HTML report as well"
    )


def _add_resume(commands: _Subparsers) -> None:
    run = _later("exercise.cli.resume", "resume")
    resume = _on_journal(commands, "resume", "go on with a saved exercise", run)
    how = resume.add_mutually_exclusive_group()
    how.add_argument("--plain", action="store_true", help="prompt and answer, without redraws")
    how.add_argument("--auto", action="store_true", help="headless, to the end")


def _add_replay(commands: _Subparsers) -> None:
    run = _later("exercise.cli.journals", "replay")
    replay = _on_journal(commands, "replay", "check or print a journal", run)
    what = replay.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--verify", action="store_true", help="decide every command again and compare"
    )
    what.add_argument("--dump", action="store_true", help="print what was asked and what happened")


def _add_explain(commands: _Subparsers) -> None:
    words = "say why a value moved, or why a rule did not"
    explain = _on_journal(commands, "explain", words, _later("exercise.cli.journals", "explain"))
    explain.add_argument("--turn", type=int, required=True, metavar="N", help="the turn to explain")
    what = explain.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--indicator", metavar="SLOT", help="such as preparedness[tajikistan], SEC-10, or security"
    )
    what.add_argument(
        "--why-not", metavar="RULE", help="the first condition that kept a rule silent"
    )


def _add_what_if(commands: _Subparsers) -> None:
    words = "change one decision of a played exercise and see what the model makes of it"
    other = _on_journal(commands, "whatif", words, _later("exercise.cli.what_if", "run"))
    other.add_argument("--turn", type=int, metavar="N", help="the turn of the decision")
    other.add_argument("--seat", metavar="ROLE", default="", help="whose decision")
    other.add_argument(
        "--measure",
        metavar="NAME",
        action="append",
        help="what it decides instead; give it again for several, none for no response",
    )
    other.add_argument(
        "--target", metavar="NAME", default="", help="of the measure; a usual one where absent"
    )
    other.add_argument(
        "--impact", action="store_true", help="hold every decision against its alternatives"
    )
    other.add_argument(
        "--top", type=whole, default=40, metavar="N", help="of --impact; 0 for all (default: 40)"
    )
    other.add_argument("--all", action="store_true", help="tell every line that differs")
    other.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def _add_report(commands: _Subparsers) -> None:
    run = _later("exercise.cli.journals", "report")
    report = _on_journal(commands, "report", "write the after-action report", run)
    report.add_argument(
        "--to",
        choices=("md", "html", "json", "docx"),
        default="html",
        help="format (default: html)",
    )
    report.add_argument(
        "-o", "--output", metavar="FILE", help="where to; beside the journal where absent"
    )


def _on_journal(
    commands: _Subparsers, name: str, words: str, run: Callable[[argparse.Namespace], int]
) -> Any:
    parser = _command(commands, name, words, run)
    parser.add_argument("journal", help="a file ending in .exercise")
    return parser


def _add_list(commands: _Subparsers) -> None:
    run = _later("exercise.cli.listing", "show")
    show = _command(commands, "list", "list scenarios and saved exercises", run)
    show.add_argument(
        "--libraries", action="store_true", help="list libraries of injects and measures instead"
    )


def _add_check(commands: _Subparsers) -> None:
    run = _later("exercise.cli.designer", "check")
    check = _command(commands, "check", "check scenarios for mistakes", run)
    check.add_argument("scenario", nargs="*", help="names or folders")
    check.add_argument(
        "--all",
        action="store_true",
        help="everything in the library, models and role cards as well",
    )
    check.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    check.add_argument("--strict", action="store_true", help="let warnings count as errors")
    check.add_argument("--watch", action="store_true", help="check again whenever a file is saved")
    check.add_argument("--explain", metavar="CODE", help="say what a code means, with an example")
    check.epilog = (
        "Exits with 0 if nothing is wrong, 1 if something is, 2 if there is no such scenario."
    )


def _add_test(commands: _Subparsers) -> None:
    run = _later("exercise.cli.designer", "test")
    test = _command(commands, "test", "run the cases of scenarios", run)
    test.add_argument("scenario", nargs="*", help="names or folders")
    test.add_argument("--all", action="store_true", help="every scenario that has cases")
    test.add_argument(
        "-k", metavar="WORDS", default="", help="only cases with all these words in name or refs"
    )
    test.add_argument(
        "-v", "--verbose", action="store_true", help="tell of passing cases too, with explanations"
    )
    test.add_argument("--fail-fast", action="store_true", help="stop after the first failure")
    test.add_argument(
        "--format", choices=("text", "json"), default="text", help="of the results (default: text)"
    )
    record = test.add_argument_group("a case from a played exercise")
    record.add_argument("--record", metavar="JOURNAL", help="turn this exercise into a case")
    record.add_argument("--name", metavar="NAME", default="", help="what the case is called")
    record.add_argument(
        "--into",
        metavar="FILE",
        default="-",
        help="add it to this file of cases, or write a new one; - prints it (default: -)",
    )


def _add_new(commands: _Subparsers) -> None:
    words = "write a new scenario to change and play"
    new = _command(commands, "new", words, _later("exercise.cli.new", "new"))
    new.add_argument("folder", nargs="?", help="where to; its name is the scenario's id")
    new.add_argument(
        "--starter",
        metavar="NAME",
        help="influx, trafficking, returns, border-incident or negotiation",
    )
    new.add_argument("--title", metavar="TEXT", help="one line")
    new.add_argument("--roles", metavar="ROLE,...", help="who sits at the table")
    new.add_argument("--turns", metavar="N", help="2 to 12 (default: 3)")
    new.add_argument("--yes", action="store_true", help="ask nothing; take what is usual")
    # Without a flag the language is asked for.
    new.set_defaults(language="")


def _add_studio(commands: _Subparsers) -> None:
    words = "look at a scenario while it is written: problems, prose, course, dry run"
    studio = _command(commands, "studio", words, _later("exercise.cli.screens", "studio"))
    studio.add_argument("scenario", help="its name, or the path of its folder")


def _add_simulate(commands: _Subparsers) -> None:
    words = "play a scenario many times without people, and say what it can do"
    many = _command(commands, "simulate", words, _later("exercise.cli.simulate", "run"))
    many.add_argument("scenario", help="its name, or the path of its folder")
    many.add_argument(
        "--runs", type=count, default=1000, metavar="N", help="playthroughs (default: 1000)"
    )
    many.add_argument(
        "--policy",
        choices=("uniform", "least-used", "none", "plan"),
        default="uniform",
        help="how seats decide: at random among what is legal, what was used least, not at all, as recorded "
        "(default: uniform)",
    )
    many.add_argument("--plan", metavar="JOURNAL", help="the recorded exercise, for --policy plan")
    many.add_argument("--seed", type=seed, default=1, metavar="N", help="0 or more (default: 1)")
    many.add_argument(
        "--workers", type=count, metavar="N", help="processes (default: one for each core)"
    )
    many.add_argument("--preset", metavar="NAME", help="another reading of contested claims")
    many.add_argument(
        "--to", choices=("text", "json"), default="text", help="format (default: text)"
    )
    many.add_argument("-o", "--output", metavar="FILE", help="where to; printed where absent")


def _add_schema(commands: _Subparsers) -> None:
    run = _later("exercise.cli.designer", "schema")
    schema = _command(commands, "schema", "write the JSON Schemas", run)
    schema.add_argument(
        "--write",
        metavar="DIR",
        nargs="?",
        const="",
        help="into DIR (default: beside the scenarios)",
    )


def _add_handouts(commands: _Subparsers) -> None:
    run = _later("exercise.cli.designer", "handouts")
    handouts = _command(commands, "handouts", "write printable handouts as HTML", run)
    handouts.add_argument("scenario", help="its name, or the path of its folder")
    handouts.add_argument(
        "-o", "--output", metavar="DIR", default="handouts", help="folder (default: handouts)"
    )
    _add_names(handouts)


def _add_reviews(commands: _Subparsers) -> None:
    run = _later("exercise.cli.reviews", "preview")
    look = _command(commands, "preview", "print what one role will read, turn by turn", run)
    look.add_argument("scenario", help="its name, or the path of its folder")
    look.add_argument("--as", dest="role", required=True, metavar="ROLE", help="whose eyes")
    look.add_argument("--turn", type=int, metavar="N", help="only what comes in this turn")
    look.add_argument("--watch", action="store_true", help="print it again after each save")
    _add_names(look)
    run = _later("exercise.cli.reviews", "describe")
    tell = _command(commands, "describe", "tell a scenario in readable prose", run)
    tell.add_argument("scenario", help="its name, or the path of its folder")
    tell.add_argument("-o", "--output", metavar="FILE", help="ends in .md, .html or .txt")
    tell.add_argument("--role", metavar="ROLE", help="only what concerns this role")
    tell.add_argument(
        "--all", action="store_true", help="tell what the model brings one by one as well"
    )
    _add_names(tell)
    words = "say what differs for players between two scenarios"
    other = _command(commands, "diff", words, _later("exercise.cli.reviews", "diff"))
    other.add_argument(
        "before", metavar="A", help="a name, a folder, or a file ending in .scenario"
    )
    other.add_argument("after", metavar="B", help="the other one; exit code 0: same, 1: differs")
    other.add_argument(
        "--format", choices=("text", "json"), default="text", help="of the result (default: text)"
    )


def _add_names(parser: Any) -> None:
    words = "other names for roles and states, such as fictional"
    parser.add_argument("--names", metavar="ALIASES", help=words)


def _add_events_list(commands: _Subparsers) -> None:
    words = "write the events list (MSEL) as a spreadsheet, or read one into a scenario"
    about = words[0].upper() + words[1:] + "."
    inner = commands.add_parser("msel", help=words, description=about).add_subparsers(
        title="what to do", metavar="WHAT", required=True
    )
    run = _later("exercise.cli.events_list", "export")
    out = _command(inner, "export", "write the events list of a scenario", run)
    out.add_argument("scenario", help="its name, or the path of its folder")
    out.add_argument("-o", "--output", metavar="FILE", help="ends in .xlsx or .csv")
    run = _later("exercise.cli.events_list", "bring_in")
    into = _command(inner, "import", "read an events list into a scenario", run)
    into.add_argument("file", help="an .xlsx or a .csv file")
    into.add_argument(
        "--into", dest="scenario", required=True, metavar="SCENARIO", help="its name or folder"
    )
    into.add_argument(
        "--sheet", metavar="NAME", default="", help="which sheet; else the first list"
    )
    into.add_argument(
        "--map", metavar="FILE", help="which column holds what, as --save-map wrote it"
    )
    into.add_argument("--save-map", metavar="FILE", help="write how the columns were understood")
    into.add_argument(
        "--dry-run", action="store_true", help="tell what would change, write nothing"
    )
    into.add_argument(
        "--skip-refused", action="store_true", help="take the other rows where some are refused"
    )


def _add_packs(commands: _Subparsers) -> None:
    pack = _command(
        commands, "pack", "pack a scenario into one file", _later("exercise.cli.packs", "pack")
    )
    pack.add_argument("scenario", help="its name, or the path of its folder")
    pack.add_argument(
        "-o", "--output", metavar="FILE", help="where to (default: NAME-VERSION.scenario)"
    )
    pack.add_argument("--force", action="store_true", help="pack it although it has mistakes")
    words, run = "add a scenario that came as one file", _later("exercise.cli.packs", "add")
    add = _command(commands, "add", words, run)
    add.add_argument("source", help="a file ending in .scenario, or the folder of a scenario")
    add.add_argument("--into", metavar="DIR", help="add it to this folder instead of your own")
    add.add_argument(
        "--replace", action="store_true", help="put it in the place of another version"
    )
    add.add_argument("--force", action="store_true", help="add it although it has mistakes")
    run = _later("exercise.cli.packs", "remove_added")
    remove = _command(commands, "remove", "remove a scenario that was added", run)
    remove.add_argument("name", help="its name")
    remove.add_argument("--into", metavar="DIR", help="the folder it was added to")
    remove.add_argument("--yes", action="store_true", help="do not ask")


_COMMANDS = (
    _add_play,
    _add_resume,
    _add_replay,
    _add_explain,
    _add_what_if,
    _add_report,
    _add_list,
    _add_new,
    _add_studio,
    _add_check,
    _add_test,
    _add_simulate,
    _add_schema,
    _add_handouts,
    _add_reviews,
    _add_events_list,
    _add_packs,
)
"""In the order in which help lists them."""
