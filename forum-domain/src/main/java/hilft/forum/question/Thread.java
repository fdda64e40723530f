package hilft.forum.question;

import hilft.forum.shared.Page;

/** A question with a page of its answers, the solution first. */
public record Thread(QuestionView question, Page<AnswerView> answers) {}
