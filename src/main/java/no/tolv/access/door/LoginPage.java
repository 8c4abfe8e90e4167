package no.tolv.access.door;

import java.util.Map;
import no.tolv.access.oidc.ProviderLogin;
import no.tolv.engine.account.Groups;
import no.tolv.organisation.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages where one logs in and out, and the way on from there. */
@Controller
class LoginPage {

    private final boolean passwords;
    private final ProviderLogin providers;

    LoginPage(@Value("${tolv.login.password:true}") boolean passwords, ProviderLogin providers) {
        this.passwords = passwords;
        this.providers = providers;
    }

    @GetMapping("/login")
    String login(@RequestParam Map<String, String> query, Model page) {
        page.addAttribute("passwords", passwords);
        page.addAttribute("providers", providers.links());
        page.addAttribute("failed", query.containsKey("error"));
        page.addAttribute("unknown", query.containsKey("ukjent"));
        page.addAttribute("unconfirmed", query.containsKey("ubekreftet"));
        page.addAttribute("unsure", query.containsKey("niva"));
        page.addAttribute("broken", query.containsKey("avbrutt"));
        page.addAttribute("away", query.containsKey("borte"));
        page.addAttribute("left", query.containsKey("ute"));
        return "login";
    }

    @GetMapping("/logg-ut")
    String logout() {
        return "logout";
    }

    /** Where one works: in Tasklist, or in Cockpit for whoever works at no unit and has no tasks. */
    @GetMapping("/")
    String start(Authentication user) {
        boolean hasTasks = user.getAuthorities().stream()
                .anyMatch(group -> group.getAuthority().equals(Groups.everywhere(Role.EMPLOYEE)));
        return "redirect:/camunda/app/%s/default/".formatted(hasTasks ? "tasklist" : "cockpit");
    }
}
