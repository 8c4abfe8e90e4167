package no.tolv.access.door;

import java.util.Map;
import no.tolv.access.oidc.ProviderLogin;
import org.springframework.beans.factory.annotation.Value;
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

    @GetMapping("/")
    String tasklist() {
        return "redirect:/camunda/app/tasklist/default/";
    }
}
