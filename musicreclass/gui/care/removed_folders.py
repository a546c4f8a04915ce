"""A folder that was taken out of the library, and the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from musicreclass.core.location import readable
from musicreclass.gui.services.library_session import LibrarySession

if TYPE_CHECKING:
    from musicreclass.pipeline.review.library_contents import FolderGone


class RemovedFolders(QObject):
    """Signals: `offered` with a sentence, the word on a button and what that does."""

    offered = Signal(str, str, object)

    def __init__(self, session: LibrarySession) -> None:
        super().__init__(session)
        self._session = session
        session.folder_removed.connect(self._on_removed)

    def _on_removed(self, gone: FolderGone) -> None:
        if (path := gone.path) is None:
            return
        text = self.tr(
            "{folder} is no longer in the library. The files are where they were, "
            "and what you decided is kept."
        )
        said = text.format(folder=readable(path.name or str(path)))
        self.offered.emit(said, self.tr("Undo"), partial(self._session.restore_folder, gone))
