"""The condition language: what it reads, how it writes it back, and how it refuses the rest."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from exercise.engine.language import (
    AGGREGATES,
    MAX_DEPTH,
    MAX_LENGTH,
    MAX_NODES,
    Add,
    Aggregate,
    And,
    Call,
    Compare,
    Expr,
    LanguageError,
    Multiply,
    Name,
    Negate,
    Node,
    Not,
    Number,
    Or,
    Ref,
    SetRef,
    Subtract,
    children,
    free_names,
    parse,
    render,
    walk,
)
from exercise.errors import ExerciseError

A, B, C, D = Name("a"), Name("b"), Name("c"), Name("d")
ONE, TWO = Number(100), Number(200)
WIDE = 10_000_000


def refused(text: str, limit: int = MAX_LENGTH) -> LanguageError:
    with pytest.raises(LanguageError) as caught:
        parse(text, limit)
    return caught.value


# --- what it reads ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("60", Number(6000)),
        ("0", Number(0)),
        ("0.5", Number(50)),
        ("0.05", Number(5)),
        ("1.50", Number(150)),
        ("30%", Number(3000, percent=True)),
        ("12.5 %", Number(1250, percent=True)),
        ("999999999", Number(99_999_999_900)),
        ("a", A),
        ("any", Name("any")),
        ("count", Name("count")),
        ("evidence_2", Name("evidence_2")),
        ("a[b]", Ref("a", (B,))),
        ("a[ b , c ]", Ref("a", (B, C))),
        ("a()", Call("a", ())),
        ("chosen(a, any)", Call("chosen", (A, Name("any")))),
        ("change(a[b])", Call("change", (Ref("a", (B,)),))),
        ("min(a, 1 + 2)", Call("min", (A, Add(ONE, TWO)))),
        ("a or b or c", Or((A, B, C))),
        ("a or b and c", Or((A, And((B, C))))),
        ("(a or b) and c", And((Or((A, B)), C))),
        ("a and (b and c)", And((A, And((B, C))))),
        ("not a < b", Not(Compare("<", A, B))),
        ("not a and b", And((Not(A), B))),
        ("not not a", Not(Not(A))),
        ("(not a) == b", Compare("==", Not(A), B)),
        ("a - b - c", Subtract(Subtract(A, B), C)),
        ("a - (b - c)", Subtract(A, Subtract(B, C))),
        ("a + b * c", Add(A, Multiply(B, C))),
        ("(a + b) * c", Multiply(Add(A, B), C)),
        ("-a * b", Multiply(Negate(A), B)),
        ("a--b", Subtract(A, Negate(B))),
        ("open-corridor", Subtract(Name("open"), Name("corridor"))),
        ("((a))", A),
        ("\x07\ta\r\n\x1b and\u00a0b\x85", And((A, B))),
    ],
)
def test_reads(text: str, tree: Expr) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize("op", ["<", "<=", ">", ">=", "==", "!="])
def test_reads_every_comparison(op: str) -> None:
    assert parse(f"a{op}b") == Compare(op, A, B)


@pytest.mark.parametrize("kind", AGGREGATES)
def test_an_aggregate_is_known_by_its_in(kind: str) -> None:
    body = Compare(">", Ref("a", (Name("s"),)), ONE)
    assert parse(f"{kind}(s in states: a[s] > 1)") == Aggregate(kind, "s", SetRef("states"), body)
    assert parse(f"{kind}(a, b)") == Call(kind, (A, B))


@pytest.mark.parametrize("written", ["neighbours(a, b)", "neighbours[a, b]"])
def test_a_set_takes_either_kind_of_brackets(written: str) -> None:
    tree = Aggregate("any", "n", SetRef("neighbours", (A, B)), C)
    assert parse(f"any(n in {written}: c)") == tree


def test_the_body_of_an_aggregate_reaches_to_its_bracket() -> None:
    tree = parse("any(s in states: a or b) or c")
    assert tree == Or((Aggregate("any", "s", SetRef("states"), Or((A, B))), C))


# --- places -----------------------------------------------------------------------------------


def test_places_are_character_offsets() -> None:
    tree = parse("  a >= foo( 30 % )")
    assert isinstance(tree, Compare)
    assert [(node.at, node.end) for node in walk(tree)] == [(2, 18), (2, 3), (7, 18), (12, 16)]


def test_brackets_belong_to_the_expression_around_them() -> None:
    tree = parse("(a + b) * c")
    assert isinstance(tree, Multiply)
    assert (tree.at, tree.end, tree.left.at, tree.left.end) == (0, 11, 1, 6)


def test_places_do_not_count_in_equality() -> None:
    assert parse("a<1") == parse("  a  <  1.0 ")
    assert parse("a<1") != parse("a<2")
    assert parse("a<1") != parse("b<1")


def test_nodes_are_frozen() -> None:
    with pytest.raises(AttributeError):
        A.ident = "b"  # type: ignore[misc]


# --- refusals ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "at", "length", "says"),
    [
        ("", "empty-condition", 0, 1, "empty"),
        (" \t\n", "empty-condition", 3, 1, "empty"),
        ("turn = 3", "single-equals", 5, 1, "use '==' to compare"),
        ("=turn > 3", "single-equals", 0, 1, "use '==' to compare"),
        ("turn === 3", "single-equals", 5, 3, "use '==' to compare"),
        ("a && b", "sign-for-word", 2, 2, "write and / or / not"),
        ("a || b", "sign-for-word", 2, 2, "write and / or / not"),
        ("!a", "sign-for-word", 0, 1, "write and / or / not"),
        ("a == 'b'", "quotes", 5, 1, "write the name without quotes"),
        ('a == "b"', "quotes", 5, 1, "text values are not allowed"),
        ("a == \u201cb\u201d", "quotes", 5, 1, "text values are not allowed"),
        ("a == \u2019b", "quotes", 5, 1, "text values are not allowed"),
        ("a == \u00abb\u00bb", "quotes", 5, 1, "text values are not allowed"),
        ("a.b > 1", "attribute", 1, 2, "no attributes; write slot[state]"),
        ("a.__class__", "attribute", 1, 10, "no attributes"),
        ("a / 2", "division", 2, 1, "multiply by a constant such as 0.5"),
        ("a // 2", "division", 2, 2, "no division"),
        ("a \u00f7 2", "division", 2, 1, "no division"),
        ("a <> b", "wrong-sign", 2, 2, "write '!='"),
        ("a \u2260 b", "wrong-sign", 2, 1, "write '!='"),
        ("a \u2265 b", "wrong-sign", 2, 1, "write '>='"),
        ("a \u2264 b", "wrong-sign", 2, 1, "write '<='"),
        ("a => b", "wrong-sign", 2, 2, "write '>='"),
        ("a =< b", "wrong-sign", 2, 2, "write '<='"),
        ("a \u2212 b", "wrong-sign", 2, 1, "write '-'"),
        ("a \u00d7 b", "wrong-sign", 2, 1, "write '*'"),
        ("min(a; b)", "wrong-sign", 5, 1, "','"),
        ("a ** 2", "power", 2, 2, "no powers"),
        ("{a}", "curly-bracket", 0, 1, "brackets"),
        ("Turn > 3", "upper-case", 0, 4, "names are lower case"),
        ("a AND b", "keyword-case", 2, 3, "lower case"),
        ("a Or b", "keyword-case", 2, 2, "lower case"),
        ("_a", "bad-name", 0, 2, "begins with a letter"),
        ("\u0430larm > 3", "foreign-letter", 0, 1, "CYRILLIC SMALL LETTER A"),
        ("a ? b", "unknown-character", 2, 1, "'?'"),
        ("a \u200b b", "unknown-character", 2, 1, "U+200B"),
        ("a \ud800 b", "unknown-character", 2, 1, "U+D800"),
        ("a \0 b", "nul", 2, 1, "NUL"),
        ("1.234", "too-many-decimals", 0, 5, "at most two decimals"),
        ("1234567890", "too-many-digits", 0, 10, "at most 9 digits"),
        ("12345678.90", "too-many-digits", 0, 11, "at most 9 digits"),
        ("1.", "bad-number", 0, 2, "digits must follow"),
        ("a > .5", "bad-number", 4, 1, "before the decimal point"),
        ("1.2.3", "bad-number", 3, 1, "one decimal point"),
        ("3rd > 1", "bad-number", 0, 3, "names begin with a letter"),
        ("1e9", "bad-number", 0, 3, "neither a number nor a name"),
        ("1 < a < 3", "chained-comparison", 0, 9, "cannot be chained"),
        ("a and", "trailing-operator", 2, 3, "a value must follow 'and'"),
        ("a >", "trailing-operator", 2, 1, "a value must follow '>'"),
        ("not", "trailing-operator", 0, 3, "a value must follow 'not'"),
        ("(a +) * b", "trailing-operator", 3, 1, "a value must follow '+'"),
        ("foo(a,", "trailing-operator", 5, 1, "a value must follow ','"),
        ("foo(a,)", "trailing-operator", 5, 1, "a value must follow ','"),
        ("any(s in", "trailing-operator", 6, 2, "a value must follow 'in'"),
        ("(a or b", "unclosed-bracket", 0, 1, "'(' of column 1 is never closed"),
        ("a and (b", "unclosed-bracket", 6, 1, "'(' of column 7 is never closed"),
        ("a[b", "unclosed-bracket", 1, 1, "'[' of column 2 is never closed"),
        ("foo(", "unclosed-bracket", 3, 1, "'(' of column 4 is never closed"),
        ("any(s in states", "unclosed-bracket", 3, 1, "'(' of column 4 is never closed"),
        ("a)", "unopened-bracket", 1, 1, "closes nothing"),
        (")", "unopened-bracket", 0, 1, "closes nothing"),
        ("a or b]", "unopened-bracket", 6, 1, "closes nothing"),
        ("(a]", "wrong-bracket", 2, 1, "'(' of column 1 is closed by ']'"),
        ("a[b)", "wrong-bracket", 3, 1, "'[' of column 2 is closed by ')'"),
        ("()", "empty-brackets", 0, 1, "nothing stands in the brackets"),
        ("a[]", "empty-brackets", 1, 1, "nothing stands in the brackets"),
        ("any(s in states(): a)", "empty-brackets", 15, 1, "nothing stands in the brackets"),
        ("a b", "missing-operator", 2, 1, "expected an operator between 'a' and 'b'"),
        ("a 3", "missing-operator", 2, 1, "expected an operator between"),
        ("2 (a)", "missing-operator", 2, 1, "expected an operator before '('"),
        ("a not b", "missing-operator", 2, 3, "expected an operator between"),
        ("(a b)", "missing-operator", 3, 1, "expected an operator between"),
        ("a and and b", "value-missing", 6, 3, "expected a value, found 'and'"),
        ("+a", "value-missing", 0, 1, "expected a value, found '+'"),
        ("a > > b", "value-missing", 4, 1, "expected a value, found '>'"),
        ("a == not b", "value-missing", 5, 3, "without brackets"),
        ("[a]", "value-missing", 0, 1, "name of a slot"),
        (",", "value-missing", 0, 1, "before ','"),
        ("foo(,a)", "value-missing", 4, 1, "before ','"),
        ("a[1]", "name-missing", 2, 1, "a name must stand here"),
        ("a[b + c]", "name-missing", 4, 1, "only names"),
        ("a[b c]", "name-missing", 4, 1, "only names"),
        ("any(1 in states: a)", "name-missing", 4, 1, "a name must stand here"),
        ("any(s in 3: a)", "name-missing", 9, 1, "a name must stand here"),
        ("any(s in states)", "colon-missing", 15, 1, "a colon must stand after the set"),
        ("any(s in states a)", "colon-missing", 16, 1, "a colon must stand after the set"),
        ("s in states", "misplaced-in", 2, 2, "'in' stands only"),
        ("foo(s in states: a)", "misplaced-in", 6, 2, "'in' stands only"),
        ("count(states: a)", "stray", 12, 1, "':' follows only the set"),
        ("turn % 2", "stray", 5, 1, "only after a number"),
        ("a > 1,5", "stray", 5, 1, "a comma stands only"),
        ("a[b][c]", "stray", 4, 1, "must follow the name of a slot"),
    ],
)
def test_each_mistake_has_its_own_message(
    text: str, code: str, at: int, length: int, says: str
) -> None:
    error = refused(text)
    assert (error.code, error.at, error.length) == (code, at, length)
    assert says in error.message


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("1 < turn <= 3", "write 1 < turn and turn <= 3"),
        ("1 < (a  +\n1) < 3", "write 1 < (a + 1) and (a + 1) < 3"),
        ("Turn > 3", "write 'turn'"),
        ("a AND b", "write and"),
        ("a.Kazakhstan", "write 'a[kazakhstan]'"),
        ("a > 1,5", "for a decimal write a point: 1.5"),
        ("(a]", "write ')'"),
    ],
)
def test_hints_show_the_mended_text(text: str, hint: str) -> None:
    assert refused(text).hint == hint


def test_a_long_chain_gets_a_short_hint() -> None:
    assert refused("1 < " + "a" * 60 + " < 3").hint == "write 1 < x and x < 3"


def test_the_error_is_one_of_the_project_and_survives_pickling() -> None:
    error = refused("a && b")
    assert isinstance(error, ExerciseError)
    assert str(error) == error.message
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.message, copy.at, copy.length, copy.code, copy.hint) == (
        error.message,
        error.at,
        error.length,
        error.code,
        error.hint,
    )


# --- limits -----------------------------------------------------------------------------------


def test_the_greatest_length_is_allowed_and_one_more_is_not() -> None:
    assert parse("a".ljust(MAX_LENGTH)) == A
    error = refused("a".ljust(MAX_LENGTH + 1))
    assert (error.code, error.at, error.length) == ("too-long", MAX_LENGTH, 1)


@pytest.mark.parametrize(("opening", "closing"), [("(", ")"), ("not ", ""), ("-", ""), ("f(", ")")])
def test_the_greatest_depth_is_allowed_and_one_more_is_not(opening: str, closing: str) -> None:
    parse(opening * MAX_DEPTH + "a" + closing * MAX_DEPTH)
    error = refused(opening * (MAX_DEPTH + 1) + "a" + closing * (MAX_DEPTH + 1))
    assert (error.code, error.at // len(opening)) == ("too-deep", MAX_DEPTH)


def test_brackets_side_by_side_are_not_deep() -> None:
    parse(" + ".join(["-(a)"] * (MAX_DEPTH + 5)))


def test_the_greatest_number_of_nodes_is_allowed_and_one_more_is_not() -> None:
    parts = MAX_NODES - 1
    assert sum(1 for _ in walk(parse(" or ".join(["a"] * parts), WIDE))) == MAX_NODES
    assert refused(" or ".join(["a"] * (parts + 1)), WIDE).code == "too-many-parts"


HOSTILE = {
    "parentheses": "(" * 200_000,
    "closed parentheses": "(" * 200_000 + "a" + ")" * 200_000,
    "few parentheses": "(" * 2_000 + "a" + ")" * 2_000,
    "minus signs": "-" * 100_000 + "a",
    "nots": "not " * 50_000 + "a",
    "ands": "turn >= 3 and " * 100_000 + "turn >= 3",
    "attributes": "a" + ".a" * 20_000,
    "scopes": "a" + "[a" * 20_000,
    "calls": "f(" * 100_000,
    "arguments": "f(" + "a," * 100_000 + "a)",
    "aggregates": "any(s in states: " * 50_000,
    "digits": "9" * 1_000_000,
    "decimals": "0." + "9" * 1_000_000,
    "sums": "1 + " * 100_000 + "1",
    "a long name": "a" * 1_000_000 + " b",
    "spaces": " " * 1_000_000,
    "closing": ")" * 200_000,
    "chain": "1 <" * 100_000,
    "class walk": "().__class__.__base__.__subclasses__()",
    "globals": "responded.__globals__",
    "format": "'{0.__class__}'.format(turn)",
    "generator": "(x for x in [1]).gi_frame.f_back",
    "tower": "9**9**9",
    "repeat": "'a'*10**9",
    "shift": "1<<10**10",
    "percent": "'%1000000000d' % 1",
    "pattern": "(a+)+$",
    "nan": "0.0/0.0 > 1.0",
    "nested": "xs.all(a, xs.all(b, xs.all(c, d)))",
    "lambda": "lambda: 1",
    "import": "__import__('os')",
    "walrus": "(a := 3)",
    "comment": "a # b",
    "backslash": "a \\\n and b",
}


@pytest.mark.parametrize("limit", [MAX_LENGTH, WIDE])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_refused_with_or_without_the_length_limit(name: str, limit: int) -> None:
    error = refused(HOSTILE[name], limit)
    assert len(error.message) < 300
    assert len(error.hint) < 300


# --- properties -------------------------------------------------------------------------------

idents = st.from_regex(r"[a-z][a-z0-9_]{0,5}", fullmatch=True).filter(
    lambda word: word not in ("and", "or", "not", "in")
)
names = idents.map(Name)
name_tuples = st.lists(names, min_size=1, max_size=2).map(tuple)
numbers = st.builds(Number, st.integers(0, 999_999_999), st.booleans())
set_refs = st.builds(SetRef, idents, st.just(()) | name_tuples)


def compound(inner: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    comparisons = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
    return st.one_of(
        st.builds(Call, idents, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Aggregate, st.sampled_from(AGGREGATES), idents, set_refs, inner),
        st.builds(Not, inner),
        st.builds(Negate, inner),
        st.builds(And, several),
        st.builds(Or, several),
        st.builds(Compare, comparisons, inner, inner),
        st.builds(Add, inner, inner),
        st.builds(Subtract, inner, inner),
        st.builds(Multiply, inner, inner),
    )


leaves: st.SearchStrategy[Expr] = numbers | names | st.builds(Ref, idents, name_tuples)
trees = st.recursive(leaves, compound, max_leaves=15)


def height(node: Node) -> int:
    return 1 + max((height(part) for part in children(node)), default=0)


@given(trees)
def test_reading_what_was_written_gives_the_same_tree(tree: Expr) -> None:
    # A level of the tree costs at most two of nesting: its own and a pair of brackets.
    assume(2 * height(tree) <= MAX_DEPTH and sum(1 for _ in walk(tree)) <= MAX_NODES)
    text = render(tree)
    again = parse(text, WIDE)
    assert again == tree
    assert render(again) == text


@given(trees)
def test_every_expression_stands_at_its_place(tree: Expr) -> None:
    assume(2 * height(tree) <= MAX_DEPTH and sum(1 for _ in walk(tree)) <= MAX_NODES)
    text = render(tree)
    for node in walk(parse(text, WIDE)):
        if isinstance(node, SetRef):
            assert text[node.at : node.end] == render(node)
        else:
            assert parse(text[node.at : node.end], WIDE) == node


words = ["a", "b7", "turn", "any", "count", "sum", "and", "or", "not", "in", "And"]
signs = [*"()[],:+-*%<>", "<=", ">=", "==", "!=", *"/=&!.'\0\u2265\u201c\u0430\ud800"]
digits = ["1", "0.5", "1.234", "30%", "9999999999"]
pieces = st.sampled_from([*words, *signs, *digits])


def check_any_text(text: str) -> None:
    try:
        tree = parse(text)
    except LanguageError as error:
        assert 0 <= error.at <= len(text)
        assert 1 <= error.length <= max(1, len(text) - error.at)
        assert error.message and error.code and error.message.isprintable()
        assert not error.message.endswith(".")
    else:
        assert parse(render(tree), WIDE) == tree
        assert sum(1 for _ in walk(tree)) <= MAX_NODES


@given(st.text(max_size=80))
def test_any_text_gives_a_tree_or_a_language_error(text: str) -> None:
    check_any_text(text)


@given(st.lists(pieces, max_size=40), st.sampled_from(["", " "]))
@example(["any", "(", "a", "in"], " ")
@example(["any", "(", "a", "in", "b", "(", "a", ")", ":"], " ")
def test_any_mix_of_words_and_signs_gives_a_tree_or_a_language_error(
    mix: list[str], glue: str
) -> None:
    check_any_text(glue.join(mix))


@given(trees, st.data())
def test_a_damaged_condition_gives_a_tree_or_a_language_error(
    tree: Expr, data: st.DataObject
) -> None:
    text = render(tree)
    cut = data.draw(st.integers(0, len(text)))
    check_any_text(text[:cut] + data.draw(pieces) + text[cut + 1 :])


# --- walking and writing ----------------------------------------------------------------------


def test_walk_goes_through_the_tree_in_reading_order() -> None:
    tree = parse("a > 1 and any(s in neighbours(b): c[s])")
    assert [type(node).__name__ for node in walk(tree)] == [
        "And",
        "Compare",
        "Name",
        "Number",
        "Aggregate",
        "SetRef",
        "Name",
        "Ref",
        "Name",
    ]


@given(trees)
def test_children_are_all_the_nodes_a_node_holds(tree: Expr) -> None:
    for node in walk(tree):
        held: list[object] = []
        for name in node.__struct_fields__:
            value = getattr(node, name)
            held += value if isinstance(value, tuple) else (value,)
        assert list(children(node)) == [part for part in held if isinstance(part, Node)]


def test_free_names_leave_out_what_an_aggregate_binds() -> None:
    tree = parse("chosen(visa, r, any) and any(r in parties(r, p): said(r, x)) and b[r, q] > b")
    assert free_names(tree) == ("visa", "r", "any", "p", "x", "q", "b")


def test_an_inner_aggregate_binds_its_own_variable_only_inside() -> None:
    tree = parse("sum(s in states: sum(n in neighbours(s): a[s, n]) + a[n])")
    assert free_names(tree) == ("n",)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("a>=1.50", "a >= 1.5"),
        ("((a)or(b))and c", "(a or b) and c"),
        ("not(a<b)", "not a < b"),
        ("a-(b+c)", "a - (b + c)"),
        ("(a-b)+c", "a - b + c"),
        ("- - a", "--a"),
        ("-(a*b)", "-(a * b)"),
        ("f( a,b[ c,d ],30 % )", "f(a, b[c, d], 30%)"),
        ("count(s in states[a]:a[s]>60)>=2", "count(s in states(a): a[s] > 60) >= 2"),
        ("007", "7"),
        ("0.05", "0.05"),
        ("100", "100"),
    ],
)
def test_canonical_text_has_only_the_brackets_it_needs(text: str, canonical: str) -> None:
    assert render(parse(text)) == canonical


def test_a_tree_of_any_depth_can_be_written() -> None:
    tree: Expr = A
    for _ in range(5_000):
        tree = Add(tree, Not(A))
    assert render(tree).count("+") == 5_000


# --- the page for designers -------------------------------------------------------------------

CARD = Path(__file__).parents[2] / "docs" / "grammar.md"
EXAMPLES = re.findall(r"^    (\S.*)$", CARD.read_text(encoding="utf-8"), flags=re.MULTILINE)


def test_the_card_shows_examples() -> None:
    assert len(EXAMPLES) >= 5


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_example_on_the_card_is_in_the_language(text: str) -> None:
    assert render(parse(text)) == text
