"""How large a result file may be before it is refused by name, place, number and limit (trust.md 3.1)."""

from __future__ import annotations

MAX_ROWS = 2_000_000
MAX_COLUMNS = 6_000
MAX_CELLS = 20_000_000
MAX_VALUES = 20_000_000
MAX_DEPTH = 100
MAX_CELL_CHARACTERS = 4_000_000
MAX_MEMBER_BYTES = 128 << 20
MAX_UNPACKED_BYTES = 256 << 20
MAX_MEMBERS = 50_000
MAX_GZIP_MEMBERS = 20_000
MAX_SHARED_STRINGS = 500_000
MAX_SHARED_STRING_BYTES = 64 << 20
MAX_INTEGER_DIGITS = 400
MAX_FILE_BYTES = 1 << 30

SAMPLE_BYTES = 256 << 10
MAX_SEGMENT_VALUES = 20
MAX_LISTED = 5
"""Problems name at most this many places and say how many more there are."""
