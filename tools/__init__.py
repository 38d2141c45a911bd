"""What a model may call: capabilities, each a thin layer over `knowledge`, and the deps a run is given."""
