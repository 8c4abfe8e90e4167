package no.tolv.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Ends all sessions of whoever asks for it when logging out, on every machine and every node. */
@Component
public class LogoutEverywhere implements LogoutHandler {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    LogoutEverywhere(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication user) {
        if (user != null && request.getParameter("overalt") != null) {
            sessions.findByPrincipalName(user.getName()).keySet().forEach(sessions::deleteById);
        }
    }
}
