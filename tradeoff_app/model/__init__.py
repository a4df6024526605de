"""What people decide: frozen models with ids, and their history. No pandas, no Qt, no files."""
