"""Help that reads well in 80 columns: options in groups by what they are about, examples at the end."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from align.command.values import spare_checks

EXAMPLES = """\b
Examples:
  versalign en.txt fr.txt                     what fr.txt kept and dropped
  versalign en.html fr.docx --only dropped    only what is missing
  versalign en.txt fr.txt --json > out.json   everything, for a program
  versalign audit en.txt fr.txt               findings by line, and for CI
  versalign align en.txt fr.txt -o beads.txt  the beads, for another tool
"""
# Options that stand in no group come last, with --help.
_GROUPS = {
    "Texts": (
        "manifest",
        "pairs",
        "since",
        "glossary",
        "lexicon",
        "source_lang",
        "target_lang",
        "encoding",
        "segmented",
        "keep_furniture",
        "max_size",
        "max_segments",
    ),
    "Alignment": ("aligner", "encoder", "pooling", "allow_download"),
    "What is shown": ("only", "context", "show_all", "summary"),
    "What counts": ("fail_on", "ignore", "baseline", "new_baseline"),
    "How it is written": (
        "bead_format",
        "form",
        "explained",
        "scores",
        "min_probability",
        "in_order",
        "output",
        "width",
        "color",
        "report",
        "plain",
        "as_json",
        "no_pager",
    ),
}


class GroupedCommand(TyperCommand):
    """A command whose help has its options in groups."""

    def get_params(self, ctx: Any) -> Any:
        """Return the parameters, which take plain values past what checks others."""
        return spare_checks(super().get_params(ctx))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments, then the groups of options that the command has.

        Args:
            ctx: the context of the call, from which the parameters take their defaults.
            formatter: what the help is written to.
        """
        sections: dict[str, list[tuple[str, str]]] = {name: [] for name in ("Arguments", *_GROUPS, "Options")}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None:
                argument = parameter.param_type_name == "argument"
                sections["Arguments" if argument else _group(parameter.name or "")].append(record)
        for name, records in sections.items():
            if records:
                with formatter.section(name):
                    formatter.write_dl(records)


class PlainGroup(TyperGroup):
    """The commands, and the options before them."""

    def get_params(self, ctx: Any) -> Any:
        """Return the parameters, which take plain values past what checks others."""
        return spare_checks(super().get_params(ctx))


def _group(parameter: str) -> str:
    """Return the name of the group that an option stands in."""
    return next((name for name, members in _GROUPS.items() if parameter in members), "Options")
