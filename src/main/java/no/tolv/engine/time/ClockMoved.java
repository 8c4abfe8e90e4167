package no.tolv.engine.time;

import java.time.Instant;

/** The demo clock has been moved forward; whatever waits for a time may look again. Published after each step. */
public record ClockMoved(Instant now) {}
