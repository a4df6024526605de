"""What leaves the app: one document model, rendered as PDF, workbook and text."""
