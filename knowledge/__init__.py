"""Documents into passages: reading, chunking, embedding, storing, retrieving, quoting. Knows nothing of agents."""
