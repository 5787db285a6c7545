"""Whether text in a color can be read: the contrast of WCAG 2.2, and the paper of each color scheme."""

# `--guide-paper` of macros/components/base.css, by the setting whose color is written on it.
PAPERS = {"color": ("light", "#fcfcfa"), "color_dark": ("dark", "#12171d")}
# Success criterion 1.4.3, for text of any size.
READABLE = 4.5


def contrast(color: str, paper: str) -> float:
    """How far apart in light two colors such as `#1f4fbf` are: from 1 for the same to 21 for black on white."""
    darker, lighter = sorted((_luminance(color), _luminance(paper)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
