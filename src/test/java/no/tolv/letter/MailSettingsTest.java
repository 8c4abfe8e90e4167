package no.tolv.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@DisplayName("Ingen e-posttjener venter Tolv på i det uendelige")
class MailSettingsTest {

    private final ApplicationContextRunner tolv = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class));

    @Test
    @DisplayName("når ingenting er sagt, femten sekunder, med og uten TLS; det som er sagt, gjelder")
    void patience() {
        tolv.withPropertyValues("spring.mail.host=127.0.0.1", "spring.mail.properties.mail.smtp.timeout=3000")
                .run(context -> assertThat(
                                context.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
                        .containsEntry("mail.smtp.connectiontimeout", "15000")
                        .containsEntry("mail.smtp.timeout", "3000")
                        .containsEntry("mail.smtp.writetimeout", "15000")
                        .containsEntry("mail.smtps.timeout", "15000"));
    }
}
