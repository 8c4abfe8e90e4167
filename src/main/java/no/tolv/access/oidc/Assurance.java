package no.tolv.access.oidc;

import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;

/** How sure a provider must be of somebody: {@code tolv.oidc.acr.<registration>}, one or more with commas between. */
@Component
class Assurance {

    static final String TOO_LOW = "niva";

    private final Environment settings;

    Assurance(Environment settings) {
        this.settings = settings;
    }

    /** Asks the provider for it; that it was asked for proves nothing. */
    void askFor(OAuth2AuthorizationRequest.Builder request) {
        request.attributes(known -> ask(request, known));
    }

    private void ask(OAuth2AuthorizationRequest.Builder request, Map<String, Object> known) {
        List<String> levels = levels(String.valueOf(known.get(OAuth2ParameterNames.REGISTRATION_ID)));
        if (!levels.isEmpty()) {
            request.additionalParameters(more -> more.put("acr_values", String.join(" ", levels)));
        }
    }

    /** @throws OAuth2AuthenticationException when the provider vouches for another level, or for none */
    void require(OidcUserRequest login) {
        List<String> levels = levels(login.getClientRegistration().getRegistrationId());
        if (!levels.isEmpty()
                && !levels.contains(String.valueOf(login.getIdToken().getAuthenticationContextClass()))) {
            throw new OAuth2AuthenticationException(new OAuth2Error(TOO_LOW));
        }
    }

    private List<String> levels(String provider) {
        return List.of(settings.getProperty("tolv.oidc.acr." + provider, String[].class, new String[0]));
    }
}
