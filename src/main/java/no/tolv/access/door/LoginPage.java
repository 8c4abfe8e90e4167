package no.tolv.access.door;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where one logs in, and the way on from there. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String login(@RequestParam Map<String, String> query, Model page) {
        page.addAttribute("failed", query.containsKey("error"));
        page.addAttribute("left", query.containsKey("ute"));
        return "login";
    }

    @GetMapping("/")
    String tasklist() {
        return "redirect:/camunda/app/tasklist/default/";
    }
}
