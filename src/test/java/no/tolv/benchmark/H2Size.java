package no.tolv.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The file is what {@code shutdown compact} makes of a backup, since the database itself is in use. */
class H2Size implements DatabaseSize {

    private final Path folder = Files.createTempDirectory("size");

    H2Size() throws IOException {}

    @Override
    public String url() {
        return "jdbc:h2:file:" + folder.resolve("tolv") + ";LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=0";
    }

    @Override
    public String user() {
        return "tolv";
    }

    @Override
    public long bytes(JdbcClient jdbc) {
        String copy = UUID.randomUUID().toString();
        Path backup = folder.resolve(copy + ".zip");
        jdbc.sql("backup to '" + backup + "'").update();
        try {
            org.h2.tools.Restore.execute(backup.toString(), folder.toString(), copy);
            JdbcClient.create(new org.springframework.jdbc.datasource.DriverManagerDataSource(
                            "jdbc:h2:file:" + folder.resolve(copy), user(), ""))
                    .sql("shutdown compact")
                    .update();
            return Files.size(folder.resolve(copy + ".mv.db"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String biggest(JdbcClient jdbc) {
        return jdbc.sql("""
                select lower(table_name) as name, db_object_size('TABLE', table_schema, table_name) / 1000 as kilobytes,
                row_count_estimate as rows from information_schema.tables where table_schema = 'PUBLIC'
                and table_type = 'BASE TABLE' order by 2 desc limit 12""").query().listOfRows().stream()
                .map(table -> "  %-20s %,8d kB  %,8d rows"
                        .formatted(table.get("name"), table.get("kilobytes"), table.get("rows")))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "H2";
    }
}
