package hilft.web.api.member;

/** A place on a leaderboard with what the member earned in its time; the member's own points are those of all time. */
public record PlaceJson(int place, AuthorJson member, long points, int solutions) {}
