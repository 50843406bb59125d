"""Reads files in, one path a line on stdin, and says of each what became of it.

``read``, ``refused CODE`` or ``crashed TYPE``; ``partial`` if a refused file left something.
"""

import sys
from pathlib import Path

from tests.endurance.weakened import weaken


def main(database: Path, without: str) -> None:
    """Answer until nothing more comes."""
    weaken(without)
    from app.bootstrap import workspace
    from app.errors import UserError
    from tests.support.tables import dump

    with workspace(database) as services:
        for line in sys.stdin:
            before = dump(database)
            try:
                services.documents.read(Path(line.rstrip("\n")))
                answer = "read"
            except UserError as error:
                answer = f"refused {error.code}" if dump(database) == before else "partial"
            except Exception as error:  # noqa: BLE001 - that is what is looked for
                answer = f"crashed {type(error).__name__}"
            print(answer, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
