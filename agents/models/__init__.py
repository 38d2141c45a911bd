"""The models that need no provider, and the one that holds a language model to its evidence."""
