"""How much a document may hold, so that no small file takes all memory; each limit is one option."""

from dataclasses import dataclass

from align.errors import InputError, OptionError

MEGABYTE = 2**20
LARGEST = 10**15  # more than any machine holds, and a number that every library takes
# Pictures and fonts of a container, and the whole of a PDF, may be larger than its text.
MEDIA_FACTOR = 10
# Empty paragraphs, spans and cells: real pages have up to two marks of markup for each sentence.
_TAGS_OF_SEGMENT = 4
# Lines of hard-wrapped prose.
_LINES_OF_SEGMENT = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused, in one line.

    Attributes:
        size: bytes of text in a file, unpacked, from 1 to `LARGEST`; pictures do not count.
        segments: in a document, likewise.
    """

    size: int = 50 * MEGABYTE
    segments: int = 500_000

    def __post_init__(self) -> None:
        """Check that something is allowed, and not more than there can be."""
        if not (1 <= self.size <= LARGEST and 1 <= self.segments <= LARGEST):
            found = f"{self.size} bytes and {self.segments} segments"
            raise OptionError(f"expected limits from 1 to {LARGEST:g}, found {found}")

    def check_size(self, name: str, size: int) -> None:
        """Refuse a text of too many bytes.

        Args:
            name: of the file, for the message.
            size: of its text, unpacked.

        Raises:
            InputError: it is larger than the limit.
        """
        if size > self.size:
            most = f"{self.size / MEGABYTE:g} MB of text, unpacked"
            raise InputError(
                f"{name}: expected at most {most}, found more; split it, or raise --max-size if the file is sound"
            )

    def check_media(self, name: str, size: int) -> None:
        """Refuse a file that with its pictures has too many bytes.

        Args:
            name: of the file, for the message.
            size: of all that is in it, unpacked.

        Raises:
            InputError: it is larger than the limit.
        """
        if size > self.size * MEDIA_FACTOR:
            most = f"{self.size * MEDIA_FACTOR / MEGABYTE:g} MB with all pictures"
            raise InputError(f"{name}: expected at most {most}, found more; split it, or raise --max-size")

    def check_segments(self, name: str, segments: int) -> None:
        """Refuse a document of too many segments.

        Args:
            name: of the file, for the message.
            segments: how many it has at least.

        Raises:
            InputError: there are more than the limit.
        """
        if segments > self.segments:
            raise InputError(
                f"{name}: expected at most {self.segments} segments, found {segments} or more; "
                "split it, or raise --max-segments"
            )

    def check_lines(self, name: str, lines: int) -> None:
        """Refuse a text of so many lines that it has too many segments, before it is taken apart.

        Args:
            name: of the file, for the message.
            lines: how many it has.

        Raises:
            InputError: there are more than the limit.
        """
        if lines > self.segments * _LINES_OF_SEGMENT:
            self.check_segments(name, max(lines // _LINES_OF_SEGMENT, self.segments + 1))

    def check_tags(self, name: str, tags: int) -> None:
        """Refuse markup of so many tags that it is no text, before a tree is made of it.

        Args:
            name: of the file, for the message.
            tags: how many it has.

        Raises:
            InputError: there are more than the limit.
        """
        most = self.segments * _TAGS_OF_SEGMENT
        if tags > most:
            raise InputError(
                f"{name}: expected at most {most} tags, found {tags}; it may be a bomb; "
                "raise --max-segments if the file is sound"
            )


USUAL_LIMITS = Limits()
