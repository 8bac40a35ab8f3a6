"""The command line: parse, run one command, and turn every error into one clear line."""

import os
import sys
from collections.abc import Sequence

from diplotui.cli.parser import build_parser
from diplotui.cli.waiting import told_meanwhile
from diplotui.errors import DiplotuiError
from diplotui.text import one_line

DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 the work failed (one line on standard error), 2 wrong usage."""
    chosen = build_parser().parse_args(arguments)
    try:
        with told_meanwhile():
            code: int = chosen.run(chosen)
        sys.stdout.flush()
        return code
    except DiplotuiError as error:
        print(f"diplotui: {one_line(str(error))}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # The reader of our output went away (``| head``): say nothing, and let nothing be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("DIPLOTUI_DEBUG"):
            raise
        name = type(error).__name__
        print(
            f"diplotui: something that should not happen did ({name}: {one_line(str(error))[:200]}); nothing"
            " half-done was stored. Set DIPLOTUI_DEBUG=1 and run it again for the details to report.",
            file=sys.stderr,
        )
        return FAILED
