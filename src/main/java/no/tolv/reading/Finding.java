package no.tolv.reading;

import java.time.LocalDate;
import java.util.List;
import no.tolv.casefile.Reading;

/**
 * Readings by one person on one day that are out of the ordinary for one reason.
 *
 * @param readings what it is about, in the order it happened; at least one
 */
record Finding(String id, String unit, String reader, LocalDate day, Sign sign, List<Reading> readings) {}
