"""ID3 tags in their own right: taken to pieces, changed and converted. Knows no files."""
