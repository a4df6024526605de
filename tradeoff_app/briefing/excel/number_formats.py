"""Number formats of cells: the right unit and decimals, in the spreadsheet's own language."""

from __future__ import annotations

SHARE = "0.0%"
WHOLE = "#,##0"
SIGNED_WHOLE = '[>=0.5]+#,##0;[<=-0.5]−#,##0;"0"'
POINTS = "0"
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}


def money(currency: str, pattern: str, places: int = 0) -> str:
    """Money with a true minus, and none before what rounds to nothing; `pattern` says where the sign stands.

    `pattern` is that of a language, such as "{symbol}{number}"; a currency without a sign is its code.
    """
    least = 5 / 10 ** (places + 1)
    decimal_part = "." + "0" * places if places else ""
    shown = _with_symbol(currency, pattern, f"#,##0{decimal_part}")
    nothing = _with_symbol(currency, pattern, f"0{decimal_part}").replace('"', "")
    return f'[>={least}]{shown};[<=-{least}]−{shown};"{nothing}"'


def price(currency: str, pattern: str) -> str:
    """Money per unit, with two decimals and up to two more that it has: $4.00, $0.0035."""
    shown = _with_symbol(currency, pattern, "#,##0.00##")
    return f"{shown};−{shown}"


def probability(more: str, less: str) -> str:
    """A probability without false precision: the two texts above 99 % and below 1 %, else whole percent."""
    above, below = (text.replace('"', "") for text in (more, less))
    return f'[>0.99]"{above}";[<0.01]"{below}";0%'


def decimals(places: int, *, signed: bool = False) -> str:
    """A number with this many decimals."""
    digits = "#,##0" + ("." + "0" * places if places else "")
    zero = "0" + ("." + "0" * places if places else "")
    return f"+{digits};−{digits};{zero}" if signed else f"{digits};−{digits};{zero}"


def _with_symbol(currency: str, pattern: str, number: str) -> str:
    letters = "".join(character for character in currency if character.isalnum())
    code = f"{letters} " if pattern.startswith("{symbol}") else letters
    return pattern.format(symbol=f'"{_SYMBOLS.get(currency, code)}"', number=number)
