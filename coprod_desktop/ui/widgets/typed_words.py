"""Whether words stand in fields that a person typed and nothing has kept yet."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def has_typed_words(part: QWidget) -> bool:
    """Whether any field in this part was changed by typing and still holds words."""
    lines = (field.isModified() and field.text().strip() for field in part.findChildren(QLineEdit))
    texts = (
        field.document().isModified() and field.toPlainText().strip() for field in part.findChildren(QPlainTextEdit)
    )
    return any(lines) or any(texts)
