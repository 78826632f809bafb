"""The memcon command: what a person types."""

import argparse
import sys
from collections.abc import Sequence

import memcon
from memcon.errors import MemconError


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="memcon",
        description="Talk shares and topic contrasts from records of conversation.",
    )
    parser.add_argument("--version", action="version", version=f"memcon {memcon.__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="run a study: figures and tables in its results/")
    run.add_argument("--cores", default="all", help="how many processor cores to use (default: all)")
    report = commands.add_parser("report", help="write Snakemake's report of a study that has run: results/report.html")
    for command in (run, report):
        command.add_argument("study", nargs="?", default=".", help="the study's folder (default: this one)")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the memcon command.

    Args:
        argv: the arguments; those of the process if None.

    Returns:
        The exit code: 0, or 2 where an input is wrong or a run failed.

    Example:
        >>> main(["run", "/no/such/study"])
        2
    """
    arguments = _parser().parse_args(argv)
    from memcon import running

    try:
        if arguments.command == "run":
            if arguments.cores != "all" and not (arguments.cores.isdecimal() and int(arguments.cores) > 0):
                raise MemconError(f"--cores: found '{arguments.cores}'; allowed are 'all' and whole numbers from 1.")
            running.run(arguments.study, arguments=["--cores", arguments.cores])
        else:
            running.report(arguments.study)
    except MemconError as error:
        print(f"memcon: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("memcon: stopped; run it again to go on from here.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
