package hilft.forum.question;

import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WhatIsUnreadTest {
    private static final Instant VISIT = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant BEFORE = VISIT.minusSeconds(1);
    private static final Instant AFTER = VISIT.plusSeconds(60);
    private static final Instant LATER = VISIT.plusSeconds(120);

    @Test
    void whatOthersWroteAfterTheLastVisitIsUnreadUntilItWasRead() {
        assertThat(UnreadRules.isUnread(AFTER, null, VISIT)).isTrue();
        assertThat(UnreadRules.isUnread(AFTER, BEFORE, VISIT)).isTrue();
        assertThat(UnreadRules.isUnread(AFTER, AFTER, VISIT)).isFalse();
        assertThat(UnreadRules.isUnread(LATER, AFTER, VISIT))
                .as("somebody went on")
                .isTrue();
    }

    @Test
    void whatWasThereAtTheLastVisitIsNotNewAnyMoreThoughNobodyReadIt() {
        assertThat(UnreadRules.isUnread(BEFORE, null, VISIT)).isFalse();
        assertThat(UnreadRules.isUnread(VISIT, null, VISIT)).isFalse();
    }

    @Test
    void aThreadWithoutAWordOfOthersIsNotUnread() {
        assertThat(UnreadRules.isUnread(null, null, VISIT)).isFalse();
    }

    @Test
    void theLaterOfTwoMomentsCountsWhereThereAreTwo() {
        assertThat(UnreadRules.later(AFTER, LATER)).isEqualTo(LATER);
        assertThat(UnreadRules.later(LATER, AFTER)).isEqualTo(LATER);
        assertThat(UnreadRules.later(null, AFTER)).isEqualTo(AFTER);
        assertThat(UnreadRules.later(AFTER, null)).isEqualTo(AFTER);
        assertThat(UnreadRules.later(null, null)).isNull();
    }
}
