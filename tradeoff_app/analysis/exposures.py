"""Monthly volumes: stated per segment, split from a stated total, or unknown."""

from __future__ import annotations

from collections.abc import Mapping

from tradeoff_app.analysis.population import Mix
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.segment import EVERYONE, Exposure

Volumes = Mapping[str, Range | None]


def stated_volume(project: Project, segment: str, basis: str | None) -> Range | None:
    """Exposures a month that are stated for a segment on a basis; None for a segment that nobody described."""
    known = project.segments.get(segment)
    return None if known is None else known.volume(basis)


def default_basis(project: Project) -> str | None:
    """The basis of the project's own exposure, else that of the first segment that states one."""
    if project.exposure is not None:
        return project.exposure.basis
    stated = [exposure.basis for segment in project.segments.values() for exposure in segment.exposure]
    return stated[0] if stated else None


def total_exposure(project: Project, basis: str | None) -> Range | None:
    """Monthly volume of everyone on a basis, where it is stated as such."""
    whole: list[Exposure] = [project.exposure] if project.exposure is not None else []
    everyone = project.segments.get(EVERYONE)
    whole += list(everyone.exposure) if everyone else []
    return next((item.per_month for item in whole if basis is None or item.basis == basis), None)


def volumes_on(project: Project, partition: tuple[str, ...], sizes: Mapping[str, int], basis: str | None) -> Volumes:
    """Monthly volume per partition segment; what a stated total leaves over is split by `sizes` (units seen)."""
    total = total_exposure(project, basis)
    if partition == (EVERYONE,):
        return {EVERYONE: total}
    stated = {key: stated_volume(project, key, basis) for key in partition}
    open_segments = [key for key, volume in stated.items() if volume is None]
    seen = sum(sizes[key] for key in open_segments)
    if total is None or not open_segments or seen == 0:
        return stated
    known = [volume for volume in stated.values() if volume is not None]
    rest = total.base - sum(volume.base for volume in known)
    if rest <= 0:
        return stated
    factors = {key: rest * sizes[key] / seen / total.base for key in open_segments}
    split = {key: _scaled(total, factor) for key, factor in factors.items()}
    return {key: split.get(key, volume) for key, volume in stated.items()}


def _scaled(volume: Range, factor: float) -> Range:
    return Range(low=volume.low * factor, base=volume.base * factor, high=volume.high * factor)


def mix_on(project: Project, partition: tuple[str, ...], sizes: Mapping[str, int], basis: str | None) -> Mix:
    """Shares and volumes on a basis; sample shares ("sample") where not every segment has a volume."""
    volumes = volumes_on(project, partition, sizes, basis)
    base = {key: volume.base if volume is not None else None for key, volume in volumes.items()}
    whole = sum(volume for volume in base.values() if volume is not None)
    if partition == (EVERYONE,):
        return Mix({EVERYONE: 1.0}, base, "stated" if base[EVERYONE] is not None else "sample", basis)
    if all(volume is not None for volume in base.values()) and whole > 0:
        shares = {key: (volume or 0.0) / whole for key, volume in base.items()}
        is_split = any(stated_volume(project, key, basis) is None for key in partition)
        return Mix(shares, base, "split" if is_split else "stated", basis)
    units = sum(sizes.values())
    shares = {key: sizes[key] / units if units else 1 / len(partition) for key in partition}
    return Mix(shares, base, "sample", basis)
