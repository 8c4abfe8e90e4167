package no.tolv.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tolv.organisation.provider.IdentityProviders;

/** Reads what identity providers call people and groups: the column {@code login} of staff.csv, and groups.csv. */
class ProviderLines {

    private static final String LOGIN = "login";
    private static final String GROUP = "group";
    private static final Pattern LOGIN_FORM = Pattern.compile("([A-Za-z0-9_-]{1,60}):(\\S{1,200})");
    private static final Pattern GROUP_FORM = Pattern.compile("([A-Za-z0-9_-]{1,60}):(.{1,190})");

    private final IdentityProviders providers;

    ProviderLines(IdentityProviders providers) {
        this.providers = providers;
    }

    /** Somebody's id at a provider, of which only the mark goes further than this class. */
    record Login(String provider, String mark, String staff) {}

    /** A group at a provider that confirms a role. */
    record Confirmation(String provider, String group, String unit, Role role) {}

    List<Login> logins(List<RosterLine> staff) {
        Map<String, RosterLine> ids = new HashMap<>();
        staff.forEach(line -> ids.put(line.id(), line));
        Map<Login, RosterLine> seen = new HashMap<>();
        List<Login> logins = new ArrayList<>();
        for (RosterLine line : staff) {
            for (Matcher written : logins(line)) {
                refuseIdOfAnother(line, ids.get(written.group(2)));
                String mark = providers.mark(written.group(1), written.group(2));
                refuseTwice(line, seen.putIfAbsent(new Login(written.group(1), mark, ""), line));
                logins.add(new Login(written.group(1), mark, line.id()));
            }
        }
        return logins;
    }

    List<Confirmation> confirmations(List<RosterLine> lines, RoleCells cells) {
        List<Confirmation> all = new ArrayList<>();
        for (RosterLine line : lines) {
            Matcher group = parts(line, GROUP, line.text(GROUP), GROUP_FORM, "entra:Rektorer Midtstuen");
            cells.read(line)
                    .forEach((unit, roles) -> roles.forEach(
                            role -> all.add(new Confirmation(group.group(1), group.group(2), unit, role))));
        }
        return all;
    }

    private List<Matcher> logins(RosterLine line) {
        String cell = line.cells().getOrDefault(LOGIN, "");
        if (cell.isBlank()) {
            return List.of();
        }
        if (!providers.hasKey()) {
            throw line.broken(
                    LOGIN,
                    "innstillingen «tolv.roster.key» mangler eller er for kort",
                    "sett den til minst %d tilfeldige tegn, de samme på alle noder"
                            .formatted(IdentityProviders.SHORTEST_KEY));
        }
        return Pattern.compile("\\|")
                .splitAsStream(cell)
                .map(one -> parts(line, LOGIN, one.strip(), LOGIN_FORM, "idporten: og id-en uten mellomrom"))
                .toList();
    }

    private Matcher parts(RosterLine line, String column, String text, Pattern form, String example) {
        Matcher parts = form.matcher(text);
        if (!parts.matches()) {
            throw line.broken(
                    column, "verdien er ikke skrevet som innloggingstjeneste:verdi", "skriv for eksempel " + example);
        }
        if (!providers.isConfigured(parts.group(1))) {
            throw line.broken(
                    column,
                    "innloggingstjenesten «%s» er ikke satt opp".formatted(parts.group(1)),
                    "skriv navnet på en registrering under «spring.security.oauth2.client.registration»");
        }
        return parts;
    }

    /** Somebody else would come in by that id, or nobody. */
    private static void refuseIdOfAnother(RosterLine line, RosterLine owner) {
        if (owner != null && owner != line) {
            throw line.broken(
                    LOGIN, "verdien er id-en på linje " + owner.number(), "fjern den ene, så det er klart hvem det er");
        }
    }

    private static void refuseTwice(RosterLine line, RosterLine first) {
        if (first != null) {
            throw line.broken(
                    LOGIN, "samme innlogging står på linje " + first.number(), "la den stå hos den det gjelder");
        }
    }
}
