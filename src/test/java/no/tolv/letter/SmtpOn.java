package no.tolv.letter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What Spring Boot sets up when {@code spring.mail.host} is configured. Registered by hand, never scanned. */
class SmtpOn {

    @Bean
    JavaMailSender javaMailSender(@Value("${port}") int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return sender;
    }
}
