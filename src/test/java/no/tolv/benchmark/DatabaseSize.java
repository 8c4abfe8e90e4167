package no.tolv.benchmark;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How many bytes a database takes on disk when nothing in it is empty. */
interface DatabaseSize {

    String url();

    String user();

    long bytes(JdbcClient jdbc);

    /** The tables that take most, with their indexes. */
    String biggest(JdbcClient jdbc);
}
