package no.tolv.access.door;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.tolv.access.password.KnownDevices;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** After the right password: on to the page one wanted, from a machine that is known from now on. */
class Welcome extends SavedRequestAwareAuthenticationSuccessHandler {

    private final KnownDevices devices;

    Welcome(RequestCache whereTo, KnownDevices devices) {
        this.devices = devices;
        setRequestCache(whereTo);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication user)
            throws ServletException, IOException {
        devices.remember(user.getName(), request, response);
        super.onAuthenticationSuccess(request, response, user);
    }
}
