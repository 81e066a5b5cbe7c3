"""From a report to proposals, weighed against the register; an editor decides."""
