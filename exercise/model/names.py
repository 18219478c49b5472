"""Names in authored files, by what they name: one type each, so that editors can offer what there is."""

from __future__ import annotations

from typing import Annotated

from exercise.model.base import Expression, FolderSlug, Slug
from exercise.model.meanings import NameOf

AgreementName = Annotated[Slug, NameOf("agreement")]
AudienceName = Annotated[Slug, NameOf("audience")]
ClassName = Annotated[Slug, NameOf("measure class")]
ClauseName = Annotated[str, NameOf("clause")]
"""An agreement, or one clause of it: ``agreement.clause``."""
IndicatorName = Annotated[Slug, NameOf("indicator")]
InjectName = Annotated[Slug, NameOf("inject")]
IssueName = Annotated[Slug, NameOf("issue")]
LegName = Annotated[Slug, NameOf("leg")]
MeasureName = Annotated[Slug, NameOf("measure")]
MeasureOrClass = Annotated[Slug, NameOf("measure or class")]
ModelName = Annotated[FolderSlug, NameOf("model")]
ObjectiveName = Annotated[Slug, NameOf("objective")]
PhraseName = Annotated[Slug, NameOf("phrase")]
PresetName = Annotated[FolderSlug, NameOf("preset")]
QuestionName = Annotated[Slug, NameOf("question")]
RedLineName = Annotated[Slug, NameOf("red line")]
ReferentName = Annotated[Slug, NameOf("referent")]
RoleName = Annotated[Slug, NameOf("role")]
RoleOrGroup = Annotated[Slug, NameOf("role or group")]
RuleName = Annotated[Slug, NameOf("rule")]
SettingName = Annotated[FolderSlug, NameOf("setting")]
StateName = Annotated[Slug, NameOf("state")]
TargetName = Annotated[Slug, NameOf("state or role")]

Amount = Annotated[Expression, NameOf("amount")]
"""A number in the language: points, units or a share."""
Condition = Annotated[Expression, NameOf("condition")]
"""True or false, in the language."""
FlagOf = Annotated[Expression, NameOf("flag")]
"""A flag with its scope, such as ``trained[host]``."""
SlotOf = Annotated[Expression, NameOf("slot")]
"""A slot with its scope, such as ``preparedness[host]``."""

__all__ = [
    "AgreementName",
    "Amount",
    "AudienceName",
    "ClassName",
    "ClauseName",
    "Condition",
    "FlagOf",
    "IndicatorName",
    "InjectName",
    "IssueName",
    "LegName",
    "MeasureName",
    "MeasureOrClass",
    "ModelName",
    "ObjectiveName",
    "PhraseName",
    "PresetName",
    "QuestionName",
    "RedLineName",
    "ReferentName",
    "RoleName",
    "RoleOrGroup",
    "RuleName",
    "SettingName",
    "SlotOf",
    "StateName",
    "TargetName",
]
