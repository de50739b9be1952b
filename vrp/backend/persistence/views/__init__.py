"""Windows into a library of any size, on SQLite alone: each page of a view costs what the first one costs.

Nothing here imports SQLAlchemy, so that the window can paint its first rows before that is there.
"""
