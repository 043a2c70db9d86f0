"""Analysis -> text."""
