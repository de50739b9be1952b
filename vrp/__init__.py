"""Voice Recorder Pro: a desktop voice recorder whose library cannot lose a recording."""

__version__ = "0.1.0"
