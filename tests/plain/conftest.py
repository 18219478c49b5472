"""In tests a missing string is an error."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from exercise.catalogue import Catalogue


@pytest.fixture(autouse=True)
def strict_catalogue() -> Iterator[None]:
    Catalogue.strict = True
    yield
    Catalogue.strict = False
