"""The shapes of requests and answers over HTTP, and how they are made from what the program holds."""
