package hilft.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/** As many questions as wanted, with all that grows around them, made by the database itself from a few thousand texts. */
final class BenchContent {
    static final long WITH_20_POSTS = 1020;
    static final long WITH_501_POSTS = 1022;

    private static final int TEXTS = 4_000;
    private static final List<String> SEQUENCES =
            List.of("member", "category", "question", "answer", "acceptance", "vote", "ledger_entry");
    private static final Map<String, String> CLAIMS = Map.of(
            "answers counted",
            "select count(*) from question q where answer_count <> (select count(*) from answer a where a.question_id = q.id)",
            "scores of questions",
            "select count(*) from question q left join (select post_id, sum(value) as s from vote where post_type = 'QUESTION' group by post_id) v on v.post_id = q.id where score <> coalesce(s, 0)",
            "scores of answers",
            "select count(*) from answer a left join (select post_id, sum(value) as s from vote where post_type = 'ANSWER' group by post_id) v on v.post_id = a.id where score <> coalesce(s, 0)",
            "me too counted",
            "select count(*) from question q where me_too_count <> (select count(*) from me_too m where m.question_id = q.id)",
            "solutions are answers of their question",
            "select count(*) from question q left join acceptance c on c.question_id = q.id left join answer a on a.id = c.answer_id where not (q.accepted_answer_id <=> c.answer_id) or (c.id is not null and (a.id is null or a.question_id <> q.id))",
            "last activity",
            "select count(*) from question q where last_activity_at <> greatest(asked_at, coalesce((select max(written_at) from answer a where a.question_id = q.id), asked_at))",
            "standings",
            "select count(*) from standing s left join (select member_id, sum(points) as p, sum(credit = 'SOLUTION') as n from ledger_entry group by member_id) l on l.member_id = s.member_id where not (s.points <=> l.p and s.solutions <=> l.n)",
            "nobody votes for themselves",
            "select count(*) from vote where voter_id = author_id");

    private BenchContent() {}

    /** Fills an empty, migrated schema over a connection that may change it. */
    static void load(Connection connection, int questions) throws SQLException {
        var members = Math.max(2_000, questions / 2);
        writeTexts(connection);
        try (var statement = connection.createStatement()) {
            for (var sql : script(questions, members)) {
                statement.execute(sql);
            }
            for (var sequence : SEQUENCES) {
                statement.execute("alter sequence " + sequence + "_seq restart " + (questions * 20L + 100_000));
            }
        }
    }

    private static List<String> script(int questions, int members) {
        try (var file = BenchContent.class.getResourceAsStream("/bench/content.sql")) {
            var sql = new String(file.readAllBytes(), UTF_8)
                    .replace("{questions}", Integer.toString(questions))
                    .replace("{members}", Integer.toString(members))
                    .replace("{texts}", Integer.toString(TEXTS))
                    .replace("{answers}", Skew.answersSql())
                    .replace("{zipf}", Skew.zipfSql(members));
            return List.of(sql.replaceAll("(?m)^--.*\\n", "").strip().split(";\\s*(\\n|$)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeTexts(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create or replace table bench_text (
                      id int not null primary key, title varchar(150), slug varchar(90), language char(2),
                      body mediumtext, body_html mediumtext, body_text mediumtext, excerpt varchar(240))
                    """);
        }
        try (var insert = connection.prepareStatement("insert into bench_text values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            var id = 0;
            for (var text : Texts.write(TEXTS, 20261122)) {
                id++;
                insert.setInt(1, id);
                insert.setString(2, text.title());
                insert.setString(3, text.slug());
                insert.setString(4, text.language());
                insert.setString(5, text.body());
                insert.setString(6, text.html());
                insert.setString(7, text.plain());
                insert.setString(8, text.excerpt());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What does not agree: empty when counters equal counts and standings equal the sums of the ledger. */
    static List<String> mismatches(Connection connection) throws SQLException {
        var mismatches = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            for (var claim : CLAIMS.entrySet()) {
                try (var row = statement.executeQuery(claim.getValue())) {
                    row.next();
                    if (row.getLong(1) > 0) {
                        mismatches.add(claim.getKey() + ": " + row.getLong(1) + " rows");
                    }
                }
            }
        }
        return mismatches;
    }
}
