"""Groups of commands that take an id where another would want the name of a command."""

from __future__ import annotations

import click


class ShowUnlessNamed(click.Group):
    """`batch ID` shows a batch; only a word that is a command of its own is taken as one."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("-h", "--help"):
            args = ["show", *args]
        return super().parse_args(ctx, args)
