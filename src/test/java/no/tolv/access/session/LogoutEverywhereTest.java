package no.tolv.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import no.tolv.casefile.CaseFileDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(CaseFileDatabase.class)
@DisplayName("«Logg ut overalt» avslutter ens egne økter, og bare når man ber om det")
class LogoutEverywhereTest {

    private static final Authentication USER = new TestingAuthenticationToken("rogn-principal", null);

    private JdbcIndexedSessionRepository sessions;
    private String own;
    private String others;

    @BeforeEach
    void sessions(@Autowired DataSource database, @Autowired PlatformTransactionManager transactions) {
        sessions = new JdbcIndexedSessionRepository(new JdbcTemplate(database), new TransactionTemplate(transactions));
        sessions.setTableName("login_session");
        own = open(sessions, "rogn-principal");
        others = open(sessions, "rogn-assistant");
    }

    private static <S extends Session> String open(FindByIndexNameSessionRepository<S> sessions, String user) {
        S session = sessions.createSession();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, user);
        sessions.save(session);
        return session.getId();
    }

    @Test
    @DisplayName("alle ens egne")
    void everywhere() {
        logout("ja", USER);
        assertThat(sessions.findById(own)).isNull();
        assertThat(sessions.findById(others)).isNotNull();
    }

    @Test
    @DisplayName("ingen uten at man ber om det, eller uten at noen er inne")
    void notAsked() {
        logout(null, USER);
        logout("ja", null);
        assertThat(sessions.findById(own)).isNotNull();
    }

    private void logout(String everywhere, Authentication user) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (everywhere != null) {
            request.setParameter("overalt", everywhere);
        }
        new LogoutEverywhere(sessions).logout(request, new MockHttpServletResponse(), user);
    }
}
