package no.tolv.organisation;

import java.time.LocalDate;

/**
 * A pupil at a school.
 *
 * @param contactTeacher staff id of the contact teacher
 */
public record Pupil(String id, String name, String unit, String grade, LocalDate born, String contactTeacher) {}
