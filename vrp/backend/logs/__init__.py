"""What the program writes down about itself. Only `setup` knows structlog, which the window's start does without."""
