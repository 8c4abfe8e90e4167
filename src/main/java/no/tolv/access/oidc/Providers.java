package no.tolv.access.oidc;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.tolv.engine.deployment.StartRefused;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * The identity providers of {@code spring.security.oauth2.client.*}. Tolv starts without asking them: those with a
 * password come in, and cases go on, while a provider is away.
 */
@Component
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class Providers implements ClientRegistrationRepository {

    private final Map<String, Provider> providers = new TreeMap<>();

    /** @throws StartRefused when a provider's addresses stand neither in the configuration nor behind an issuer-uri */
    Providers(OAuth2ClientProperties settings) {
        settings.getRegistration().keySet().forEach(id -> providers.put(id, provider(settings, id)));
    }

    Collection<Provider> all() {
        return providers.values();
    }

    /** @throws ProviderAway when it has to be asked first and does not answer */
    @Override
    public ClientRegistration findByRegistrationId(String id) {
        return Optional.ofNullable(providers.get(id))
                .map(Provider::registration)
                .orElse(null);
    }

    private static Provider provider(OAuth2ClientProperties settings, String id) {
        OAuth2ClientProperties.Registration registration =
                settings.getRegistration().get(id);
        String name = Optional.ofNullable(registration.getClientName()).orElse(id);
        OAuth2ClientPropertiesMapper mapper = new OAuth2ClientPropertiesMapper(only(settings, id));
        Provider provider =
                new Provider(id, name, () -> mapper.asClientRegistrations().get(id));
        if (!hasIssuer(settings, id, registration)) {
            requireAddresses(provider);
        }
        return provider;
    }

    private static OAuth2ClientProperties only(OAuth2ClientProperties settings, String id) {
        OAuth2ClientProperties one = new OAuth2ClientProperties();
        one.getRegistration().put(id, settings.getRegistration().get(id));
        one.getProvider().putAll(settings.getProvider());
        return one;
    }

    private static boolean hasIssuer(
            OAuth2ClientProperties settings, String id, OAuth2ClientProperties.Registration registration) {
        String provider = Optional.ofNullable(registration.getProvider()).orElse(id);
        return Optional.ofNullable(settings.getProvider().get(provider))
                .map(OAuth2ClientProperties.Provider::getIssuerUri)
                .isPresent();
    }

    private static void requireAddresses(Provider provider) {
        try {
            provider.registration();
        } catch (ProviderAway nowhere) {
            throw new StartRefused("Innloggingstjenesten «%s» har ingen adresse – sett".formatted(provider.id())
                    + " «spring.security.oauth2.client.provider.%s.issuer-uri».".formatted(provider.id()));
        }
    }
}
