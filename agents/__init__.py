"""Who answers: the specialists, the registry that finds them, and the orchestrator that routes and delegates."""
