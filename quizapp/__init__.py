"""quizapp: flashcards and quizzes in the terminal, and decks made from articles."""
