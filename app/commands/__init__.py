"""The commands of `linelead`, one file per subject. Heavy modules are imported inside the command that needs them."""
