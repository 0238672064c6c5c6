"""The learner: the log of answers, attempts at a question, first answers, measures, progress, hand-in."""
