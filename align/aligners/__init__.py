"""Aligners: two documents to an alignment. One table, one protocol.

Whatever aligner is asked for, both sides decide together what is article text (`align.aligners.roles`).
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from align.bitext import Alignment, Document
from align.plugins import load_member

if TYPE_CHECKING:
    from align.encoding import Encoder  # its arrays would bring numpy into every start of the command

ALIGNERS: dict[str, str] = {
    "default": "align.aligners.default.aligner:align",
    "length": "align.aligners.length:align",
    "bertalign": "align.aligners.bertalign.aligner:align",
    "bertalign-package": "align.aligners.bertalign.package:align",
}


class Aligner(Protocol):
    """Finds the beads of two documents."""

    def __call__(self, source: Document, target: Document, encoder: "Encoder | None" = None) -> Alignment:
        """Return beads that cover both documents exactly once.

        Args:
            source: one version.
            target: the other.
            encoder: what gives the vectors, named in the signature; the embedded one for None.

        Raises:
            OptionError: for an encoder where no vectors are read, so that nobody compares encoders without a say.
        """
        ...


def align_documents(
    source: Document, target: Document, *, aligner: str = "default", encoder: "Encoder | None" = None
) -> Alignment:
    """Align two documents; those of the alignment have the roles that both sides agree on.

    Aligners read sentences without the ends of lines.

    Args:
        source: a document with article text, in any language.
        target: the same; it may be in the language of the source.
        aligner: a name in `ALIGNERS`.
        encoder: what gives the vectors, such as `load_encoder("my-encoder")`; the embedded one for None.

    Raises:
        OptionError: for a name that is not in the table, an encoder for an aligner that reads no vectors, or one that
            refuses texts in these languages.
    """
    from align.aligners.roles import agree_on_roles
    from align.aligners.told import with_told
    from align.encoding import check_languages
    from align.unwrapped import unwrap

    if encoder is not None:
        check_languages(encoder, (source.language, target.language))
    run: Aligner = load_member(ALIGNERS, aligner, kind="aligner")
    source, target = with_told(source, target)
    one, other = unwrap(source), unwrap(target)
    found = run(one.document, other.document, encoder)
    found = agree_on_roles(found, lambda first, second: run(first, second, encoder), encoder)
    return replace(found, source=one.wrapped(found.source), target=other.wrapped(found.target))
