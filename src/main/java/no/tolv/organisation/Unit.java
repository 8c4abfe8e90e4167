package no.tolv.organisation;

/**
 * A school, a kindergarten or the municipality that owns them; the engine knows it as a tenant.
 *
 * @param id lower-case identifier, for example {@code midtstuen}
 * @param owner the municipality's unit, or the unit's own id when it is the municipality
 * @param language the language form letters are written in, {@code nb} or {@code nn} (Opplæringslova § 15-2)
 */
public record Unit(String id, String name, Kind kind, String owner, String language) {

    /** What a unit is; SFO and AKS belong to their school. */
    public enum Kind {
        OWNER,
        SCHOOL,
        KINDERGARTEN
    }
}
