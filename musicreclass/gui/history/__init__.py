"""The History page: what was written when, and taking it back."""
