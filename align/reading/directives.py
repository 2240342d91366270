"""The directives of Sphinx and MyST by what they hold: text, code, or nothing that is shown as text."""

TEXT_DIRECTIVES = frozenset(
    "note warning tip important caution danger attention hint error seealso admonition versionadded versionchanged "
    "deprecated versionremoved figure topic sidebar epigraph highlights pull-quote compound container rubric centered "
    "dropdown details tab tab-set tab-item tabs card grid grid-item grid-item-card panels margin aside todo only "
    "glossary table list-table csv-table hlist".split()
)
CODE_DIRECTIVES = frozenset(
    "code code-block sourcecode code-cell parsed-literal highlight prompt doctest testcode testoutput literal".split()
)
PICTURE_DIRECTIVES = frozenset(("image", "figure"))
MARKUP_DIRECTIVES = PICTURE_DIRECTIVES | frozenset(
    "toctree include literalinclude contents index raw eval-rst bibliography tableofcontents math graphviz mermaid "
    "autosummary automodule autoclass autofunction button-link button-ref video youtube iframe".split()
)
