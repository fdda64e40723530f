package hilft.forum.delivery;

import java.time.Duration;

/**
 * How the outbox is doing: jobs that wait for now, jobs that wait after a failure, jobs given up, and how long the
 * oldest due job has been waiting.
 */
public record OutboxFigures(long due, long retrying, long dead, Duration oldest) {}
