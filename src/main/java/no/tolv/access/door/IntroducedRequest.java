package no.tolv.access.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;

/**
 * A request with a note on who asks. The web apps look for it in the session and put it back there after each request;
 * it is true for this request only, and our sessions lie in the database.
 */
class IntroducedRequest extends HttpServletRequestWrapper {

    private static final String NOTE = "authenticatedUser";

    private final Authentications note;

    IntroducedRequest(HttpServletRequest request, Authentications note) {
        super(request);
        this.note = note;
    }

    @Override
    public HttpSession getSession() {
        return getSession(true);
    }

    @Override
    public HttpSession getSession(boolean create) {
        HttpSession session = super.getSession(create);
        return session == null
                ? null
                : (HttpSession) Proxy.newProxyInstance(
                        HttpSession.class.getClassLoader(), new Class<?>[] {HttpSession.class}, withNote(session));
    }

    private InvocationHandler withNote(HttpSession session) {
        return (proxy, method, arguments) ->
                arguments != null && NOTE.equals(arguments[0]) ? note : call(session, method, arguments);
    }

    private static Object call(HttpSession session, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(session, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
