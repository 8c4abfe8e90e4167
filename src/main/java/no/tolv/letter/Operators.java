package no.tolv.letter;

import java.util.Arrays;
import java.util.List;
import no.tolv.engine.deployment.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who runs Tolv, by the addresses of {@code tolv.operator.mail}; they are told that something has stopped, and of no case. */
@Component
public class Operators {

    private final List<String> addresses;

    /** @throws StartRefused when one of them is no address */
    Operators(@Value("${tolv.operator.mail:}") String settings) {
        this.addresses = Arrays.stream(settings.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        addresses.stream().filter(address -> !Recipients.isAddress(address)).forEach(wrong -> {
            throw new StartRefused("Innstillingen «tolv.operator.mail»: «" + wrong
                    + "» er ikke en e-postadresse. Skriv navn@domene, med komma mellom flere.");
        });
    }

    public List<String> addresses() {
        return addresses;
    }
}
