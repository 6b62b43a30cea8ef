"""Commands that keep the house: run, doctor."""

import click

from bot import report
from bot.commands.asking import chat
from bot.commands.context import DONE, WRONG, Context, as_json, in_context, one_collection
from bot.wording import counted
from corpus.survey import Survey

_SHOWN = 5  # ids of each kind


@click.command()
@click.pass_context
def run(click_context: click.Context) -> int:
    """Run the Discord bot; without DISCORD_TOKEN, chat in the terminal."""
    context: Context = click_context.obj
    if not context.settings.discord_token:
        context.remark("DISCORD_TOKEN is not set (put it into .env to connect to Discord); chatting here instead.")
        result: int = click_context.invoke(chat, collections=None)
        return result
    # discord.py takes a third of a second to import, which no other command should wait for.
    from bot.discord_bot.run import run as run_bot

    with context.desk(sample=True):
        pass
    return run_bot(context.settings)


@click.command()
@click.option("--corpus", is_flag=True, help="Examine the documents of a collection instead.")
@one_collection
@as_json
@in_context
def doctor(context: Context, corpus: bool, collection: str, as_json: bool) -> int:
    """Check the configuration, the store, the index and Discord, and say how to mend each."""
    if corpus:
        return _survey(context, collection, as_json)
    from bot.doctor import examine  # asks Discord, so it needs discord.py too

    findings = examine(context.settings)
    if as_json:
        click.echo(report.line({"findings": [finding._asdict() for finding in findings]}))
    else:
        for finding in findings:
            context.out.print(str(finding), markup=False, soft_wrap=True)
    return DONE if all(finding.ok for finding in findings) else WRONG


def _survey(context: Context, collection: str, as_json: bool) -> int:
    with context.desk() as desk:
        found = desk.survey(collection)
    if as_json:
        click.echo(report.line({name: getattr(found, name) for name in Survey.__slots__}))
        return DONE
    dates = f"{found.first} to {found.last}" if found.first else "none"
    languages = ", ".join(f"{code} {count}" for code, count in found.languages.most_common())
    lines = [
        f"{counted(found.documents, 'document')} in “{collection}”; dates: {dates}; languages: {languages or 'none'}"
    ]
    kinds = {
        "without a date": found.undated, "without a title": found.untitled, "near copies of others": found.copies,
        "very long": found.long, "nearly empty": found.empty, "perhaps badly extracted": found.suspicious,
    }  # fmt: skip
    for kind, ids in kinds.items():
        more = ", …" if len(ids) > _SHOWN else ""
        lines.append(f"{kind}: {len(ids)}" + (f" ({', '.join(ids[:_SHOWN])}{more})" if ids else ""))
    lines.append("names: " + ", ".join(f"{name} ({count})" for name, count in found.names))
    for line in lines:
        context.out.print(line, markup=False, soft_wrap=True)
    return DONE
