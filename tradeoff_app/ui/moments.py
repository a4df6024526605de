"""Days and times as people say them, in the language of the window."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from tradeoff_app.app.translation import tr


def say_when(when: datetime | None, now: datetime) -> str:
    """The day as people say it: a time today, else day and month, else with the year; empty where it is unknown."""
    if when is None:
        return ""
    local = when.astimezone(now.tzinfo)
    if local.date() == now.date():
        return tr("today, {time}", time=f"{local:%H:%M}")
    form = tr("d MMMM") if local.year == now.year else tr("d MMMM yyyy")
    return QLocale().toString(QDate(local.year, local.month, local.day), form)
