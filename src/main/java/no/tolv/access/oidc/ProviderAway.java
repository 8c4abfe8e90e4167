package no.tolv.access.oidc;

import org.springframework.security.authentication.AuthenticationServiceException;

/** An identity provider does not answer, or not as one. */
class ProviderAway extends AuthenticationServiceException {

    private static final long serialVersionUID = 1L;

    ProviderAway(String provider) {
        super("The identity provider «" + provider + "» does not answer.");
    }

    /** @param why what a login ended with, wrapped or not */
    static boolean isCauseOf(Exception why) {
        return why instanceof ProviderAway || why.getCause() instanceof ProviderAway;
    }
}
