"""Quizzes for learning platforms: the lessons' questions and the test's forms, with their keys."""
