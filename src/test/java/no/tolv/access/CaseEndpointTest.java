package no.tolv.access;

import static no.tolv.casefile.CaseFileDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import no.tolv.casefile.CaseFileDatabase;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.casefile.Involvements;
import no.tolv.casefile.Involvements.Part;
import no.tolv.casefile.SmallMunicipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@SpringJUnitConfig({CaseFileDatabase.class, SmallMunicipality.class, CaseAccess.class, CaseEndpoint.class})
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
@DisplayName("Saksmappa over nettet")
class CaseEndpointTest {

    @Autowired
    CaseEndpoint endpoint;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLog log;

    @Autowired
    Involvements involvements;

    @Autowired
    JdbcClient jdbc;

    private MockMvc web;
    private String caseNumber;

    @BeforeEach
    void openCase() {
        web = MockMvcBuilders.standaloneSetup(endpoint).build();
        caseNumber = cases.open("rogn", "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7)))
                .caseNumber();
        log.append(new CaseLog.Draft(
                caseNumber, "rogn-assistant", "assistant", null, Duty.NOTIFY, "e", "d:1", "Meldt", "Noe", null));
        log.append(CaseLog.Draft.bySystem(caseNumber, Duty.FOLLOW, "e", "d:1", "Fulgt"));
    }

    @Test
    @DisplayName("viser rektor saken, med hva som er gjort for hver plikt")
    void showsTheCase() throws Exception {
        read(caseNumber, "rogn-principal")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.caseNumber").value(caseNumber))
                .andExpect(jsonPath("$.phase").value("INVESTIGATE"))
                .andExpect(jsonPath("$.log", hasSize(2)))
                .andExpect(jsonPath("$.dutyLedger", hasSize(6)))
                .andExpect(jsonPath("$.dutyLedger[2].duty").value("notify"))
                .andExpect(jsonPath("$.dutyLedger[2].evidence").value(1))
                .andExpect(jsonPath("$.dutyLedger[2].by").value("rogn-assistant"))
                .andExpect(jsonPath("$.dutyLedger[4].evidence").value(0))
                .andExpect(jsonPath("$.dutyLedger[5].evidence").value(2));
        assertThat(readings("rogn-principal", true)).isEqualTo(1);
    }

    @Test
    @DisplayName("sier til den som ikke skal vite det, det samme som om en sak som ikke finnes")
    void hidesTheCase() throws Exception {
        String hidden = hidden(caseNumber);
        assertThat(hidden).isEqualTo(hidden("ROGN-2026-9999"));
        assertThat(readings("hassel-principal", false)).isEqualTo(1);
        read(caseNumber + "/log/verification", "hassel-principal").andExpect(status().isNotFound());
        read(caseNumber, "admin").andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("sier til melderen at meldingen er mottatt, og ikke mer")
    void showsTheReporterAReceipt() throws Exception {
        involvements.add(caseNumber, "rogn-assistant", Part.REPORTER);
        read(caseNumber, "rogn-assistant")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("RECEIVED"))
                .andExpect(jsonPath("$.log").doesNotExist())
                .andExpect(jsonPath("$.pupil").doesNotExist());
        read(caseNumber + "/log/verification", "rogn-assistant").andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("sier om loggen er hel, eller hvor den er brutt")
    void provesTheLog() throws Exception {
        read(caseNumber + "/log/verification", "rogn-principal")
                .andExpect(status().isOk())
                .andExpect(content().json("{\"intact\":true}", JsonCompareMode.STRICT));
        jdbc.sql("drop trigger log_entry_is_append_only").update();
        jdbc.sql("update log_entry set told = 'pyntet' where entry_sequence = 1")
                .update();
        read(caseNumber + "/log/verification", "rogn-principal")
                .andExpect(content().json("{\"intact\":false,\"firstBroken\":1}", JsonCompareMode.STRICT));
    }

    private String hidden(String number) throws Exception {
        return read(number, "hassel-principal")
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replace(number, "");
    }

    private ResultActions read(String path, String reader) throws Exception {
        return web.perform(get("/api/cases/" + path).principal(() -> reader));
    }

    private int readings(String reader, boolean allowed) {
        return jdbc.sql("select count(*) from case_reading where reader = ? and allowed = ? and what = 'case'")
                .params(reader, allowed)
                .query(Integer.class)
                .single();
    }
}
