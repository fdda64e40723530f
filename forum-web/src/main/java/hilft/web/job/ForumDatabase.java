package hilft.web.job;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the schema up to date before anything else runs, with an account that may, or checks that it is. */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
        name = "java:app/jdbc/hilft",
        className = "hilft.web.job.MariaDb",
        minPoolSize = 4,
        maxPoolSize = ForumDatabase.MAX_CONNECTIONS,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.MySQLConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=3",
            "fish.payara.fail-all-connections=true",
            // whoever waits longer is told to come again, and holds no thread meanwhile
            "fish.payara.max-wait-time-in-millis=4000"
        })
public class ForumDatabase {

    public static final int MAX_CONNECTIONS = 32;

    private static final String HAS_VERSION =
            "select count(*) from flyway_schema_history where version = ? and success = true";
    private static final String CONNECTIONS =
            "select count(*) from information_schema.processlist where user = substring_index(current_user(), '@', 1)";

    private static final Logger LOG = Logger.getLogger(ForumDatabase.class.getName());

    @Resource(lookup = "java:app/jdbc/hilft")
    DataSource dataSource;

    private String version = "none";

    @PostConstruct
    void bringUpToDate() {
        FluentConfiguration configuration = Flyway.configure(ForumDatabase.class.getClassLoader())
                .locations("classpath:db/migration/forum", "classpath:db/migration/rewards");
        Flyway flyway;
        if (DatabaseAccess.migrationUser().isPresent()) {
            flyway = configuration
                    .dataSource(
                            DatabaseAccess.url(),
                            DatabaseAccess.migrationUser().get(),
                            DatabaseAccess.migrationPassword())
                    .load();
            int applied = flyway.migrate().migrationsExecuted;
            LOG.info(() -> "database schema is up to date, " + applied + " migrations applied");
        } else {
            flyway = configuration
                    .dataSource(DatabaseAccess.url(), DatabaseAccess.user(), DatabaseAccess.password())
                    .load();
            flyway.validate();
        }
        version = flyway.info().current().getVersion().getVersion();
    }

    /** The version of the schema that this release works with. */
    public String version() {
        return version;
    }

    /** Asks the database now whether it has that schema. */
    public boolean hasSchema() throws SQLException {
        return count(HAS_VERSION, version) == 1;
    }

    /** Connections of the forum's account, those of all its nodes. */
    public long connections() throws SQLException {
        return count(CONNECTIONS);
    }

    /** Those of them on which a statement runs; the one that asks does not count. */
    public long busyConnections() throws SQLException {
        return count(CONNECTIONS + " and command <> 'Sleep'") - 1;
    }

    private long count(String sql, String... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
