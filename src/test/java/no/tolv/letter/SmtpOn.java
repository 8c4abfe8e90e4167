package no.tolv.letter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What Spring Boot sets up when {@code spring.mail.host} is configured. Registered by hand, never scanned. */
public class SmtpOn {

    @Bean
    JavaMailSenderImpl javaMailSender(@Value("${port}") int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            sender.getJavaMailProperties().setProperty("mail.smtp." + wait, "1000");
        }
        return sender;
    }
}
