"""The query language: text that a person types to a record, and whether a record fits; pure rules."""

from diplotui.query.parsing import parse_query
from diplotui.query.printing import print_query

__all__ = ["parse_query", "print_query"]
