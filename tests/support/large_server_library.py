"""A library of many rows on a server, made inside of it: a million a minute or so. It has no sound and no history."""

from __future__ import annotations

from typing import Final

# In the titles of nine rows of a hundred; the words come from 4,096 ones of six letters.
COMMON_WORD: Final = "interview"
_WORD: Final = "substr(md5(({}) % 4096 || 'word'), 1, 6)"
_ROWS: Final = f"""
    INSERT INTO recordings (
        id, uuid, filename, stored_filename, title, title_key, artist, notes, tags, tags_key, duration, filesize_bytes,
        mime_type, checksum, codec, sample_rate, channels, origin, status, sync_status, recorded_at, created_at,
        modified_at, deleted_at, favourite)
    SELECT n, lpad(to_hex(n), 32, '0'), word || '-' || n || '.wav', lpad(to_hex(n), 32, '0') || '.wav',
        title, lower(title), '', CASE WHEN n % 10 = 0 THEN word || ' ' || other || ' and so on' ELSE '' END,
        tags, coalesce(lower(tags ->> 0), U&'\\+10FFFF'), 1 + chance % 7200, 20000 + chance * 7, 'audio/wav',
        md5(n::text) || md5(n::text), (ARRAY['pcm_s16le', 'flac', 'mp3', 'opus', 'aac'])[1 + chance % 5], 48000, 1,
        CASE WHEN chance % 100 < 70 THEN 'imported' WHEN chance % 100 < 99 THEN 'recorded' ELSE 'recovered' END,
        CASE WHEN trash THEN 'deleted' ELSE 'active' END, 'unsynced', added - chance % 20000 * interval '1 min',
        added, added, CASE WHEN trash THEN added END, chance % 50 = 7
    FROM (
        SELECT n, chance, {_WORD.format("chance")} AS word, {_WORD.format("chance / 4096")} AS other,
            chance % 100 = 13 AS trash, timestamptz '2010-01-01' + n * interval '50 s' AS added,
            CASE WHEN chance % 11 = 0 THEN 'Interview ' ELSE '' END
                || {_WORD.format("chance / 7")} || ' ' || {_WORD.format("chance / 13")} || ' ' || n AS title,
            CASE WHEN chance % 2 = 0 THEN '[]'::jsonb ELSE jsonb_build_array('tag ' || chance / 2 % 30) END AS tags
        FROM (SELECT n::int, hashint4(n::int) & 16777215 AS chance
              FROM generate_series(1, current_setting('many.rows')::int) AS n) AS numbers
    ) AS made
"""
_SEARCH: Final = r"""
    INSERT INTO recordings_search
    SELECT id, to_tsvector('simple', regexp_replace(folded, '[^[:alnum:]]+', ' ', 'g')), folded
    FROM (SELECT id, recordings_fold(concat_ws(' ', title, filename, artist, tags ->> 0, notes)) AS folded
          FROM recordings) AS words
"""
_KEPT: Final = (
    "INSERT INTO recording_tags SELECT tags ->> 0, id FROM recordings WHERE tags <> '[]' ORDER BY 1, 2",
    """
    INSERT INTO library_counts
    SELECT coalesce(tag, ''), deleted_at IS NOT NULL, origin, favourite, count(*), sum(filesize_bytes)
    FROM recordings CROSS JOIN LATERAL unnest(ARRAY[NULL, tags ->> 0]) WITH ORDINALITY AS each_tag(tag, place)
    WHERE place = 1 OR tag IS NOT NULL GROUP BY 1, 2, 3, 4
    """,
    "SELECT setval(pg_get_serial_sequence('recordings', 'id'), max(id)) FROM recordings",
)


def fill(url: str, rows: int) -> None:
    """Fill an empty library. Rows go in without triggers and indexes, which are made afterwards."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")  # no triggers, no foreign keys
        connection.execute("SET maintenance_work_mem = '512MB'")
        indexes = connection.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN ('recordings', 'recordings_search') "
            "AND indexname LIKE 'ix_%'"
        ).fetchall()
        for name, _definition in indexes:
            connection.execute(f"DROP INDEX {name}")
        connection.execute("SELECT set_config('many.rows', %s, false)", (str(rows),))
        connection.execute(_ROWS)
        connection.execute(_SEARCH)
        for statement in _KEPT:
            connection.execute(statement)
        for _name, definition in indexes:
            connection.execute(definition)
        connection.execute("VACUUM ANALYZE")
