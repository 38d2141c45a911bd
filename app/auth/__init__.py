"""Who may do what: keys, tokens of an issuer, limits, and the log of administrative acts."""
