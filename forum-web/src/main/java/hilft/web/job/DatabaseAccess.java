package hilft.web.job;

import java.util.Optional;

/** Where the database is and with which accounts, as configured. */
final class DatabaseAccess {

    private DatabaseAccess() {}

    static String url() {
        return Secrets.find("hilft.database.url").orElse("jdbc:mariadb://127.0.0.1:3306/hilft");
    }

    static String user() {
        return Secrets.find("hilft.database.user").orElse("forum");
    }

    static String password() {
        return Secrets.find("hilft.database.password").orElse("");
    }

    /** The account that may change the schema; without one the forum only checks that the schema fits. */
    static Optional<String> migrationUser() {
        return Secrets.find("hilft.migration.user");
    }

    static String migrationPassword() {
        return Secrets.find("hilft.migration.password").orElse("");
    }
}
