"""The outside: settings, wiring, HTTP, command line, sessions. The only package that reads the environment."""
