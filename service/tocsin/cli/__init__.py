"""The `tocsin` command. Each subcommand is one module here; only the one that was called is imported.

Results go to standard output, logs and progress to standard error. Exit status: 0 fine, 1 the thing asked about is not
fine, 2 the call or a file that a person wrote is wrong.
"""

import sys
from collections.abc import Sequence
from importlib import import_module

import typer

from tocsin import __version__
from tocsin.rules.faults import TocsinError

COMMANDS = {
    "demo": "Run the main job on sample articles and show the alerts.",
    "scan": "Detect signals in files, without broker or configuration.",
    "check": "Judge a configuration: faults with file and line, then its own tests.",
    "run": "Run all stages on this machine, restarting what dies.",
    "ingest": "Put articles from files and folders onto the articles topic.",
    "detect": "Run the detect stage.",
    "correlate": "Run the correlate stage.",
    "deliver": "Run the deliver stage.",
    "serve": "Serve the page on which readers say what they think of messages.",
    "status": "Show the lag of every stage, whether it moves, and which receivers refuse.",
    "topics": "Create or check the topics.",
    "dead-letters": "List, show, replay or purge messages that were set aside.",
    "why": "Tell why an article, signal or alert did or did not reach somebody.",
    "backtest": "Replay recorded articles through a configuration.",
    "rules": "List, test and show the rules, and how right readers find them.",
    "route": "Say who would get a sample alert, and why not the others.",
    "notify": "Preview or send a message to one receiver.",
    "silence": "Add, list or expire silences.",
    "ledger": "Upgrade or check the delivery ledger.",
    "schemas": "Write or check the JSON Schemas of the topics.",
    "kafka": "Start or stop a real Kafka on this machine from its Maven jars.",
}
"""Every subcommand with its one line of help; the module of `dead-letters` is `dead_letters`."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; end the process with its exit status."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    called = next((word for word in arguments if not word.startswith("-")), None)
    try:
        build_app(called)(args=arguments, prog_name="tocsin")
    except TocsinError as error:
        for line in str(error).splitlines():
            print(f"tocsin: {line}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does; the shell's convention for it is 128 + SIGPIPE.
        sys.stderr.close()
        sys.exit(141)


def build_app(called: str | None) -> typer.Typer:
    """Return the command line with the called subcommand loaded and every other one as its line of help."""
    app = typer.Typer(
        help="Tocsin rings when the market news says something that matters.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(_options)
    for name, line in COMMANDS.items():
        if name == called:
            _add(app, name, line)
        elif _exists(name):
            app.command(name, help=line)(_not_loaded)
    return app


def _exists(name: str) -> bool:
    from importlib.util import find_spec  # noqa: PLC0415 - only the help page needs it

    return find_spec(_module(name)) is not None


def _module(name: str) -> str:
    return f"tocsin.cli.{name.replace('-', '_')}"


def _add(app: typer.Typer, name: str, line: str) -> None:
    module = import_module(_module(name))
    if hasattr(module, "app"):
        app.add_typer(module.app, name=name, help=line)
    else:
        app.command(name, help=module.command.__doc__ or line)(module.command)


def _not_loaded() -> None:
    """Stand for a subcommand in the list of them."""


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"tocsin {__version__}")
        raise typer.Exit


def _options(
    version: bool = typer.Option(
        False, "--version", help="Show the version and exit.", callback=_show_version, is_eager=True
    ),
) -> None:
    """Hold the options that stand before the subcommand."""
