package hilft.forum.similar.deflection;

import hilft.forum.question.QuestionItem;

/** A thread and how many askings it was shown in, was opened in, solved, or was said to be the same as. */
public record RepeatedQuestion(QuestionItem question, long shown, long opened, long solved, long meToo) {}
