package hilft.web.job;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the schema up to date before anything else runs, with an account that may, or checks that it is. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
        name = "java:app/jdbc/hilft",
        className = "hilft.web.job.MariaDb",
        minPoolSize = 4,
        maxPoolSize = 32,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.MySQLConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=3",
            "fish.payara.fail-all-connections=true"
        })
public class ForumDatabase {

    private static final Logger LOG = Logger.getLogger(ForumDatabase.class.getName());

    @PostConstruct
    void bringUpToDate() {
        FluentConfiguration flyway = Flyway.configure(ForumDatabase.class.getClassLoader())
                .locations("classpath:db/migration/forum", "classpath:db/migration/rewards");
        if (DatabaseAccess.migrationUser().isPresent()) {
            int applied = flyway.dataSource(
                            DatabaseAccess.url(),
                            DatabaseAccess.migrationUser().get(),
                            DatabaseAccess.migrationPassword())
                    .load()
                    .migrate()
                    .migrationsExecuted;
            LOG.info(() -> "database schema is up to date, " + applied + " migrations applied");
        } else {
            flyway.dataSource(DatabaseAccess.url(), DatabaseAccess.user(), DatabaseAccess.password())
                    .load()
                    .validate();
        }
    }
}
