"""Hand out, hand in, grade, report: what a teacher does with the assignments. No kernel is started."""
