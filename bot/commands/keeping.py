"""Commands that keep the house: run, doctor."""

import click

from bot import report
from bot.commands.asking import chat
from bot.commands.context import DONE, WRONG, Context, as_json, in_context


@click.command()
@click.pass_context
def run(click_context: click.Context) -> int:
    """Run the Discord bot; without DISCORD_TOKEN, chat in the terminal."""
    context: Context = click_context.obj
    if not context.settings.discord_token:
        context.remark("DISCORD_TOKEN is not set (put it into .env to connect to Discord); chatting here instead.")
        result: int = click_context.invoke(chat, collections=())
        return result
    # discord.py takes a third of a second to import, which no other command should wait for.
    from bot.discord_bot.run import run as run_bot

    with context.desk(sample=True):
        pass
    return run_bot(context.settings)


@click.command()
@as_json
@in_context
def doctor(context: Context, as_json: bool) -> int:
    """Check the configuration, the store, the index and Discord, and say how to mend each."""
    from bot.doctor import examine  # asks Discord, so it needs discord.py too

    findings = examine(context.settings)
    if as_json:
        click.echo(report.line({"findings": [finding.report() for finding in findings]}))
    else:
        for finding in findings:
            context.out.print(str(finding), markup=False, soft_wrap=True)
    return DONE if all(finding.ok for finding in findings) else WRONG
