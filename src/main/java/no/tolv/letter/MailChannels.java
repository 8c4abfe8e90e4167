package no.tolv.letter;

import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Chooses SMTP when {@code spring.mail.host} is configured, else the folder {@code tolv.outbox.folder}. */
@Configuration(proxyBeanMethods = false)
class MailChannels {

    @Bean
    MailChannel mailChannel(
            ObjectProvider<JavaMailSenderImpl> smtp, @Value("${tolv.outbox.folder:./outbox}") Path folder) {
        JavaMailSenderImpl sender = smtp.getIfAvailable();
        return sender == null ? new FolderChannel(folder) : new SmtpChannel(sender);
    }
}
