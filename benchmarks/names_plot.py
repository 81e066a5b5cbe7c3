"""The reliability plot: how probable a match was said to be, and how often it was right, as SVG."""

from __future__ import annotations

_SIDE, _EDGE = 400, 60


def reliability_svg(found: list[tuple[int, float, float]], error: float) -> str:
    """`found` holds rows, mean probability said and share right for each tenth."""
    said = "; ".join(f"said {mean:.2f}, right {came:.2f}, of {n}" for n, mean, came in found)
    dots = "".join(
        f'<circle cx="{_x(mean):.1f}" cy="{_y(came):.1f}" r="{4 + min(n, 4_000) / 500:.1f}" fill="#1b4f72"/>'
        f'<text x="{_x(mean) + 14:.1f}" y="{_y(came) + 4:.1f}" font-size="11">{n}</text>'
        for n, mean, came in found
    )
    ticks = "".join(
        f'<text x="{_x(at / 10):.0f}" y="{_y(0) + 18}" font-size="11" text-anchor="middle">{at / 10:.1f}</text>'
        f'<text x="{_EDGE - 8}" y="{_y(at / 10) + 4:.0f}" font-size="11" text-anchor="end">{at / 10:.1f}</text>'
        for at in range(0, 11, 2)
    )
    whole = _SIDE + 2 * _EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" role="img" aria-labelledby="t d" '
        'font-family="sans-serif" fill="#222">\n'
        '<title id="t">Probability said and share that was right</title>\n'
        f'<desc id="d">Expected calibration error {error:.3f}. {said}.</desc>\n'
        f'<rect width="{whole}" height="{whole}" fill="#fff"/>\n'
        f'<rect x="{_EDGE}" y="{_EDGE}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#888"/>\n'
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#888" stroke-dasharray="4 4"/>\n'
        f"{ticks}\n{dots}\n"
        f'<text x="{whole / 2}" y="{whole - 12}" font-size="13" text-anchor="middle">probability said</text>\n'
        f'<text x="{_EDGE}" y="{_EDGE - 14}" font-size="13">share right; beside each dot the number of rows</text>\n'
        "</svg>\n"
    )


def _x(share: float) -> float:
    return _EDGE + share * _SIDE


def _y(share: float) -> float:
    return _EDGE + (1 - share) * _SIDE
