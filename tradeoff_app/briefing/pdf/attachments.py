"""Puts a file inside a PDF, so that a briefing leads back to the scenario that it states (ISO 32000-1, 7.11.4)."""

from __future__ import annotations

import hashlib
import zlib
from typing import Any

Attachment = tuple[str, bytes]
"""File name and content."""


def attach(canvas: Any, attachment: Attachment, description: str) -> None:
    """Embeds the file in the document that the canvas writes; readers list it among the attachments."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

    name, content = attachment
    document = canvas._doc
    stream = PDFStream(
        PDFDictionary(
            {
                "Type": PDFName("EmbeddedFile"),
                "Subtype": PDFName("application/json"),
                "Params": PDFDictionary(
                    {"Size": len(content), "CheckSum": PDFString(hashlib.md5(content, usedforsecurity=False).digest())}
                ),
            }
        ),
        zlib.compress(content, 9),
        filters=[],
    )
    stream.dictionary.dict["Filter"] = PDFName("FlateDecode")
    specification = PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(name),
            "UF": PDFString(name),
            "Desc": PDFString(description),
            "AFRelationship": PDFName("Source"),
            "EF": PDFDictionary({"F": document.Reference(stream)}),
        }
    )
    reference = document.Reference(specification)
    names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray([PDFString(name), reference])})})
    document.Catalog.Names = names
