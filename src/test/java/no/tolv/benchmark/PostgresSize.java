package no.tolv.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresSize implements DatabaseSize {

    private final EmbeddedPostgres postgres = EmbeddedPostgres.start();

    PostgresSize() throws IOException {}

    @Override
    public String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public String user() {
        return "postgres";
    }

    @Override
    public long bytes(JdbcClient jdbc) {
        jdbc.sql("vacuum full").update();
        return jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    @Override
    public String biggest(JdbcClient jdbc) {
        return jdbc.sql("""
                select relname as name, pg_total_relation_size(relid) / 1000 as kilobytes, n_live_tup as rows
                from pg_stat_user_tables order by 2 desc limit 12""").query().listOfRows().stream()
                .map(table -> "  %-20s %,8d kB  %,8d rows"
                        .formatted(table.get("name"), table.get("kilobytes"), table.get("rows")))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "PostgreSQL";
    }
}
