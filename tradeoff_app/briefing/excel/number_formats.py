"""Number formats of cells: the right unit and decimals, in the spreadsheet's own language."""

from __future__ import annotations

SHARE = "0.0%"
WHOLE = "#,##0"
SIGNED_WHOLE = "+#,##0;−#,##0;0"
POINTS = "0"
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}


def money(currency: str, places: int = 0) -> str:
    """Money with a true minus, and none before what rounds to nothing; a currency without a sign is its code."""
    symbol = _symbol(currency)
    digits = "#,##0" + ("." + "0" * places if places else "")
    least = 5 / 10 ** (places + 1)
    nothing = symbol[:-1] + ("0." + "0" * places if places else "0") + '"'
    return f"[>={least}]{symbol}{digits};[<=-{least}]−{symbol}{digits};{nothing}"


def price(currency: str) -> str:
    """Money per unit, with two decimals and up to two more that it has: $4.00, $0.0035."""
    symbol = _symbol(currency)
    return f"{symbol}#,##0.00##;−{symbol}#,##0.00##"


def probability(more: str, less: str) -> str:
    """A probability without false precision: the two texts above 99 % and below 1 %, else whole percent."""
    above, below = (text.replace('"', "") for text in (more, less))
    return f'[>0.99]"{above}";[<0.01]"{below}";0%'


def decimals(places: int, *, signed: bool = False) -> str:
    """A number with this many decimals."""
    digits = "#,##0" + ("." + "0" * places if places else "")
    zero = "0" + ("." + "0" * places if places else "")
    return f"+{digits};−{digits};{zero}" if signed else f"{digits};−{digits};{zero}"


def _symbol(currency: str) -> str:
    if currency in _SYMBOLS:
        return f'"{_SYMBOLS[currency]}"'
    letters = "".join(character for character in currency if character.isalnum())
    return f'"{letters} "'
