"""The workbook: live formulas with their values."""
