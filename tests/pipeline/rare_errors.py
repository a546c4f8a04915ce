"""An error of a module that only a child loads."""

from pathlib import Path

from musicreclass.errors import FileProblem


class RareProblem(FileProblem):
    """Made in another way than its base."""

    def __init__(self, name, reason):
        super().__init__(Path(name), reason)
