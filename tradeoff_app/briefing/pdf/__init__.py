"""The PDF: pages, figures, attachments."""
