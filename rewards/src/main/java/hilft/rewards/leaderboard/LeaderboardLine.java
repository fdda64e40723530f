package hilft.rewards.leaderboard;

import hilft.forum.member.Author;

/** A place on a leaderboard; who has the same points has the same place. */
public record LeaderboardLine(int place, Author member, long points, int solutions) {}
