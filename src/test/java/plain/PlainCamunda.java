package plain;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Camunda's Spring Boot starter with its web apps and its REST API, and nothing of ours: what Tolv's start is held against. */
@SpringBootApplication
public class PlainCamunda {

    public static void main(String[] arguments) {
        SpringApplication.run(PlainCamunda.class, arguments);
    }
}
