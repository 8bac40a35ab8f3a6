"""What the README says of keys is what the table of commands says."""

from tests.readme_keys import BEGIN, END, README, with_table


def test_the_table_of_keys_is_the_one_of_the_commands() -> None:
    readme = README.read_text(encoding="utf-8")
    assert readme.count(BEGIN) == 1 and readme.count(END) == 1
    assert readme == with_table(readme), "run: python -m tests.readme_keys"
