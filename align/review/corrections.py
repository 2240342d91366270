"""Corrections as the log holds them: made from what a person asked for, and applied again to any base.

A correction names its segments twice: by their numbers, which are right as long as the base is the same, and by their
keys, which find them again after a text was corrected or aligned anew.
"""

from dataclasses import replace

from align.bitext import Role, Span
from align.review.action import REGROUPS, Action, Json, Kind, Side
from align.review.cut import cut
from align.review.keys import SegmentKeys
from align.review.link import link
from align.review.regroup import Regrouping
from align.review.structure import Base, Region, Structure, region_of


def regroup_detail(base: Base, grouping: Regrouping) -> Json:
    """Return the detail of new beads over a region, or of beads that are locked.

    Args:
        base: that the region counts in.
        grouping: the region and the shapes of its beads.
    """
    return {**_places(base, grouping.region), "shapes": [list(shape) for shape in grouping.shapes]}


def link_detail(base: Base, source: Span, target: Span) -> Json:
    """Return the detail of a link.

    Args:
        base: that the numbers count in.
        source: half-open segments.
        target: the same.
    """
    return _places(base, Region(source, target))


def role_detail(base: Base, side: Side, segment: int, role: Role) -> Json:
    """Return the detail of a role.

    Args:
        base: that the number counts in.
        side: of which text.
        segment: its number, from 0.
        role: the new one.
    """
    span = Span(segment, segment + 1)
    return {**_places(base, _one_sided(side, span)), "side": side, "role": role.value}


def cut_detail(structure: Structure, side: Side, segment: int, at: int) -> Json:
    """Return the detail of a segment that is cut in two, with the keys that its halves have.

    Args:
        structure: as it stands.
        side: of which text.
        segment: its number, from 0.
        at: how many of its characters the first half has.
    """
    base = cut(structure, side, segment, at).base
    halves = (base.source if side == "source" else base.target).over(Span(segment, segment + 2))
    span = Span(segment, segment + 1)
    return {**_places(structure.base, _one_sided(side, span)), "side": side, "place": at, "halves": list(halves)}


def apply(structure: Structure, action: Action) -> Structure:
    """Return a structure after a correction.

    Args:
        structure: as it stands.
        action: the correction; where it was made on another base, its segments are found by their keys.

    Raises:
        ValueError: it does not apply here: a segment is gone, other beads stand there, or one is locked.
        OptionError: a link takes segments of several beads.
    """
    if action.kind is Kind.CUT:
        return _cut(structure, action)
    region = _region(structure, action)
    if action.kind is Kind.ROLE:
        side: Side = action.detail["side"]
        number = (region.source if side == "source" else region.target).start
        return replace(structure, roles={**structure.roles, (side, number): Role(action.detail["role"])})
    if action.kind is Kind.LINK:
        return link(structure, region.source, region.target)
    shapes = [(int(n), int(m)) for n, m in action.detail["shapes"]]
    if action.kind in REGROUPS:
        return structure.regrouped(region, shapes)
    return _locked(structure, region, shapes, lock=action.kind is Kind.LOCK)


def _cut(structure: Structure, action: Action) -> Structure:
    """Return a structure with a segment in two; where the text was aligned again after the cut, it is so already."""
    side: Side = action.detail["side"]
    keys = structure.base.source if side == "source" else structure.base.target
    if action.base != structure.base.number and keys.find(action.detail["halves"]):
        return structure
    region = _region(structure, action)
    number = (region.source if side == "source" else region.target).start
    return cut(structure, side, number, int(action.detail["place"]))


def _locked(structure: Structure, region: Region, shapes: list[tuple[int, int]], *, lock: bool) -> Structure:
    """Return a structure with the beads of a region locked, or not; on another base they are put in place first."""
    numbers = structure.beads_over(region)
    if numbers is None:
        raise ValueError(f"expected whole beads over {region}, found others")
    beads = structure.beads[numbers.start : numbers.stop]
    if [(len(bead.source), len(bead.target)) for bead in beads] != shapes:
        structure = structure.regrouped(region, shapes)
        beads = structure.beads[numbers.start : numbers.start + len(shapes)]
    places = {region_of(bead) for bead in beads}
    return replace(structure, locked=structure.locked | places if lock else structure.locked - places)


def _places(base: Base, region: Region) -> dict[str, object]:
    """Return the segments of a region by number and by key."""
    return {
        "at": [region.source.start, region.source.stop, region.target.start, region.target.stop],
        "keys": [list(base.source.over(region.source)), list(base.target.over(region.target))],
    }


def _region(structure: Structure, action: Action) -> Region:
    """Return the region of a correction in the base of a structure."""
    if action.base == structure.base.number:
        a, b, c, d = action.detail["at"]
        return Region(Span(a, b), Span(c, d))
    sources, targets = action.detail["keys"]
    source = _found(structure.base.source, sources) if sources else None
    target = _found(structure.base.target, targets) if targets else None
    # An empty side has no text to be found by; its place is that of the beads on the other side.
    one = next(
        b
        for b in structure.beads
        if (source and b.source.stop > source.start) or (target and b.target.stop > target.start)
    )
    empty = Span(one.source.start, one.source.start), Span(one.target.start, one.target.start)
    return Region(source or empty[0], target or empty[1])


def _found(keys: SegmentKeys, wanted: list[str]) -> Span:
    """Return where segments are, and refuse those that are gone."""
    span = keys.find(wanted)
    if span is None:
        raise ValueError("expected the same text as before, found another one")
    return span


def _one_sided(side: Side, span: Span) -> Region:
    nothing = Span(0, 0)
    return Region(span, nothing) if side == "source" else Region(nothing, span)
