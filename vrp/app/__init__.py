"""The composition root: `opening` builds the services of one library, `window` adds Qt. Nobody else builds services."""
