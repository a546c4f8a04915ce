"""ID3 tags in any container: parsed, changed and converted. Knows no files."""
