"""Adding a pack to a library: looked at and checked beside its place, then put there in one step, or not at all."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from exercise.authoring.packing import folder_digest
from exercise.errors import ScenarioError
from exercise.library.added import install, list_added, staged
from exercise.library.loader import load_scenario
from exercise.library.pack_form import Manifest, Pack, PackError
from exercise.library.places import Library, Root, added_folder, shown_path
from exercise.library.strict_yaml import parse

__all__ = ["Added", "add_pack"]


class Added(Struct, frozen=True):
    """What adding a pack came to.

    Attributes:
        folder: Where it lies now.
        replaced: What lay there before, where that was another version.
        already: Whether the very same pack lay there, so that nothing was done.
        other_model: Whether its model is built in here in another state than where it was packed.
    """

    folder: Path
    replaced: Manifest | None = None
    already: bool = False
    other_model: bool = False


def add_pack(
    pack: Pack,
    library: Library,
    into: Path | None = None,
    replace: bool = False,
    force: bool = False,
) -> Added:
    """Add a pack.

    Args:
        pack: A pack that was read and found whole.
        library: Where its model and roles are looked for, as far as it does not bring them.
        into: The folder to add it to; the person's own by default.
        replace: Whether it may take the place of another version, or of a scenario of the same name.
        force: Whether it is added although this version of the engine finds mistakes in it.

    Raises:
        PackError: It may not take its place, or it has mistakes; then everything is as it was.
    """
    manifest = pack.manifest
    target = added_folder() if into is None else into
    before = list_added(target).get(manifest.name)
    if before is not None and before.manifest == manifest:
        return Added(before.folder, already=True)
    if not replace:
        _refuse_other(manifest, None if before is None else before.manifest)
        _refuse_namesake(manifest, library, target if before is None else before.folder)
    if before is None and (target / manifest.name).exists():
        place = shown_path(target / manifest.name)
        raise PackError(f"{place} is there already and was not added from a pack; move it away")
    if not force:
        _check_yaml(pack)
    with staged(pack, target) as stage:
        if not force:
            _check(stage, manifest, library)
        folder = install(stage, manifest.name)
    return Added(
        folder,
        None if before is None else before.manifest,
        other_model=_has_other_model(manifest, library),
    )


def _refuse_other(manifest: Manifest, before: Manifest | None) -> None:
    if before is not None:
        raise PackError(
            f"'{manifest.name}' was added before: version {before.version} by {before.author}; "
            f"put version {manifest.version} by {manifest.author} in its place with --replace"
        )


def _refuse_namesake(manifest: Manifest, library: Library, place: Path) -> None:
    other = library.all("scenario").get(manifest.name)
    if other is not None and not other.path.is_relative_to(place.resolve()):
        raise PackError(
            f"there is a scenario '{manifest.name}' already, in {shown_path(other.path)}; with "
            "--replace the one of the pack is played in its place, and the other one stays"
        )


def _check_yaml(pack: Pack) -> None:
    """Refuse files that nobody could read before any of them is written."""
    for name, data in pack.files.items():
        if name.endswith(".yaml"):
            try:
                parse(data, name)
            except ScenarioError as error:
                raise PackError(_mistakes(pack.manifest, error, "")) from None


def _check(stage: Path, manifest: Manifest, library: Library) -> None:
    with_pack = Library((Root(stage.resolve(), "added"), *library.roots))
    head = f"scenarios/{manifest.name}"
    try:
        load_scenario(str(stage / head), library=with_pack)
    except ScenarioError as error:
        shown = f"{shown_path(stage.resolve())}/"
        raise PackError(_mistakes(manifest, error, shown)) from None


def _mistakes(manifest: Manifest, error: ScenarioError, stage: str) -> str:
    """Return one sentence on the first mistake, with its place inside the pack."""
    errors = [problem for problem in error.problems if problem.severity == "error"]
    first = errors[0]
    place = f"{first.file.removeprefix(stage)}:{first.line}:{first.column}"
    more = "" if len(errors) == 1 else f" (and {len(errors) - 1} more)"
    return (
        f"'{manifest.name}' has mistakes for this version of the engine; --force adds it anyway. "
        f"{place}: {first.message.replace(stage, '') if stage else first.message}{more}"
    )


def _has_other_model(manifest: Manifest, library: Library) -> bool:
    if manifest.model.packed:
        return False
    found = library.all("model").get(manifest.model.name)
    return found is not None and folder_digest(found.path) != manifest.model.sha256
