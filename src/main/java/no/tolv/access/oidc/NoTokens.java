package no.tolv.access.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** We ask the provider who somebody is, and nothing after that: its access tokens are not kept. */
class NoTokens implements OAuth2AuthorizedClientRepository {

    @Override
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
            String provider, Authentication user, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient tokens,
            Authentication user,
            HttpServletRequest request,
            HttpServletResponse response) {
        // on purpose
    }

    @Override
    public void removeAuthorizedClient(
            String provider, Authentication user, HttpServletRequest request, HttpServletResponse response) {
        // there is none
    }
}
