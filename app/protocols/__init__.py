"""Linelead as other programs know how to speak to it: one thin module for each protocol, over the same turns."""
