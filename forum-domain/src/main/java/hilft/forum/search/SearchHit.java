package hilft.forum.search;

import hilft.forum.question.QuestionItem;

/** A question that matches, with how well; scores compare within one answer only. */
public record SearchHit(QuestionItem question, double score) {}
