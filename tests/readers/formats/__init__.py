"""One test module per file format, with small files written the way its tool writes them."""
