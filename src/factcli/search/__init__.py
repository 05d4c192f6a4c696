"""Finding: from a question to the facts that answer it, best first, or to the plain word that none does."""
