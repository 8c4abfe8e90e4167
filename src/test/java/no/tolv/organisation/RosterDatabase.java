package no.tolv.organisation;

import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import no.tolv.organisation.provider.IdentityProviders;
import no.tolv.organisation.provider.ProviderRoster;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;

/** The organisation's tables in a database of their own, filled from a roster. */
public final class RosterDatabase {

    /** The roster Tolv ships for the demo. */
    public static final String DEMO = "classpath:/demo/";

    private final MockEnvironment settings = new MockEnvironment()
            .withProperty("tolv.roster.key", "en-nokkel-som-bare-denne-proven-har")
            .withProperty("spring.security.oauth2.client.registration.idporten.client-id", "tolv")
            .withProperty("spring.security.oauth2.client.registration.entra.client-id", "tolv");
    private final DataSource source;
    private final PlatformTransactionManager transactions;

    /** An empty H2 database in memory. */
    public RosterDatabase() {
        this(inMemory());
    }

    /** A database that is empty as yet. */
    public RosterDatabase(DataSource source) {
        this.source = source;
        transactions = new DataSourceTransactionManager(source);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static DataSource inMemory() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return h2;
    }

    public DataSource source() {
        return source;
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }

    public Organisation organisation() {
        return new Organisation(JdbcClient.create(source));
    }

    /** With the registrations {@code idporten} and {@code entra}, and a key. */
    private IdentityProviders providers() {
        return new IdentityProviders(settings);
    }

    /** What an identity provider's words mean in this roster. */
    public ProviderRoster providerRoster() {
        return new ProviderRoster(JdbcClient.create(source), providers());
    }

    /** As if the setting were not there. */
    RosterDatabase without(String setting) {
        settings.setProperty(setting, "");
        return this;
    }

    /** Reads a roster as the start does. */
    public RosterImport read(String folder) {
        RosterImport roster = new RosterImport(
                new DefaultResourceLoader(),
                folder,
                providers(),
                new RosterTables(JdbcClient.create(source)),
                transactions);
        roster.afterPropertiesSet();
        return roster;
    }

    public RosterImport read(Path folder) {
        return read(folder.toUri().toString());
    }
}
