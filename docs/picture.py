"""Draws docs/answer.png: a real answer over the sample corpus, as Discord shows it.

    python -m docs.picture

It needs a Chromium (the Debian package `chromium`, or any found as chromium, chromium-browser or google-chrome).
"""

import html
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import discord

from bot.desk import Desk
from bot.discord_bot.buttons import answer_buttons
from bot.discord_bot.languages.english import ENGLISH
from bot.discord_bot.message import answer_reply
from bot.discord_bot.reply import Reply

QUESTION = "when did the Hajin offensive start"
PICTURE = Path(__file__).with_name("answer.png")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, SCALE = 680, 1.5

STYLE = """
* { margin: 0; box-sizing: border-box; }
body { width: 680px; background: #313338; color: #dbdee1; font: 16px/1.375 "Noto Sans", "DejaVu Sans", sans-serif; }
main { padding: 20px 18px 22px; }
.message { display: grid; grid-template-columns: 40px 1fr; column-gap: 16px; }
.message + .message { margin-top: 18px; }
.face { width: 40px; height: 40px; border-radius: 50%; font-weight: 600; color: #fff;
  display: grid; place-items: center; }
.who { font-weight: 600; color: #f2f3f5; }
.app { background: #5865f2; color: #fff; font-size: 10px; font-weight: 600; border-radius: 4px; padding: 2px 5px;
  margin-left: 5px; vertical-align: 2px; }
.when { color: #949ba4; font-size: 12px; margin-left: 6px; font-weight: 400; }
.at { background: #3c4270; color: #c9cdfb; border-radius: 3px; padding: 0 2px; font-weight: 500; }
.reply { grid-column: 2; color: #b5bac1; font-size: 13px; margin-bottom: 3px; }
.reply b { font-weight: 600; color: #c9cdfb; }
.embed { background: #2b2d31; border-left: 4px solid #2f7fd1; border-radius: 4px; padding: 10px 16px 14px 14px;
  margin-top: 4px; font-size: 14.5px; }
h1 { font-size: 17px; font-weight: 600; color: #f2f3f5; margin: 2px 0 4px; }
.part { margin-top: 12px; }
h1 + .part { margin-top: 0; }
blockquote { border-left: 4px solid #4e5058; border-radius: 4px; padding: 0 8px 0 12px; margin-bottom: 4px; }
small { color: #949ba4; font-size: 12.5px; display: block; }
a { color: #00a8fc; text-decoration: none; }
strong { color: #f2f3f5; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
.buttons span { background: #4e5058; color: #fff; font-size: 14px; font-weight: 500; border-radius: 3px;
  padding: 6px 14px; }
.buttons span.select { background: #1e1f22; color: #949ba4; flex-basis: 400px; font-weight: 400; }
"""

_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|\*\*(?P<bold>(?:\\.|[^\\])+?)\*\*|\*(?P<italic>(?:\\.|[^\\*])+?)\*"
    r"|\[(?P<words>[^\]]+)\]\((?P<link>[^)]+)\)"
)


def inline(markdown: str) -> str:
    """Escapes, bold, italics and links of one line of Discord's Markdown as HTML."""
    parts: list[str] = []
    done = 0
    for found in _INLINE.finditer(markdown):
        parts.append(html.escape(markdown[done : found.start()]))
        done = found.end()
        if found["escaped"]:
            parts.append(html.escape(found["escaped"]))
        elif found["bold"]:
            parts.append(f"<strong>{inline(found['bold'])}</strong>")
        elif found["italic"]:
            parts.append(f"<em>{inline(found['italic'])}</em>")
        else:
            parts.append(f'<a href="#">{inline(found["words"])}</a>')
    return "".join(parts) + html.escape(markdown[done:])


def line(markdown: str) -> str:
    """One line of Discord's Markdown as HTML: subtext, a line of a block quote, or plain."""
    if markdown.startswith("-# "):
        return f"<small>{inline(markdown[3:])}</small>"
    if markdown.startswith("> "):
        return f"<blockquote>{inline(markdown[2:])}</blockquote>"
    return f"<div>{inline(markdown)}</div>"


def button(part: discord.ui.Item[discord.ui.View]) -> str:
    """A button or a select as HTML."""
    if isinstance(part, discord.ui.Select):
        return f'<span class="select">{html.escape(part.placeholder or "")} ▾</span>'
    return f"<span>{html.escape(part.label or '')}</span>" if isinstance(part, discord.ui.Button) else ""


def page(question: str, reply: Reply, buttons: discord.ui.View | None) -> str:
    """The question and the reply as a page that looks like a conversation in Discord."""
    embed = reply.embed()
    paragraphs = (embed.description or "").split("\n\n")
    lines = ["".join(line(one) for one in paragraph.split("\n")) for paragraph in paragraphs]
    body = "".join(f'<div class="part">{part}</div>' for part in lines)
    title = f"<h1>{inline(embed.title)}</h1>" if embed.title else ""
    below = "".join(button(part) for part in buttons.children) if buttons else ""
    asked = html.escape(question)
    return f"""<!doctype html><meta charset="utf-8"><style>{STYLE}</style>
<main>
<div class="message"><div class="face" style="background:#3ba55d">M</div><div>
<span class="who">Mira</span><span class="when">Today at 10:02</span>
<div><span class="at">@Footnote</span> {asked}</div></div></div>
<div class="message"><div class="reply">↱ <b>@Mira</b> @Footnote {asked}</div>
<div class="face" style="background:#2f7fd1;grid-column:1">[1]</div><div>
<span class="who">Footnote</span><span class="app">APP</span><span class="when">Today at 10:02</span>
<div class="embed">{title}{body}</div><div class="buttons">{below}</div></div></div>
</main><script>document.body.dataset.height = document.body.scrollHeight</script>"""


def draw(page_html: str, picture: Path) -> None:
    """Let Chromium draw the page, as tall as it is. Raises FileNotFoundError where there is none."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "answer.html")
        source.write_text(page_html, "utf-8")
        laid_out = _chromium(folder, f"--window-size={WIDTH},100", "--dump-dom", source.as_uri())
        height = laid_out.partition('data-height="')[2].partition('"')[0]
        _chromium(folder, f"--window-size={WIDTH},{height}", f"--screenshot={picture.resolve()}", source.as_uri())


def _chromium(profile: str, *arguments: str) -> str:
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        raise FileNotFoundError("no Chromium is installed: on Debian, apt install chromium")
    # Chromium's sandbox does not work for root, and the page is our own.
    options = ("--headless", "--no-sandbox", "--hide-scrollbars", "--disable-gpu", f"--user-data-dir={profile}")
    scale = f"--force-device-scale-factor={SCALE}"
    done = subprocess.run(
        [browser, *options, scale, *arguments], check=True, capture_output=True, text=True, timeout=60
    )
    return done.stdout


def main() -> int:
    """Ask, draw, and say where the picture is."""
    with tempfile.TemporaryDirectory() as folder, Desk(Path(folder)) as desk:
        desk.load_sample()
        answer = desk.ask(QUESTION)
    draw(page(QUESTION, answer_reply(answer), answer_buttons(answer, 0, 0, ENGLISH)), PICTURE)
    print(f"{PICTURE}: {PICTURE.stat().st_size / 1000:.0f} KB")  # noqa: T201 -- a script for the terminal
    return 0


if __name__ == "__main__":
    sys.exit(main())
