package no.tolv.organisation;

/**
 * A guardian of a pupil. Letters go only to those with parental responsibility and no protected address.
 */
public record Guardian(
        String id, String pupil, String name, String email, boolean parentalResponsibility, boolean protectedAddress) {}
