"""The one expected error of the set-up. Imports nothing."""


class SetUpProblem(Exception):
    """The program cannot be made ready; `str(problem)` says what is wrong and what to do."""

    def __init__(self, sentence: str, status: int = 1) -> None:
        super().__init__(sentence, status)
        self.status = status

    def __str__(self) -> str:
        return str(self.args[0])
