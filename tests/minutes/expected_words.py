"""What a screen reader should say for given blocks, worked out apart from the renderers."""

from collections.abc import Iterator

from coprod_desktop.minutes.blocks import Block, BlockRole, MinutesContent, Section

Said = tuple[str, str, str]


def _heading(section: Section) -> str:
    number = f"{section.number}. " if section.number else ""
    return f"{number}{section.heading}"


def _after_label(block: Block, tick_box: str) -> Iterator[Said]:
    for item in block.items:
        yield from (("Lbl", "", "•"), ("LBody", "", item))
    for answer in block.answers:
        yield from (("Figure", tick_box, ""), ("LBody", "", answer))


def _easy_block(block: Block, tick_box: str) -> Iterator[Said]:
    if block.role is not BlockRole.QUESTION:  # it stands in the block before it
        yield ("Figure", block.alt, "")
    if block.label:
        yield ("P", "", block.label)
    for sentence in block.sentences:
        yield ("P", "", sentence)
    yield from _after_label(block, tick_box)


def _large_block(block: Block, tick_box: str) -> Iterator[Said]:
    if block.label:
        yield ("P", "", block.label)
    if block.sentences:
        yield ("P", "", " ".join(block.sentences))
    yield from _after_label(block, tick_box)


def expected_words(
    content: MinutesContent, *, is_easy_read: bool, contents_pages: list[int], with_pictures: bool = True
) -> list[Said]:
    """All tags with words or pictures, in reading order; `contents_pages` is empty when there is no contents list."""

    def of(block: Block) -> list[Said]:
        said = list((_easy_block if is_easy_read else _large_block)(block, content.tick_box_alt))
        has_picture = is_easy_read and block.role is not BlockRole.QUESTION
        return said[1:] if has_picture and not with_pictures else said

    said: list[Said] = [
        ("H1", "", content.title),
        ("P", "", content.group_name),
        ("P", "", content.date_words),
        ("P", "", content.record_number),
    ]
    said += [words for block in content.cover for words in of(block)]
    chapters = [section for section in content.sections if section.level == 1]
    if contents_pages:
        said.append(("H2", "", content.contents_heading))
        said += [
            ("Link", "", f"{_heading(section)} {page}") for section, page in zip(chapters, contents_pages, strict=True)
        ]
    for section in content.sections:
        said.append((f"H{section.level + 1}", "", _heading(section)))
        said += [words for block in section.blocks for words in of(block)]
    return said
