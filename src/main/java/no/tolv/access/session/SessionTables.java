package no.tolv.access.session;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions live in the database, so that any node may answer and any node may die. */
@Configuration(proxyBeanMethods = false)
class SessionTables {

    private static final String MERGE_IN_H2 =
            "merge into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)"
                    + " key (session_primary_id, attribute_name) values (?, ?, ?)";

    /** By this name Spring Session finds it. */
    @Bean
    ConversionService springSessionConversionService() {
        return new SessionValues();
    }

    /** A browser asks for many things at once, and two of the answers may be the first to write the same value. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> concurrentFirstWrites(DataSource database)
            throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(database, meta -> meta.getDatabaseProductName());
        return DatabaseDriver.fromProductName(product) == DatabaseDriver.POSTGRESQL
                ? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
                : sessions -> sessions.setCreateSessionAttributeQuery(MERGE_IN_H2);
    }
}
