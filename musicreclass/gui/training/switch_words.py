"""What the switches of teaching are called in the window. What they do is said by their table."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "Switches"

# By what `training.overrides` calls groups, switches and choices.
_WORDS: dict[str, object] = {
    "How long": QT_TRANSLATE_NOOP("Switches", "How long"),
    "Learning rate": QT_TRANSLATE_NOOP("Switches", "Learning rate"),
    "How music is changed while it is heard": QT_TRANSLATE_NOOP(
        "Switches", "How music is changed while it is heard"
    ),
    "Rare genres": QT_TRANSLATE_NOOP("Switches", "Rare genres"),
    "The machine": QT_TRANSLATE_NOOP("Switches", "The machine"),
    "epochs": QT_TRANSLATE_NOOP("Switches", "Epochs"),
    "patience": QT_TRANSLATE_NOOP("Switches", "Patience"),
    "average": QT_TRANSLATE_NOOP("Switches", "Averaged share (SWA)"),
    "rate": QT_TRANSLATE_NOOP("Switches", "Learning rate"),
    "find-rate": QT_TRANSLATE_NOOP("Switches", "Find the rate"),
    "trunk-rate": QT_TRANSLATE_NOOP("Switches", "Share of it for the trunk"),
    "schedule": QT_TRANSLATE_NOOP("Switches", "Schedule"),
    "warm-up": QT_TRANSLATE_NOOP("Switches", "Warm-up"),
    "weight-decay": QT_TRANSLATE_NOOP("Switches", "Weight decay"),
    "mixup": QT_TRANSLATE_NOOP("Switches", "Mixup"),
    "label-smoothing": QT_TRANSLATE_NOOP("Switches", "Label smoothing"),
    "masks": QT_TRANSLATE_NOOP("Switches", "Masks (SpecAugment)"),
    "mask-bands": QT_TRANSLATE_NOOP("Switches", "Bands of a mask"),
    "mask-frames": QT_TRANSLATE_NOOP("Switches", "Frames of a mask"),
    "gain": QT_TRANSLATE_NOOP("Switches", "Gain, dB"),
    "habits": QT_TRANSLATE_NOOP("Switches", "Habits of recordings"),
    "crops": QT_TRANSLATE_NOOP("Switches", "Chunks of a track"),
    "tracks-heard": QT_TRANSLATE_NOOP("Switches", "Tracks heard at most"),
    "copies": QT_TRANSLATE_NOOP("Switches", "Changed copies"),
    "stretch": QT_TRANSLATE_NOOP("Switches", "Time stretch"),
    "semitones": QT_TRANSLATE_NOOP("Switches", "Pitch, semitones"),
    "noise": QT_TRANSLATE_NOOP("Switches", "Noise"),
    "balanced-sampler": QT_TRANSLATE_NOOP("Switches", "Balanced sampler"),
    "logit-adjustment": QT_TRANSLATE_NOOP("Switches", "Logit adjustment"),
    "batch-size": QT_TRANSLATE_NOOP("Switches", "Batch size"),
    "mixed-precision": QT_TRANSLATE_NOOP("Switches", "Mixed precision"),
    "on": QT_TRANSLATE_NOOP("Switches", "on"),
    "off": QT_TRANSLATE_NOOP("Switches", "off"),
    "cosine": QT_TRANSLATE_NOOP("Switches", "cosine"),
    "plateau": QT_TRANSLATE_NOOP("Switches", "plateau"),
}


def shown(word: str) -> str:
    """Return what a group, a switch or a choice is called; its own name where there is no other."""
    return QCoreApplication.translate(CONTEXT, str(_WORDS.get(word, word)))
