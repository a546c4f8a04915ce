"""Names of files: read where tags are missing, and made where files are sorted."""
